#include "core/imaging/header/element_walk.h"

#include <algorithm>
#include <array>

namespace hemo::imaging {
namespace {

constexpr std::uint32_t kKeptBytes = 4096;     // longer values are of no interest here
constexpr int kDeepestKept = 8, kDeepest = 32; // sequences in sequences

bool isOneOf(std::string_view vr, std::string_view list) {
    for (std::size_t i = 0; i + 1 < list.size(); i += 3)
        if (list.substr(i, 2) == vr) return true;
    return false;
}

/// Functional groups of enhanced objects (PS3.3 C.7.6.16) with what is read of them, contrast, and the
/// records of a DICOMDIR. Any other sequence is walked over.
bool isKeptSequence(Tag tag) {
    static constexpr std::array kKept{tag::kDirectoryRecordSequence,
                                      tag::kAnatomicRegionSequence,
                                      tag::kContrastBolusAgentSequence,
                                      tag::kCtAcquisitionTypeSequence,
                                      tag::kCtReconstructionSequence,
                                      tag::kCtXRayDetailsSequence,
                                      tag::kCtImageFrameTypeSequence,
                                      tag::kContrastBolusUsageSequence,
                                      tag::kFrameAnatomySequence,
                                      tag::kFrameContentSequence,
                                      tag::kPlanePositionSequence,
                                      tag::kPlaneOrientationSequence,
                                      tag::kUnassignedSharedConvertedAttributesSequence,
                                      tag::kUnassignedPerFrameConvertedAttributesSequence,
                                      tag::kPixelMeasuresSequence,
                                      tag::kFrameVoiLutSequence,
                                      tag::kPixelValueTransformationSequence,
                                      tag::kMeasurementUnitsCodeSequence,
                                      tag::kRealWorldValueMappingSequence,
                                      tag::kSharedFunctionalGroupsSequence,
                                      tag::kPerFrameFunctionalGroupsSequence};
    static_assert(std::is_sorted(kKept.begin(), kKept.end()));
    return std::binary_search(kKept.begin(), kKept.end(), tag);
}

std::uint16_t wordIn(std::span<const std::byte> b, std::size_t at, Coding coding) {
    const auto first = std::to_integer<unsigned>(b[at]), second = std::to_integer<unsigned>(b[at + 1]);
    return static_cast<std::uint16_t>(coding.isBigEndian ? first << 8 | second : second << 8 | first);
}

std::uint32_t longWordIn(std::span<const std::byte> b, std::size_t at, Coding coding) {
    const std::uint32_t first = wordIn(b, at, coding), second = wordIn(b, at + 2, coding);
    return coding.isBigEndian ? first << 16 | second : second << 16 | first;
}

/// A sequence of unknown VR is implicit little endian inside, whatever is around it (PS3.5 6.2.2, note).
Coding codingInside(const ElementHead& head, Coding coding) {
    return head.isUnknown ? Coding{false, false} : coding;
}

} // namespace

bool isShortVr(std::string_view vr) {
    return isOneOf(vr, "AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US");
}

bool isLongVr(std::string_view vr) {
    return isOneOf(vr, "OB OD OF OL OV OW SQ SV UC UN UR UT UV");
}

std::string_view asText(std::span<const std::byte> b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

std::optional<ElementHead> ElementWalk::headAt(std::uint64_t at, Coding coding) {
    const auto b = m_file.bytes(at, 8);
    if (b.empty()) return std::nullopt;
    ElementHead head;
    head.tag = {wordIn(b, 0, coding), wordIn(b, 2, coding)};
    head.valueAt = at + 8;
    const std::string vr(asText(b.subspan(4, 2)));
    // Items have no VR in any form; an element without one among explicit ones is taken as implicit.
    if (head.tag.group == 0xfffe || !coding.isExplicit || !(isShortVr(vr) || isLongVr(vr))) {
        head.length = longWordIn(b, 4, coding);
        return head;
    }
    head.isSequence = vr == "SQ";
    head.isUnknown = vr == "UN";
    if (isShortVr(vr)) {
        head.length = wordIn(b, 6, coding);
        return head;
    }
    const auto rest = m_file.bytes(at + 8, 4);
    if (rest.empty()) return std::nullopt;
    head.length = longWordIn(rest, 0, coding);
    head.valueAt = at + 12;
    return head;
}

std::optional<std::uint64_t> ElementWalk::take(const ElementHead& head, Coding coding, ElementSet& set) {
    set.m_isBigEndian = coding.isBigEndian;
    return takeAt(head, coding, set, 0);
}

ElementWalk::End ElementWalk::takeAt(const ElementHead& head, Coding coding, ElementSet& set, int depth) {
    if (!isRoomForOneMore()) return std::nullopt;
    if (isKeptSequence(head.tag) && depth < kDeepestKept) return takeSequence(head, coding, set, depth);
    if (!keepValue(head, set)) return std::nullopt;
    return skip(head, coding, depth);
}

bool ElementWalk::keepValue(const ElementHead& head, ElementSet& set) {
    std::string value;
    if (!head.isOpen()) {
        if (!m_file.holds(head.valueAt, head.length)) return false;
        if (head.length > 0 && head.length <= kKeptBytes && !head.isSequence) {
            const auto bytes = m_file.bytes(head.valueAt, head.length);
            if (bytes.empty()) return false;
            value = asText(bytes);
        }
    }
    if (head.tag == tag::kSpecificCharacterSet) set.m_characterSet = value;
    set.m_elements.push_back({head.tag, std::move(value)});
    return true;
}

ElementWalk::End ElementWalk::takeSequence(const ElementHead& head, Coding coding, ElementSet& set,
                                           int depth) {
    std::vector<ElementSet> items;
    End end = readItems(head, codingInside(head, coding), set, items, depth + 1);
    if (!end && head.isUnknown && depth == 0) { // some writers leave its inside as it was
        items.clear();
        end = readItems(head, coding, set, items, depth + 1);
    }
    // With a length the elements behind it can still be found, and the items before the damage are sound.
    if (!end && !head.isOpen() && m_file.holds(head.valueAt, head.length)) end = head.end();
    if (end) set.m_sequences.push_back({head.tag, std::move(items)});
    return end;
}

ElementWalk::End ElementWalk::readItems(const ElementHead& sequence, Coding coding, const ElementSet& around,
                                        std::vector<ElementSet>& items, int depth) {
    if (!sequence.isOpen() && !m_file.holds(sequence.valueAt, sequence.length)) return std::nullopt;
    const std::uint64_t limit = sequence.isOpen() ? m_file.size() : sequence.end();
    for (std::uint64_t at = sequence.valueAt;;) {
        if (!sequence.isOpen() && at == limit) return limit;
        const auto item = headAt(at, coding);
        if (!item || item->valueAt > limit) return std::nullopt;
        if (item->tag == tag::kSequenceEnd) return sequence.isOpen() ? item->valueAt : limit;
        if (item->tag != tag::kItem || !isRoomForOneMore()) return std::nullopt;
        ElementSet set;
        set.m_offset = at;
        set.m_isBigEndian = coding.isBigEndian;
        set.m_characterSet = around.m_characterSet;
        const End end = readItem(*item, limit, coding, set, depth);
        if (!end) return std::nullopt;
        items.push_back(std::move(set));
        at = *end;
    }
}

ElementWalk::End ElementWalk::readItem(const ElementHead& item, std::uint64_t limit, Coding coding,
                                       ElementSet& set, int depth) {
    if (!item.isOpen()) {
        if (item.end() > limit) return std::nullopt;
        limit = item.end();
    }
    for (std::uint64_t at = item.valueAt;;) {
        if (!item.isOpen() && at == limit) return limit;
        const auto head = headAt(at, coding);
        if (!head || head->valueAt > limit) return std::nullopt;
        if (head->tag == tag::kItemEnd) return item.isOpen() ? head->valueAt : limit;
        if (head->tag.group == 0xfffe) return std::nullopt; // an item or an end that belongs elsewhere
        const End end = takeAt(*head, coding, set, depth);
        if (!end || *end > limit) return std::nullopt;
        at = *end;
    }
}

ElementWalk::End ElementWalk::skip(const ElementHead& head, Coding coding, int depth) {
    if (head.isOpen()) return skipSequence(head.valueAt, codingInside(head, coding), depth + 1);
    if (!m_file.holds(head.valueAt, head.length)) return std::nullopt;
    return head.end();
}

ElementWalk::End ElementWalk::skipSequence(std::uint64_t at, Coding coding, int depth) {
    if (depth > kDeepest) return std::nullopt;
    for (;;) {
        const auto item = headAt(at, coding);
        if (!item) return std::nullopt;
        if (item->tag == tag::kSequenceEnd) return item->valueAt;
        if (item->tag != tag::kItem) return std::nullopt;
        const End end = skipItem(*item, coding, depth);
        if (!end) return std::nullopt;
        at = *end;
    }
}

ElementWalk::End ElementWalk::skipItem(const ElementHead& item, Coding coding, int depth) {
    if (!item.isOpen()) return m_file.holds(item.valueAt, item.length) ? End(item.end()) : std::nullopt;
    for (std::uint64_t at = item.valueAt;;) {
        const auto head = headAt(at, coding);
        if (!head) return std::nullopt;
        if (head->tag == tag::kItemEnd) return head->valueAt;
        const End end = skip(*head, coding, depth);
        if (!end) return std::nullopt;
        at = *end;
    }
}

} // namespace hemo::imaging
