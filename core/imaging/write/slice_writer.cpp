#include "core/imaging/write/slice_writer.h"

#include "core/imaging/header/tags.h"
#include "core/study/derive_uid.h"

#include <gdcmDataElement.h>
#include <gdcmDataSet.h>
#include <gdcmFile.h>
#include <gdcmFileMetaInformation.h>
#include <gdcmTransferSyntax.h>
#include <gdcmWriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <span>
#include <vector>

namespace hemo::imaging {
namespace {

/// A decimal string has at most 16 letters (PS3.5 6.2): as many digits as fit.
std::string decimalString(double value) {
    std::array<char, 64> text;
    for (int digits = 16; digits > 0; --digits) {
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value + 0.0,
                                       std::chars_format::general, digits);
        if (end.ptr - text.data() <= 16) return {text.data(), end.ptr};
    }
    return "0";
}

std::string decimalStrings(std::initializer_list<double> values) {
    std::string all;
    for (double value : values)
        all += (all.empty() ? "" : "\\") + decimalString(value);
    return all;
}

/// Puts values into a data set with their VR, padded to an even length.
class Elements {
public:
    explicit Elements(gdcm::DataSet& dataSet) : m_dataSet(dataSet) {}

    void text(Tag tag, gdcm::VR::VRType vr, std::string value) {
        if (value.size() % 2 != 0) value += vr == gdcm::VR::UI ? '\0' : ' ';
        put(tag, vr, value.data(), value.size());
    }
    void word(Tag tag, gdcm::VR::VRType vr, int value) {
        const std::array<char, 2> bytes{static_cast<char>(value & 0xff),
                                        static_cast<char>(value >> 8 & 0xff)};
        put(tag, vr, bytes.data(), bytes.size());
    }
    void words(Tag tag, const std::vector<std::uint16_t>& values) {
        std::vector<char> bytes;
        bytes.reserve(values.size() * 2);
        for (std::uint16_t value : values) {
            bytes.push_back(static_cast<char>(value & 0xff));
            bytes.push_back(static_cast<char>(value >> 8));
        }
        put(tag, gdcm::VR::OW, bytes.data(), bytes.size());
    }

private:
    void put(Tag tag, gdcm::VR::VRType vr, const char* bytes, std::size_t length) {
        gdcm::DataElement element(gdcm::Tag(tag.group, tag.element));
        element.SetVR(vr);
        element.SetByteValue(bytes, static_cast<std::uint32_t>(length));
        m_dataSet.Replace(element);
    }
    gdcm::DataSet& m_dataSet;
};

bool isSigned(const SeriesTags& tags) {
    return tags.storage == SeriesTags::Storage::Signed16;
}

/// The nearest stored value; the padding value itself is kept for voxels outside the scan.
int storedOf(std::int16_t hu, const SeriesTags& tags, bool hasPadding) {
    if (hu == kOutsideHu) return tags.paddingValue;
    const double exact = std::round((hu - tags.rescaleIntercept) / tags.rescaleSlope);
    const double low = isSigned(tags) ? -32768 : 0, high = isSigned(tags) ? 32767 : 65535;
    const int stored = static_cast<int>(std::clamp(exact, low, high));
    return hasPadding && stored == tags.paddingValue ? stored + 1 : stored;
}

/// Of this slice alone: looking through the volume for each of its slices once took minutes.
bool hasOutside(std::span<const std::int16_t> slice) {
    return std::find(slice.begin(), slice.end(), kOutsideHu) != slice.end();
}

void addPatientAndStudy(Elements& e, const SeriesTags& tags, const SeriesUids& uids) {
    using VR = gdcm::VR;
    e.text(tag::kSpecificCharacterSet, VR::CS, "ISO_IR 192");
    e.text(tag::kPatientName, VR::PN, tags.patientName);
    e.text(tag::kPatientId, VR::LO, tags.patientId);
    e.text(tag::kPatientBirthDate, VR::DA, tags.patientBirthDate);
    e.text(tag::kPatientSex, VR::CS, "");
    e.text(tag::kStudyInstanceUid, VR::UI, uids.study);
    e.text(tag::kStudyDate, VR::DA, tags.studyDate);
    e.text(tag::kStudyTime, VR::TM, tags.studyTime);
    e.text(tag::kStudyDescription, VR::LO, tags.studyDescription);
    e.text(tag::kStudyId, VR::SH, "1");
    e.text(tag::kAccessionNumber, VR::SH, "");
    e.text(tag::kReferringPhysicianName, VR::PN, "");
}

void addSeries(Elements& e, const SeriesTags& tags, const SeriesUids& uids) {
    using VR = gdcm::VR;
    e.text(tag::kModality, VR::CS, tags.modality);
    e.text(tag::kSeriesInstanceUid, VR::UI, uids.series);
    e.text(tag::kSeriesNumber, VR::IS, std::to_string(tags.seriesNumber));
    e.text(tag::kSeriesDescription, VR::LO, tags.seriesDescription);
    e.text(tag::kBodyPartExamined, VR::CS, tags.bodyPart);
    if (!tags.contrastAgent.empty()) e.text(tag::kContrastBolusAgent, VR::LO, tags.contrastAgent);
    e.text(tag::kPatientPosition, VR::CS, tags.patientPosition);
    e.text(tag::kFrameOfReferenceUid, VR::UI, uids.frameOfReference);
    e.text(tag::kPositionReferenceIndicator, VR::LO, "");
    e.text(tag::kManufacturer, VR::LO, tags.manufacturer);
}

/// Distance from the origin along the normal, so that slice location and order agree.
double sliceLocation(const Grid& grid, int k) {
    return dot(grid.slicePositions()[static_cast<std::size_t>(k)] - PatientPoint{}, grid.normal());
}

void addImage(Elements& e, const Volume& volume, int k, const SeriesTags& tags, const SeriesUids& uids) {
    using VR = gdcm::VR;
    const Grid& grid = volume.grid();
    const PatientPoint p = grid.slicePositions()[static_cast<std::size_t>(k)];
    const Vec3 r = grid.rowDirection(), c = grid.columnDirection();
    e.text(tag::kSopClassUid, VR::UI, uid::kCtImageStorage);
    e.text(tag::kSopInstanceUid, VR::UI, deriveUid(uids.series, "slice " + std::to_string(k)));
    e.text(tag::kImageType, VR::CS, tags.imageType);
    if (!tags.derivation.empty()) e.text(tag::kDerivationDescription, VR::ST, tags.derivation);
    e.text(tag::kContentDate, VR::DA, tags.studyDate);
    e.text(tag::kContentTime, VR::TM, tags.studyTime);
    e.text(tag::kAcquisitionNumber, VR::IS, "1");
    e.text(tag::kInstanceNumber, VR::IS, std::to_string(k + 1));
    e.text(tag::kImagePositionPatient, VR::DS, decimalStrings({p.x, p.y, p.z}));
    e.text(tag::kImageOrientationPatient, VR::DS, decimalStrings({r.x, r.y, r.z, c.x, c.y, c.z}));
    e.text(tag::kSliceLocation, VR::DS, decimalString(sliceLocation(grid, k)));
    e.text(tag::kSliceThickness, VR::DS,
           grid.slices() > 1 ? decimalString(grid.typicalSpacingMm()) : std::string());
    e.text(tag::kPixelSpacing, VR::DS, decimalStrings({grid.rowSpacingMm(), grid.columnSpacingMm()}));
    // Scanners count a gantry that leans so that slices shift towards the front as positive.
    e.text(tag::kGantryDetectorTilt, VR::DS, decimalString(-grid.tiltDegrees()));
    e.text(tag::kKvp, VR::DS, decimalString(tags.kvp));
}

void addPixels(Elements& e, const Volume& volume, int k, const SeriesTags& tags) {
    using VR = gdcm::VR;
    const bool hasPadding = hasOutside(volume.slice(k));
    e.word(tag::kSamplesPerPixel, VR::US, 1);
    e.text(tag::kPhotometricInterpretation, VR::CS,
           tags.photometric == SeriesTags::Photometric::Monochrome1 ? "MONOCHROME1" : "MONOCHROME2");
    e.word(tag::kRows, VR::US, volume.grid().rows());
    e.word(tag::kColumns, VR::US, volume.grid().columns());
    e.word(tag::kBitsAllocated, VR::US, 16);
    e.word(tag::kBitsStored, VR::US, 16);
    e.word(tag::kHighBit, VR::US, 15);
    e.word(tag::kPixelRepresentation, VR::US, isSigned(tags) ? 1 : 0);
    if (hasPadding) e.word(tag::kPixelPaddingValue, isSigned(tags) ? VR::SS : VR::US, tags.paddingValue);
    e.text(tag::kRescaleIntercept, VR::DS, decimalString(tags.rescaleIntercept));
    e.text(tag::kRescaleSlope, VR::DS, decimalString(tags.rescaleSlope));
    e.text(tag::kRescaleType, VR::LO, "HU");
    e.text(tag::kWindowCenter, VR::DS, decimalString(tags.windowCentre));
    e.text(tag::kWindowWidth, VR::DS, decimalString(tags.windowWidth));
    std::vector<std::uint16_t> stored;
    stored.reserve(volume.grid().voxelsPerSlice());
    for (std::int16_t hu : volume.slice(k))
        stored.push_back(static_cast<std::uint16_t>(storedOf(hu, tags, hasPadding)));
    e.words(tag::kPixelData, stored);
}

} // namespace

SeriesUids seriesUidsOf(const Volume& volume) {
    const std::string& given = volume.seriesInstanceUid();
    const std::string series = isValidUid(given) ? given : deriveUid(given, "series");
    return {series, deriveUid(series, "study"), deriveUid(series, "frame of reference")};
}

Result<void> writeSlice(const Volume& volume, int k, const SeriesTags& tags, const SeriesUids& uids,
                        const std::filesystem::path& file) {
    gdcm::Writer writer;
    Elements elements(writer.GetFile().GetDataSet());
    addPatientAndStudy(elements, tags, uids);
    addSeries(elements, tags, uids);
    addImage(elements, volume, k, tags, uids);
    addPixels(elements, volume, k, tags);
    writer.GetFile().GetHeader().SetDataSetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
    writer.SetFileName(file.c_str());
    if (!writer.Write()) return fail(ErrorCode::WriteFailed, say("write.image"));
    return {};
}

} // namespace hemo::imaging
