#include "tests/support/raw_dicom.h"

#include <bit>
#include <fstream>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using Form = RawDicom::Form;
using Tag = RawDicom::Tag;

constexpr std::uint32_t kUndefined = 0xffffffff;

std::string number(std::uint64_t value, int bytes, Form form) {
    std::string result;
    for (int b = 0; b < bytes; ++b) {
        const int shift = 8 * (form == Form::BigEndian ? bytes - 1 - b : b);
        result += static_cast<char>(value >> shift & 0xff);
    }
    return result;
}

std::string head(Tag tag, std::uint32_t length, Form form) {
    return number(tag.group, 2, form) + number(tag.element, 2, form) + number(length, 4, form);
}

const char* syntaxOf(Form form) {
    switch (form) {
    case Form::Implicit:
        return "1.2.840.10008.1.2";
    case Form::BigEndian:
        return "1.2.840.10008.1.2.2";
    case Form::Explicit:
        break;
    }
    return "1.2.840.10008.1.2.1";
}

} // namespace

RawDicom RawDicom::ctSlice(double zMm, int instanceNumber) {
    RawDicom file;
    file.text(tag::kSopClassUid, "UI", imaging::uid::kCtImageStorage)
        .text(tag::kSopInstanceUid, "UI", "1.2.3.4." + std::to_string(instanceNumber))
        .text(tag::kModality, "CS", "CT")
        .text(tag::kImageType, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
        .text(tag::kStudyInstanceUid, "UI", "1.2.3")
        .text(tag::kSeriesInstanceUid, "UI", "1.2.3.4")
        .text(tag::kSeriesNumber, "IS", "3")
        .text(tag::kInstanceNumber, "IS", std::to_string(instanceNumber))
        .text(tag::kImagePositionPatient, "DS", "-10\\-20\\" + std::to_string(zMm))
        .text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\1\\0")
        .text(tag::kPixelSpacing, "DS", "0.5\\0.25")
        .text(tag::kPhotometricInterpretation, "CS", "MONOCHROME2")
        .text(tag::kRescaleSlope, "DS", "1")
        .text(tag::kRescaleIntercept, "DS", "-24")
        .word(tag::kSamplesPerPixel, "US", 1)
        .word(tag::kColumns, "US", 4)
        .word(tag::kRows, "US", 3)
        .word(tag::kBitsAllocated, "US", 16)
        .word(tag::kBitsStored, "US", 16)
        .word(tag::kHighBit, "US", 15)
        .word(tag::kPixelRepresentation, "US", 1)
        .pixels({64536, 64537, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024}); // -1000, -999, 0, ...
    return file;
}

RawDicom& RawDicom::text(Tag tag, const std::string& vr, const std::string& value) {
    std::string padded = value;
    if (padded.size() % 2 != 0) padded += vr == "UI" ? '\0' : ' ';
    Element& element = m_elements[tag] = {};
    element.vr = vr;
    element.bytes = padded;
    return *this;
}

RawDicom& RawDicom::numbers(Tag tag, const std::string& vr, int size, std::vector<std::uint64_t> values) {
    Element& element = m_elements[tag] = {};
    element.vr = vr;
    element.numbers = std::move(values);
    element.numberSize = size;
    return *this;
}

RawDicom& RawDicom::word(Tag tag, const std::string& vr, std::uint16_t value) {
    return numbers(tag, vr, 2, {value});
}

RawDicom& RawDicom::doubles(Tag tag, const std::vector<double>& values) {
    std::vector<std::uint64_t> bits;
    for (double value : values)
        bits.push_back(std::bit_cast<std::uint64_t>(value));
    return numbers(tag, "FD", 8, bits);
}

RawDicom& RawDicom::longWords(Tag tag, const std::vector<std::uint32_t>& values) {
    return numbers(tag, "UL", 4, {values.begin(), values.end()});
}

RawDicom& RawDicom::veryLong(Tag tag, const std::vector<std::uint64_t>& values) {
    return numbers(tag, "OV", 8, values);
}

RawDicom& RawDicom::sequence(Tag tag, const std::vector<RawDicom>& items, Ends ends, const std::string& vr) {
    Element& element = m_elements[tag] = {};
    element.vr = vr;
    element.items = items;
    element.ends = ends;
    if (ends == Ends::ByDelimiter) lieAboutLength(tag, kUndefined);
    return *this;
}

RawDicom& RawDicom::fragments(const std::string& transferSyntax, const std::vector<std::string>& fragments,
                              const std::vector<std::uint32_t>& offsetTable) {
    std::string table;
    for (std::uint32_t offset : offsetTable)
        table += number(offset, 4, Form::Explicit);
    std::string all = head(tag::kItem, static_cast<std::uint32_t>(table.size()), Form::Explicit) + table;
    for (const std::string& fragment : fragments)
        all += head(tag::kItem, static_cast<std::uint32_t>(fragment.size()), Form::Explicit) + fragment;
    text(tag::kPixelData, "OB", all + head(tag::kSequenceEnd, 0, Form::Explicit));
    lieAboutLength(tag::kPixelData, kUndefined);
    return this->transferSyntax(transferSyntax);
}

RawDicom& RawDicom::pixels(const std::vector<std::uint16_t>& values) {
    return numbers(tag::kPixelData, "OW", 2, {values.begin(), values.end()});
}

RawDicom& RawDicom::bytePixels(const std::vector<std::uint8_t>& values) {
    return text(tag::kPixelData, "OB", std::string(values.begin(), values.end()));
}

RawDicom& RawDicom::verbatim(Tag tag, const std::string& bytes) {
    Element& element = m_elements[tag] = {};
    element.bytes = bytes;
    element.isVerbatim = true;
    return *this;
}

RawDicom& RawDicom::remove(Tag tag) {
    m_elements.erase(tag);
    return *this;
}

RawDicom& RawDicom::lieAboutLength(Tag tag, std::uint32_t length) {
    m_elements.at(tag).claimedLength = length;
    m_elements.at(tag).isLie = true;
    return *this;
}

RawDicom& RawDicom::form(Form form) {
    m_form = form;
    return *this;
}

RawDicom& RawDicom::transferSyntax(const std::string& uid) {
    m_transferSyntax = uid;
    return *this;
}

RawDicom& RawDicom::withoutPreamble() {
    m_hasPreamble = false;
    return *this;
}

std::string RawDicom::encodedItems(const Element& element, Form form) {
    const bool isOpen = element.ends == Ends::ByDelimiter;
    std::string all;
    for (const RawDicom& item : element.items) {
        const std::string inside = item.encodedSet(form);
        all +=
            head(tag::kItem, isOpen ? kUndefined : static_cast<std::uint32_t>(inside.size()), form) + inside;
        if (isOpen) all += head(tag::kItemEnd, 0, form);
    }
    return isOpen ? all + head(tag::kSequenceEnd, 0, form) : all;
}

std::string RawDicom::encoded(Tag tag, const Element& element, Form form) const {
    if (element.isVerbatim) return element.bytes;
    std::string value = element.bytes;
    for (std::uint64_t n : element.numbers)
        value += number(n, element.numberSize, form);
    if (element.vr == "SQ" || element.vr == "UN")
        value += encodedItems(element, element.vr == "UN" ? Form::Implicit : form);
    const auto length = element.isLie ? element.claimedLength : static_cast<std::uint32_t>(value.size());
    if (form == Form::Implicit) return head(tag, length, form) + value;
    std::string start = number(tag.group, 2, form) + number(tag.element, 2, form) + element.vr;
    const bool isLong = element.vr == "OW" || element.vr == "OB" || element.vr == "OV" ||
                        element.vr == "SQ" || element.vr == "UN";
    start += isLong ? std::string(2, '\0') + number(length, 4, form) : number(length, 2, form);
    return start + value;
}

std::string RawDicom::encodedSet(Form form) const {
    std::string all;
    for (const auto& [tag, element] : m_elements)
        all += encoded(tag, element, form);
    return all;
}

void RawDicom::write(const std::filesystem::path& file) const {
    std::ofstream out(file, std::ios::binary);
    if (m_hasPreamble) {
        RawDicom meta;
        if (const auto sopClass = m_elements.find(tag::kSopClassUid); sopClass != m_elements.end())
            meta.text(tag::kMediaStorageSopClassUid, "UI", sopClass->second.bytes);
        meta.text(tag::kTransferSyntaxUid, "UI",
                  m_transferSyntax.empty() ? syntaxOf(m_form) : m_transferSyntax);
        out << std::string(128, '\0') << "DICM" << meta.encodedSet(Form::Explicit);
    }
    out << encodedSet(m_form);
}

std::string littleEndian(std::uint64_t value, int bytes) {
    return number(value, bytes, Form::Explicit);
}

std::string delimited(imaging::Tag tag, const std::string& value) {
    return head(tag, static_cast<std::uint32_t>(value.size()), Form::Explicit) + value;
}

std::string longElement(imaging::Tag tag, const std::string& vr, const std::string& value) {
    return number(tag.group, 2, Form::Explicit) + number(tag.element, 2, Form::Explicit) + vr +
           std::string(2, '\0') + number(value.size(), 4, Form::Explicit) + value;
}

} // namespace hemo::testing
