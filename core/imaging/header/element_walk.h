#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/imaging/header/element_set.h"

#include <string_view>

namespace hemo::imaging {

/// How elements are written (PS3.5 7.1, 7.3): with or without a VR, which byte comes first.
struct Coding {
    bool isExplicit = true, isBigEndian = false;
};

/// What stands before an element's value.
struct ElementHead {
    static constexpr std::uint32_t kUndefined = 0xffffffff;
    Tag tag;
    std::uint32_t length = 0;
    bool isSequence = false, isUnknown = false; ///< the VR is SQ; UN or none that is known
    bool isGuess = false; ///< the VR is none that is known, and nothing behind it speaks for this length
    std::uint64_t valueAt = 0;

    bool isOpen() const { return length == kUndefined; }
    bool isDelimiter() const { return tag == tag::kItemEnd || tag == tag::kSequenceEnd; }
    std::uint64_t end() const { return valueAt + length; } ///< where it is not open
};

bool isShortVr(std::string_view vr);
/// Those with two reserved bytes and a length of four (PS3.5 7.1.2).
bool isLongVr(std::string_view vr);
inline bool isVr(std::string_view text) {
    return isShortVr(text) || isLongVr(text);
}
std::string_view asText(std::span<const std::byte> bytes);

/// Reads elements one after the other, with what is nested in them. Every length is checked against the file
/// and against the item around it before it is used, and every step moves forward, so it ends on any input.
/// What is kept costs at most some ten times the bytes it was read from, and kMostKept bounds it for all.
class ElementWalk {
public:
    explicit ElementWalk(ByteWindow& file) : m_file(file) {}

    /// An element whose VR is none that is known is read as that form which what lies behind it bears out.
    std::optional<ElementHead> headAt(std::uint64_t at, Coding coding);
    /// Keeps an element in `set` and says where the next one begins. None where it is damaged.
    std::optional<std::uint64_t> take(const ElementHead& head, Coding coding, ElementSet& set);

private:
    using End = std::optional<std::uint64_t>; // where something ends; none where it is damaged
    static constexpr std::size_t kMostKept = 1 << 21;

    /// Where an item ends, and whether by the delimiter of its sequence.
    struct ItemEnd {
        std::uint64_t at = 0;
        bool isExchanged = false;
    };
    /// Where items go that are kept, and what they inherit; null where they are walked over.
    struct Keep {
        std::vector<ElementSet>& items;
        const ElementSet& around;
    };

    std::optional<ElementHead> headWithoutVr(std::uint64_t at, Coding coding);
    bool isBorneOut(const ElementHead& head, Coding coding);
    Coding codingInside(const ElementHead& sequence, Coding coding);
    std::optional<Tag> tagAt(std::uint64_t at, Coding coding);

    End takeAt(const ElementHead& head, Coding coding, ElementSet& set, int depth);
    End takeSequence(const ElementHead& head, Coding coding, ElementSet& set, int depth);
    bool keepValue(const ElementHead& head, ElementSet& set);
    bool isRoomForOneMore() { return ++m_kept <= kMostKept; }
    End skip(const ElementHead& head, Coding coding, int depth);

    End walkItems(const ElementHead& sequence, Coding coding, const Keep* keep, int depth);
    std::optional<ItemEnd> walkItem(const ElementHead& item, std::uint64_t limit, Coding coding,
                                    ElementSet* set, int depth);
    std::optional<ItemEnd> keepItem(const ElementHead& item, std::uint64_t at, std::uint64_t limit,
                                    Coding coding, const Keep& keep, int depth);
    std::optional<ItemEnd> endByWrongDelimiter(const ElementHead& delimiter, std::uint64_t at, Coding coding);

    ByteWindow& m_file;
    std::size_t m_kept = 0; // elements and items, in all
};

} // namespace hemo::imaging
