#include "tests/support/raw_dicom.h"

#include <fstream>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using Form = RawDicom::Form;

std::string number(std::uint32_t value, int bytes, Form form) {
    std::string result;
    for (int b = 0; b < bytes; ++b) {
        const int shift = 8 * (form == Form::BigEndian ? bytes - 1 - b : b);
        result += static_cast<char>(value >> shift & 0xff);
    }
    return result;
}

const char* transferSyntax(Form form) {
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
    m_elements[tag] = Element{vr, padded, {}, 0, false};
    return *this;
}

RawDicom& RawDicom::word(Tag tag, const std::string& vr, std::uint16_t value) {
    m_elements[tag] = Element{vr, {}, {value}, 0, false};
    return *this;
}

RawDicom& RawDicom::pixels(const std::vector<std::uint16_t>& values) {
    m_elements[tag::kPixelData] = Element{"OW", {}, values, 0, false};
    return *this;
}

RawDicom& RawDicom::bytePixels(const std::vector<std::uint8_t>& values) {
    m_elements[tag::kPixelData] = Element{"OB", std::string(values.begin(), values.end()), {}, 0, false};
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

RawDicom& RawDicom::withoutPreamble() {
    m_hasPreamble = false;
    return *this;
}

std::string RawDicom::encoded(Tag tag, const Element& element, Form form) const {
    std::string value = element.bytes;
    for (std::uint16_t word : element.words)
        value += number(word, 2, form);
    const auto length = element.isLie ? element.claimedLength : static_cast<std::uint32_t>(value.size());
    std::string head = number(tag.group, 2, form) + number(tag.element, 2, form);
    if (form == Form::Implicit) {
        head += number(length, 4, form);
    } else {
        const bool isLong =
            element.vr == "OW" || element.vr == "OB" || element.vr == "SQ" || element.vr == "UN";
        head += element.vr;
        head += isLong ? std::string(2, '\0') + number(length, 4, form) : number(length, 2, form);
    }
    return head + value;
}

void RawDicom::write(const std::filesystem::path& file) const {
    std::ofstream out(file, std::ios::binary);
    if (m_hasPreamble) {
        RawDicom meta;
        if (const auto sopClass = m_elements.find(tag::kSopClassUid); sopClass != m_elements.end())
            meta.text(tag::kMediaStorageSopClassUid, "UI", sopClass->second.bytes);
        meta.text(tag::kTransferSyntaxUid, "UI", transferSyntax(m_form));
        out << std::string(128, '\0') << "DICM";
        for (const auto& [tag, element] : meta.m_elements)
            out << encoded(tag, element, Form::Explicit);
    }
    for (const auto& [tag, element] : m_elements)
        out << encoded(tag, element, m_form);
}

} // namespace hemo::testing
