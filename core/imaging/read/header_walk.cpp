#include "core/imaging/read/header_walk.h"

#include "core/imaging/read/text_encoding.h"

#include <algorithm>
#include <cstring>

namespace hemo::imaging {
namespace {

constexpr std::uint32_t kUndefined = 0xffffffff;
constexpr std::uint32_t kKeptBytes = 4096; // longer values are of no interest here
constexpr int kDeepest = 32;               // sequences in sequences

bool isOneOf(std::string_view vr, std::string_view list) {
    for (std::size_t i = 0; i + 1 < list.size(); i += 3)
        if (list.substr(i, 2) == vr) return true;
    return false;
}

bool isShortVr(std::string_view vr) {
    return isOneOf(vr, "AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US");
}

/// Those with two reserved bytes and a length of four (PS3.5 7.1.2).
bool isLongVr(std::string_view vr) {
    return isOneOf(vr, "OB OD OF OL OV OW SQ SV UC UN UR UT UV");
}

std::string_view asText(std::span<const std::byte> b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

} // namespace

std::uint16_t HeaderWalk::word(std::span<const std::byte> b, std::size_t at) const {
    const auto first = std::to_integer<unsigned>(b[at]), second = std::to_integer<unsigned>(b[at + 1]);
    return static_cast<std::uint16_t>(m_isBigEndian ? first << 8 | second : second << 8 | first);
}

std::uint32_t HeaderWalk::longWord(std::span<const std::byte> b, std::size_t at) const {
    const std::uint32_t first = word(b, at), second = word(b, at + 2);
    return m_isBigEndian ? first << 16 | second : second << 16 | first;
}

Result<DicomHeader> HeaderWalk::run() {
    constexpr auto kDamaged = "A DICOM file is damaged: copy it again from its source.";
    if (!findStart()) return fail(ErrorCode::NothingReadable, "This is not a DICOM file.");
    if (!readMeta()) return fail(ErrorCode::Damaged, kDamaged, "meta header");
    if (m_header.m_transferSyntax == uid::kDeflated)
        return fail(ErrorCode::Unsupported,
                    "These files are deflated as a whole: export them again without that compression.");
    if (!chooseForm()) return fail(ErrorCode::Damaged, kDamaged, "no data set");
    m_header.m_isBigEndian = m_isBigEndian;
    if (!readElements()) return fail(ErrorCode::Damaged, kDamaged, "data elements");
    if (const std::string* set = m_header.find(tag::kSpecificCharacterSet)) m_header.m_characterSet = *set;
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
    const std::uint16_t little = word(start, 0), element = word(start, 2);
    const bool isBig = little == 0x0800;
    if (little != 0x0002 && little != 0x0008 && !isBig) return false;
    if (!isBig && element > 0x0100) return false;
    if (isBig && (element & 0xff) > 1) return false;
    const std::string_view vr = asText(start.subspan(4, 2));
    // Without a VR the first element is a short one, or its length of four bytes would be absurd.
    return isShortVr(vr) || isLongVr(vr) || (!isBig && longWord(start, 4) <= 256);
}

/// Group 2 is explicit little endian by the standard; some writers forget that, so each VR is looked at.
bool HeaderWalk::readMeta() {
    for (;;) {
        const auto peek = m_file.bytes(m_at, 8);
        if (peek.empty() || word(peek, 0) != 0x0002) return true;
        const std::string_view vr = asText(peek.subspan(4, 2));
        const auto head = headAt(m_at, isShortVr(vr) || isLongVr(vr) ? Form::Explicit : Form::Implicit);
        if (!head || !m_file.holds(head->valueAt, head->length)) return false;
        if (head->tag == tag::kTransferSyntaxUid && head->length <= 64)
            m_header.m_transferSyntax = trimmed(asText(m_file.bytes(head->valueAt, head->length)));
        if (!keep(*head)) return false;
        m_at = head->valueAt + head->length;
    }
}

/// The bytes decide, not the transfer syntax: the two disagree often enough in real files.
bool HeaderWalk::chooseForm() {
    const auto peek = m_file.bytes(m_at, 8);
    if (peek.empty()) return false;
    // The first group is 8 or another small number; seen from the wrong end it is a large one.
    const std::uint16_t little = word(peek, 0);
    m_isBigEndian = static_cast<std::uint16_t>(little << 8 | little >> 8) < little;
    const std::string_view vr = asText(peek.subspan(4, 2));
    m_form = isShortVr(vr) || isLongVr(vr) ? Form::Explicit : Form::Implicit;
    return true;
}

std::optional<HeaderWalk::Head> HeaderWalk::headAt(std::uint64_t at, Form form) {
    const auto b = m_file.bytes(at, 8);
    if (b.empty()) return std::nullopt;
    Head head;
    head.tag = {word(b, 0), word(b, 2)};
    head.valueAt = at + 8;
    const std::string vr(asText(b.subspan(4, 2)));
    // Items have no VR in any form; an element without one among explicit ones is taken as implicit.
    if (head.tag.group == 0xfffe || form == Form::Implicit || !(isShortVr(vr) || isLongVr(vr))) {
        head.length = longWord(b, 4);
        return head;
    }
    head.isSequence = vr == "SQ";
    head.isUnknown = vr == "UN";
    if (isShortVr(vr)) {
        head.length = word(b, 6);
        return head;
    }
    const auto rest = m_file.bytes(at + 8, 4);
    if (rest.empty()) return std::nullopt;
    head.length = longWord(rest, 0);
    head.valueAt = at + 12;
    return head;
}

bool HeaderWalk::readElements() {
    for (;;) {
        const Step step = readElement();
        if (step != Step::Go) return step == Step::Stop;
    }
}

HeaderWalk::Step HeaderWalk::readElement() {
    if (!m_file.holds(m_at, 8)) return isPaddingFrom(m_at) ? Step::Stop : Step::Damaged;
    const auto head = headAt(m_at, m_form);
    if (!head) return Step::Damaged;
    if (head->tag == tag::kPixelData) {
        m_header.m_pixels = PixelPlace{head->valueAt, head->length, head->length == kUndefined};
        return Step::Stop;
    }
    if (head->tag > tag::kPixelData) return Step::Stop; // after the length of its group
    if (head->length != kUndefined && !keep(*head)) return Step::Damaged;
    return skipValue(*head, m_at, m_form, 0) ? Step::Go : Step::Damaged;
}

/// Some writers end a file with zeros; anything else is an element that was cut off.
bool HeaderWalk::isPaddingFrom(std::uint64_t at) {
    const auto rest = m_file.bytes(at, static_cast<std::size_t>(m_file.size() - at));
    return std::all_of(rest.begin(), rest.end(), [](std::byte b) { return b == std::byte{0}; });
}

bool HeaderWalk::keep(const Head& head) {
    if (!m_file.holds(head.valueAt, head.length)) return false;
    std::string value;
    if (head.length > 0 && head.length <= kKeptBytes && !head.isSequence) {
        const auto bytes = m_file.bytes(head.valueAt, head.length);
        if (bytes.empty()) return false;
        value = asText(bytes);
    }
    m_header.m_elements.push_back({head.tag, std::move(value)});
    return true;
}

/// Moves `at` behind the element.
bool HeaderWalk::skipValue(const Head& head, std::uint64_t& at, Form form, int depth) {
    if (head.length != kUndefined) {
        if (!m_file.holds(head.valueAt, head.length)) return false;
        at = head.valueAt + head.length;
        return true;
    }
    if (depth == 0) m_header.m_elements.push_back({head.tag, {}});
    at = head.valueAt;
    // A sequence of unknown VR and undefined length is implicit little endian inside (PS3.5 6.2.2, note).
    return skipSequence(at, head.isUnknown ? Form::Implicit : form, depth + 1);
}

bool HeaderWalk::skipSequence(std::uint64_t& at, Form form, int depth) {
    if (depth > kDeepest) return false;
    for (;;) {
        const auto item = headAt(at, form);
        if (!item) return false;
        at = item->valueAt;
        if (item->tag == tag::kSequenceEnd) return true;
        if (item->tag != tag::kItem || !skipItem(at, item->length, form, depth)) return false;
    }
}

bool HeaderWalk::skipItem(std::uint64_t& at, std::uint32_t length, Form form, int depth) {
    if (length != kUndefined) {
        if (!m_file.holds(at, length)) return false;
        at += length;
        return true;
    }
    for (;;) {
        const auto head = headAt(at, form);
        if (!head) return false;
        if (head->tag == tag::kItemEnd) {
            at = head->valueAt;
            return true;
        }
        if (!skipValue(*head, at, form, depth)) return false;
    }
}

Result<DicomHeader> DicomHeader::read(ByteWindow& file) {
    return HeaderWalk(file).run();
}

} // namespace hemo::imaging
