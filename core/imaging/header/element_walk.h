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
    bool isSequence = false, isUnknown = false; ///< the VR is SQ, UN
    std::uint64_t valueAt = 0;

    bool isOpen() const { return length == kUndefined; }
    std::uint64_t end() const { return valueAt + length; } ///< where it is not open
};

bool isShortVr(std::string_view vr);
/// Those with two reserved bytes and a length of four (PS3.5 7.1.2).
bool isLongVr(std::string_view vr);
std::string_view asText(std::span<const std::byte> bytes);

/// Reads elements one after the other, with what is nested in them. Every length is checked against the file
/// and against the item around it before it is used, and every step moves forward, so it ends on any input.
/// What is kept costs at most some ten times the bytes it was read from, and kMostKept bounds it for all.
class ElementWalk {
public:
    explicit ElementWalk(ByteWindow& file) : m_file(file) {}

    std::optional<ElementHead> headAt(std::uint64_t at, Coding coding);
    /// Keeps an element in `set` and says where the next one begins. None where it is damaged.
    std::optional<std::uint64_t> take(const ElementHead& head, Coding coding, ElementSet& set);

private:
    using End = std::optional<std::uint64_t>; // where something ends; none where it is damaged
    static constexpr std::size_t kMostKept = 1 << 21;

    End takeAt(const ElementHead& head, Coding coding, ElementSet& set, int depth);
    End takeSequence(const ElementHead& head, Coding coding, ElementSet& set, int depth);
    End readItems(const ElementHead& sequence, Coding coding, const ElementSet& around,
                  std::vector<ElementSet>& items, int depth);
    End readItem(const ElementHead& item, std::uint64_t limit, Coding coding, ElementSet& set, int depth);
    bool keepValue(const ElementHead& head, ElementSet& set);
    bool isRoomForOneMore() { return ++m_kept <= kMostKept; }

    End skip(const ElementHead& head, Coding coding, int depth);
    End skipSequence(std::uint64_t at, Coding coding, int depth);
    End skipItem(const ElementHead& item, Coding coding, int depth);

    ByteWindow& m_file;
    std::size_t m_kept = 0; // elements and items, in all
};

} // namespace hemo::imaging
