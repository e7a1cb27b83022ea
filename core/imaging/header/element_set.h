#pragma once

#include "core/imaging/header/tags.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hemo::imaging {

/// Data elements that stand together: the top level of a file, or one item of a sequence (PS3.5 7.5). Of
/// sequences only those are kept that somebody asks for (see isKeptSequence); others are known by their tag
/// alone. Filled by ElementWalk, never changed after.
class ElementSet {
public:
    /// True for a sequence too, kept or not.
    bool has(Tag tag) const;
    /// As UTF-8 without padding; empty where missing.
    std::string text(Tag tag) const;
    /// The values of a multi-valued text.
    std::vector<std::string> texts(Tag tag) const;
    /// Decimal or integer strings; NaN for a value that is no number, so that the caller sees it.
    std::vector<double> numbers(Tag tag) const;
    std::optional<double> number(Tag tag) const; ///< the first; none where missing or no finite number
    std::optional<int> integer(Tag tag) const;   ///< of an integer string

    std::optional<std::uint16_t> word(Tag tag) const;     ///< the first 16 bits of a US or SS value
    std::vector<std::uint16_t> words(Tag tag) const;      ///< all of them; empty where missing
    std::optional<std::uint32_t> longWord(Tag tag) const; ///< the first 32 bits of a UL value
    std::vector<double> doubles(Tag tag) const;           ///< FD values; NaN and infinity as they are

    /// Short texts of the makers' own elements (PS3.5 7.8), printable ones alone.
    std::vector<std::string> privateTexts() const;

    /// The items of a sequence in the file's order; none where it is missing or not kept. Where a sequence is
    /// damaged these are the items before the damage.
    std::span<const ElementSet> items(Tag sequence) const;
    /// The first item; null where there is none.
    const ElementSet* item(Tag sequence) const;
    /// Where an item begins in the file, at its tag: what the offsets of a DICOMDIR point to (PS3.3 F.2.2).
    std::uint64_t offset() const { return m_offset; }

protected:
    friend class ElementWalk;
    struct Element {
        Tag tag;
        std::string value;
    };
    struct Sequence;

    const std::string* find(Tag tag) const;

    std::vector<Element> m_elements; // in the file's order
    std::vector<Sequence> m_sequences;
    std::string m_characterSet;
    std::uint64_t m_offset = 0;
    bool m_isBigEndian = false;
};

struct ElementSet::Sequence {
    Tag tag;
    std::vector<ElementSet> items;
};

} // namespace hemo::imaging
