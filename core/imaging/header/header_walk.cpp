#include "core/imaging/header/header_walk.h"

#include "core/imaging/header/text_encoding.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

std::uint16_t littleWord(std::span<const std::byte> b, std::size_t at) {
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(b[at + 1]) << 8 |
                                      std::to_integer<unsigned>(b[at]));
}

} // namespace

Result<DicomHeader> HeaderWalk::run() {
    const auto damaged = [](const char* detail) {
        return fail(ErrorCode::Damaged, say("dicom.damaged"), detail);
    };
    if (!findStart()) return fail(ErrorCode::NothingReadable, say("dicom.none"));
    if (!readMeta()) return damaged("meta header");
    if (m_header.m_transferSyntax == uid::kDeflated && isStillDeflated())
        return fail(ErrorCode::Unsupported, say("dicom.deflated"));
    if (!chooseCoding()) return damaged("no data set");
    if (!readElements()) return damaged("data elements");
    return std::move(m_header);
}

/// "DICM" after 128 bytes (PS3.10 7.1), or a first element of group 2 or 8 at the very beginning.
bool HeaderWalk::findStart() {
    if (const auto start = m_file.bytes(0, 132); !start.empty() && asText(start).substr(128) == "DICM") {
        m_at = 132;
        return true;
    }
    const auto start = m_file.bytes(0, 8);
    if (start.empty()) return false;
    const std::uint16_t little = littleWord(start, 0), element = littleWord(start, 2);
    const bool isBig = little == 0x0800;
    if (little != 0x0002 && little != 0x0008 && !isBig) return false;
    if (!isBig && element > 0x0100) return false;
    if (isBig && (element & 0xff) > 1) return false;
    const auto head = m_walk.headAt(0, {false, false});
    // Without a VR the first element is a short one, or its length of four bytes would be absurd.
    return isVr(asText(m_file.bytes(4, 2))) || (!isBig && head && head->length <= 256);
}

/// Group 2 is explicit little endian by the standard; some writers forget that, so each VR is looked at.
bool HeaderWalk::readMeta() {
    for (;;) {
        const auto peek = m_file.bytes(m_at, 8);
        if (peek.empty() || littleWord(peek, 0) != 0x0002) return true;
        const Coding coding{isVr(asText(peek.subspan(4, 2))), false};
        const auto head = m_walk.headAt(m_at, coding);
        if (!head || head->isOpen() || !m_file.holds(head->valueAt, head->length)) return false;
        if (head->tag == tag::kTransferSyntaxUid && head->length <= 64)
            m_header.m_transferSyntax = trimmed(asText(m_file.bytes(head->valueAt, head->length)));
        const auto next = m_walk.take(*head, coding, m_header);
        if (!next) return false;
        m_at = *next;
    }
}

/// Whoever inflated a file may have left the old transfer syntax in it. Compressed bytes never begin as a
/// data set does: in a deflate stream (RFC 1951) 0x08 begins a stored block whose padding bits are not zero.
bool HeaderWalk::isStillDeflated() {
    const auto peek = m_file.bytes(m_at, 8);
    return peek.empty() || littleWord(peek, 0) != 0x0008 || !isVr(asText(peek.subspan(4, 2)));
}

/// The bytes decide, not the transfer syntax: the two disagree often enough in real files.
bool HeaderWalk::chooseCoding() {
    const auto peek = m_file.bytes(m_at, 8);
    if (peek.empty()) return false;
    // The first group is 8 or another small number; seen from the wrong end it is a large one.
    const std::uint16_t little = littleWord(peek, 0);
    m_coding.isBigEndian = static_cast<std::uint16_t>(little << 8 | little >> 8) < little;
    m_coding.isExplicit = isVr(asText(peek.subspan(4, 2)));
    if (m_coding.isExplicit) return true;
    // Without a VR that is known the next element tells: nothing in an implicit file looks like a VR.
    const auto head = m_walk.headAt(m_at, {true, m_coding.isBigEndian});
    m_coding.isExplicit = head && !head->isGuess && !head->isOpen() && m_file.holds(head->end(), 8) &&
                          isVr(asText(m_file.bytes(head->end() + 4, 2)));
    return true;
}

bool HeaderWalk::readElements() {
    for (;;) {
        const Step step = readElement();
        if (step != Step::Go) return step == Step::Stop;
    }
}

HeaderWalk::Step HeaderWalk::readElement() {
    if (!m_file.holds(m_at, 8)) return isPaddingFrom(m_at) ? Step::Stop : Step::Damaged;
    const auto head = m_walk.headAt(m_at, m_coding);
    if (!head) return Step::Damaged;
    if (head->isDelimiter()) { // of a sequence that said its length, or of none
        m_at = head->valueAt;
        return Step::Go;
    }
    if (head->tag > tag::kPixelData) return Step::Stop; // after the length of its group
    // A guess at where the pixels begin could shift the picture.
    if (head->tag == tag::kPixelData && head->isGuess) return Step::Damaged;
    notePixels(*head);
    if (head->tag == tag::kPixelData) return Step::Stop;
    const auto next = m_walk.take(*head, m_coding, m_header);
    if (!next) return Step::Damaged;
    m_at = *next;
    return Step::Go;
}

void HeaderWalk::notePixels(const ElementHead& head) {
    if (head.tag == tag::kExtendedOffsetTable && !head.isOpen())
        m_header.m_extendedOffsets = {head.valueAt, head.length};
    else if (head.tag == tag::kExtendedOffsetTableLengths && !head.isOpen())
        m_header.m_extendedLengths = {head.valueAt, head.length};
    else if (head.tag == tag::kPixelData)
        m_header.m_pixels = placeOf(head);
}

/// Fragments are known by their first item: some writers give their length, which is to be unknown (PS3.5
/// A.4), and some give none to pixels that lie in no fragments.
PixelPlace HeaderWalk::placeOf(const ElementHead& head) {
    PixelPlace place{head.valueAt, head.length, holdsFragments(head), false, m_coding.isBigEndian, {}, {}};
    if (head.isOpen()) place.length = m_file.size() - std::min(m_file.size(), head.valueAt);
    place.extendedOffsets = m_header.m_extendedOffsets;
    place.extendedLengths = m_header.m_extendedLengths;
    return place;
}

bool HeaderWalk::holdsFragments(const ElementHead& head) {
    constexpr Coding kLittle{false, false}; // fragments are little endian in every syntax
    const auto item = m_walk.headAt(head.valueAt, kLittle);
    if (!item || item->tag != tag::kItem) return false;
    if (head.isOpen()) return true;
    if (item->isOpen() || item->end() > head.end()) return false;
    if (item->end() == head.end()) return true;
    const auto next = m_walk.headAt(item->end(), kLittle);
    return next && (next->tag == tag::kItem || next->isDelimiter());
}

/// Some writers end a file with zeros; anything else is an element that was cut off.
bool HeaderWalk::isPaddingFrom(std::uint64_t at) {
    const auto rest = m_file.bytes(at, static_cast<std::size_t>(m_file.size() - at));
    return std::all_of(rest.begin(), rest.end(), [](std::byte b) { return b == std::byte{0}; });
}

} // namespace hemo::imaging
