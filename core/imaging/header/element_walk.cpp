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
    if (head.tag.group == 0xfffe || !coding.isExplicit) { // items have no VR in any form
        head.length = longWordIn(b, 4, coding);
        return head;
    }
    const std::string vr(asText(b.subspan(4, 2)));
    if (!isVr(vr)) return headWithoutVr(at, coding);
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

/// A VR of tomorrow or of nobody has a length of 32 bits behind two bytes of zero (PS3.5 6.2). Some writers
/// leave the VR of an element out, as if it were implicit, and some misspell one of the short ones.
std::optional<ElementHead> ElementWalk::headWithoutVr(std::uint64_t at, Coding coding) {
    const auto b = m_file.bytes(at, 8);
    if (b.empty()) return std::nullopt;
    const Tag tag{wordIn(b, 0, coding), wordIn(b, 2, coding)};
    const std::uint16_t reserved = wordIn(b, 6, coding);
    const std::uint32_t withoutVr = longWordIn(b, 4, coding);
    std::vector<ElementHead> forms;
    if (const auto rest = m_file.bytes(at + 8, 4); reserved == 0 && !rest.empty())
        forms.push_back({tag, longWordIn(rest, 0, coding), false, true, false, at + 12});
    forms.push_back({tag, withoutVr, false, true, false, at + 8});
    forms.push_back({tag, reserved, false, true, false, at + 8});
    for (const ElementHead& form : forms)
        if (isBorneOut(form, coding)) return form;
    forms.front().isGuess = true;
    return forms.front();
}

/// What follows looks like the next element, or nothing follows.
bool ElementWalk::isBorneOut(const ElementHead& head, Coding coding) {
    if (head.isOpen()) return tagAt(head.valueAt, coding) == tag::kItem;
    if (!m_file.holds(head.valueAt, head.length)) return false;
    if (head.end() == m_file.size()) return true;
    const auto next = m_file.bytes(head.end(), 8);
    if (next.empty()) return false;
    const Tag tag{wordIn(next, 0, coding), wordIn(next, 2, coding)};
    if (tag.group == 0xfffe) return tag == tag::kItem || tag == tag::kItemEnd || tag == tag::kSequenceEnd;
    if (coding.isExplicit) return tag.group != 0 && isVr(asText(next.subspan(4, 2)));
    return tag > head.tag && m_file.holds(head.end() + 8, longWordIn(next, 4, coding));
}

std::optional<Tag> ElementWalk::tagAt(std::uint64_t at, Coding coding) {
    const auto b = m_file.bytes(at, 4);
    if (b.empty()) return std::nullopt;
    return Tag{wordIn(b, 0, coding), wordIn(b, 2, coding)};
}

/// A sequence of unknown VR is implicit little endian inside, whatever is around it (PS3.5 6.2.2, note). Some
/// writers leave its inside as it was: its first element tells.
Coding ElementWalk::codingInside(const ElementHead& sequence, Coding coding) {
    constexpr Coding kImplicit{false, false};
    if (!sequence.isUnknown || !coding.isExplicit) return coding;
    const auto item = headAt(sequence.valueAt, coding);
    if (!item || item->tag != tag::kItem) return kImplicit;
    const auto first = m_file.bytes(item->valueAt, 8);
    if (first.empty() || !isVr(asText(first.subspan(4, 2)))) return kImplicit;
    const auto head = headAt(item->valueAt, coding);
    return head && isBorneOut(*head, coding) ? coding : kImplicit;
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
    const Keep keep{items, set};
    End end = walkItems(head, codingInside(head, coding), &keep, depth + 1);
    // With a length the elements behind it can still be found, and the items before the damage are sound.
    if (!end && !head.isOpen() && m_file.holds(head.valueAt, head.length)) end = head.end();
    if (end) set.m_sequences.push_back({head.tag, std::move(items)});
    return end;
}

ElementWalk::End ElementWalk::skip(const ElementHead& head, Coding coding, int depth) {
    if (head.isOpen()) return walkItems(head, codingInside(head, coding), nullptr, depth + 1);
    if (!m_file.holds(head.valueAt, head.length)) return std::nullopt;
    return head.end();
}

ElementWalk::End ElementWalk::walkItems(const ElementHead& sequence, Coding coding, const Keep* keep,
                                        int depth) {
    if (depth > kDeepest) return std::nullopt;
    if (!sequence.isOpen() && !m_file.holds(sequence.valueAt, sequence.length)) return std::nullopt;
    const std::uint64_t limit = sequence.isOpen() ? m_file.size() : sequence.end();
    bool isExchanged = false; // delimiters of items and of their sequence, by the last item
    for (std::uint64_t at = sequence.valueAt;;) {
        if (!sequence.isOpen() && at == limit) return limit;
        const auto item = headAt(at, coding);
        if (!item || item->valueAt > limit) return std::nullopt;
        if (item->tag == tag::kSequenceEnd) return sequence.isOpen() ? item->valueAt : limit;
        if (item->tag == tag::kItemEnd) {
            const auto next = tagAt(item->valueAt, coding);
            const bool isStray = next == tag::kItem || next == tag::kSequenceEnd;
            if (sequence.isOpen() && (isExchanged || !isStray)) return item->valueAt;
            at = item->valueAt;
            continue;
        }
        if (item->tag != tag::kItem) return std::nullopt;
        const auto end = keep ? keepItem(*item, at, limit, coding, *keep, depth)
                              : walkItem(*item, limit, coding, nullptr, depth);
        if (!end) return std::nullopt;
        at = end->at;
        isExchanged = end->isExchanged;
    }
}

std::optional<ElementWalk::ItemEnd> ElementWalk::keepItem(const ElementHead& item, std::uint64_t at,
                                                          std::uint64_t limit, Coding coding,
                                                          const Keep& keep, int depth) {
    if (!isRoomForOneMore()) return std::nullopt;
    ElementSet set;
    set.m_offset = at;
    set.m_isBigEndian = coding.isBigEndian;
    set.m_characterSet = keep.around.m_characterSet;
    const auto end = walkItem(item, limit, coding, &set, depth);
    if (end) keep.items.push_back(std::move(set));
    return end;
}

std::optional<ElementWalk::ItemEnd> ElementWalk::walkItem(const ElementHead& item, std::uint64_t limit,
                                                          Coding coding, ElementSet* set, int depth) {
    if (!item.isOpen()) {
        if (item.end() > limit) return std::nullopt;
        limit = item.end();
        if (!set) return ItemEnd{limit};
    }
    bool isBehindClosed = false; // a sequence that says its length, and may have a delimiter all the same
    for (std::uint64_t at = item.valueAt;;) {
        if (!item.isOpen() && at == limit) return ItemEnd{limit};
        const auto head = headAt(at, coding);
        if (!head || head->valueAt > limit) return std::nullopt;
        if (head->tag == tag::kItemEnd) return ItemEnd{item.isOpen() ? head->valueAt : limit};
        if (head->tag == tag::kSequenceEnd) {
            if (item.isOpen() && !isBehindClosed) return endByWrongDelimiter(*head, at, coding);
            at = head->valueAt;
            continue;
        }
        if (head->tag.group == 0xfffe) return std::nullopt; // an item that belongs elsewhere
        const End end = set ? takeAt(*head, coding, *set, depth) : skip(*head, coding, depth);
        if (!end || *end > limit) return std::nullopt;
        at = *end;
        isBehindClosed = head->isSequence && !head->isOpen();
    }
}

/// The end of a sequence where that of an item should be. Where items or an end of theirs follow, the two
/// were exchanged; else the item's was left out, and this one is the sequence's.
std::optional<ElementWalk::ItemEnd> ElementWalk::endByWrongDelimiter(const ElementHead& delimiter,
                                                                     std::uint64_t at, Coding coding) {
    const auto next = tagAt(delimiter.valueAt, coding);
    if (next == tag::kItem || next == tag::kItemEnd) return ItemEnd{delimiter.valueAt, true};
    if (next == tag::kSequenceEnd) return ItemEnd{delimiter.valueAt};
    return ItemEnd{at};
}

} // namespace hemo::imaging
