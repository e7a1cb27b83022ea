#include "core/imaging/read/slice_header.h"

#include "core/imaging/read/open_image.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::imaging {
namespace {

constexpr double kFarthestMm = 1e5; // no scanner's table is longer
constexpr int kLargestSide = 16384;

bool areFinite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

void readAbout(const DicomHeader& header, SeriesInfo& about) {
    about.seriesInstanceUid = header.text(tag::kSeriesInstanceUid);
    about.studyInstanceUid = header.text(tag::kStudyInstanceUid);
    about.frameOfReferenceUid = header.text(tag::kFrameOfReferenceUid);
    about.modality = header.text(tag::kModality);
    about.description = header.text(tag::kSeriesDescription);
    about.seriesNumber = header.integer(tag::kSeriesNumber).value_or(0);
    about.patientName = header.text(tag::kPatientName);
    about.patientId = header.text(tag::kPatientId);
    about.patientBirthDate = header.text(tag::kPatientBirthDate);
    about.patientSex = header.text(tag::kPatientSex);
    about.patientAge = header.text(tag::kPatientAge);
    about.studyDate = header.text(tag::kStudyDate);
    about.studyTime = header.text(tag::kStudyTime);
    about.studyDescription = header.text(tag::kStudyDescription);
    about.institution = header.text(tag::kInstitutionName);
    about.manufacturer = header.text(tag::kManufacturer);
    about.kernel = header.text(tag::kConvolutionKernel);
    about.patientPosition = header.text(tag::kPatientPosition);
    about.contrastAgent = header.text(tag::kContrastBolusAgent);
    about.kvp = header.number(tag::kKvp);
    about.bodyPart = header.text(tag::kBodyPartExamined);
    about.imageType = header.text(tag::kImageType);
    about.sliceThicknessMm = header.number(tag::kSliceThickness);
    about.acquisitionNumber = header.integer(tag::kAcquisitionNumber);
    const auto centre = header.number(tag::kWindowCenter), width = header.number(tag::kWindowWidth);
    if (centre && width && *width >= 1) about.fileWindow = WindowLevel{*centre, *width};
}

void readLayout(const DicomHeader& header, PixelLayout& pixels) {
    pixels.columns = header.word(tag::kColumns).value_or(0);
    pixels.rows = header.word(tag::kRows).value_or(0);
    pixels.samplesPerPixel = header.word(tag::kSamplesPerPixel).value_or(1);
    pixels.bitsAllocated = header.word(tag::kBitsAllocated).value_or(0);
    pixels.bitsStored = header.word(tag::kBitsStored).value_or(pixels.bitsAllocated);
    pixels.highBit = header.word(tag::kHighBit).value_or(pixels.bitsStored - 1);
    pixels.isSigned = header.word(tag::kPixelRepresentation).value_or(0) == 1;
    pixels.isPlanar = header.word(tag::kPlanarConfiguration).value_or(0) == 1;
    pixels.isBigEndian = header.isBigEndian();
    pixels.photometric = header.text(tag::kPhotometricInterpretation);
    if (pixels.photometric.empty() && pixels.samplesPerPixel == 1)
        pixels.photometric = "MONOCHROME2"; // ACR-NEMA
    pixels.transferSyntax = header.transferSyntax();
    pixels.place = header.pixels().value_or(PixelPlace{});
}

bool isPossible(const PixelLayout& p) {
    return p.columns > 0 && p.rows > 0 && p.columns <= kLargestSide && p.rows <= kLargestSide &&
           p.bitsAllocated > 0 && p.bitsStored > 0 && p.bitsStored <= p.bitsAllocated &&
           p.highBit >= p.bitsStored - 1 && p.highBit < p.bitsAllocated && p.samplesPerPixel > 0 &&
           p.samplesPerPixel <= 4;
}

/// Both vectors one long and at right angles, within what rounding to a few digits leaves; then made exact.
std::optional<Orientation> checkedOrientation(const std::vector<double>& v) {
    constexpr double kRounding = 0.01;
    if (v.size() != 6 || !areFinite(v)) return std::nullopt;
    const Vec3 row{v[0], v[1], v[2]}, column{v[3], v[4], v[5]};
    if (std::abs(length(row) - 1) > kRounding || std::abs(length(column) - 1) > kRounding ||
        std::abs(dot(row, column)) > kRounding)
        return std::nullopt;
    const Vec3 unitRow = normalized(row);
    return Orientation{unitRow, normalized(column - unitRow * dot(column, unitRow))};
}

std::optional<PatientPoint> checkedPosition(const std::vector<double>& v) {
    if (v.size() != 3 || !areFinite(v)) return std::nullopt;
    for (double x : v)
        if (std::abs(x) > kFarthestMm) return std::nullopt;
    return PatientPoint{v[0], v[1], v[2]};
}

std::optional<PixelSpacing> checkedSpacing(const std::vector<double>& v) {
    const auto isPossibleMm = [](double mm) { return mm >= 0.01 && mm <= 100; };
    if (v.size() != 2 || !isPossibleMm(v[0]) || !isPossibleMm(v[1])) return std::nullopt;
    return PixelSpacing{v[0], v[1]};
}

/// Empty values count as missing; what is there must be true.
void readGeometry(const DicomHeader& header, SliceHeader& slice) {
    if (const auto v = header.numbers(tag::kImagePositionPatient); !v.empty()) {
        slice.position = checkedPosition(v);
        slice.hasDamagedGeometry |= !slice.position;
    }
    if (const auto v = header.numbers(tag::kImageOrientationPatient); !v.empty()) {
        slice.orientation = checkedOrientation(v);
        slice.hasDamagedGeometry |= !slice.orientation;
    }
    if (const auto v = header.numbers(tag::kPixelSpacing); !v.empty()) {
        slice.spacing = checkedSpacing(v);
        slice.hasDamagedGeometry |= !slice.spacing;
    }
    if (const auto mm = header.number(tag::kSliceLocation); mm && std::abs(*mm) <= kFarthestMm)
        slice.sliceLocationMm = mm;
    for (Tag t : {tag::kSpacingBetweenSlices, tag::kSliceThickness})
        if (const auto mm = header.number(t); mm && *mm >= 0.05 && *mm <= 100 && !slice.nominalStepMm)
            slice.nominalStepMm = mm;
}

void readScale(const DicomHeader& header, SliceHeader& slice) {
    const auto slope = header.number(tag::kRescaleSlope), intercept = header.number(tag::kRescaleIntercept);
    if (slope && intercept && *slope != 0) slice.rescale = Rescale{*slope, *intercept};
    slice.rescaleType = header.text(tag::kRescaleType);
    slice.hasModalityLut = header.has(tag::kModalityLutSequence);
    if (const auto padding = header.word(tag::kPixelPaddingValue))
        slice.padding = Padding{*padding, header.word(tag::kPixelPaddingRangeLimit).value_or(*padding)};
}

/// By the attribute, or by transfer syntaxes that are always lossy (JPEG baseline, extended, near-lossless).
bool isLossy(const DicomHeader& header) {
    constexpr std::array<std::string_view, 3> kAlwaysLossy{"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                                           "1.2.840.10008.1.2.4.81"};
    return header.text(tag::kLossyImageCompression) == "01" ||
           std::find(kAlwaysLossy.begin(), kAlwaysLossy.end(), header.transferSyntax()) != kAlwaysLossy.end();
}

} // namespace

Result<std::vector<SliceHeader>> readSliceHeaders(const ImagePlace& place, ByteWindow& bytes) {
    const Result<DicomHeader> header = DicomHeader::read(bytes);
    if (!header) return tl::unexpected(header.error());

    SliceHeader slice;
    slice.place = {place.file, place.member, 0};
    slice.sopClassUid = header->text(tag::kSopClassUid);
    if (slice.sopClassUid.empty()) slice.sopClassUid = header->text(tag::kMediaStorageSopClassUid);
    readLayout(*header, slice.pixels);
    const bool claimsImage = (header->has(tag::kRows) && header->has(tag::kColumns)) ||
                             slice.sopClassUid == uid::kCtImageStorage; // cut off before it says its size
    if (!claimsImage && !header->pixels())
        return fail(ErrorCode::NothingReadable, "This DICOM file holds no image.");
    if (!header->pixels() || !isPossible(slice.pixels))
        return fail(ErrorCode::Damaged, "A DICOM file is damaged: copy it again from its source.",
                    header->pixels() ? "pixel description" : "no pixels");

    readAbout(*header, slice.about);
    slice.about.columns = slice.pixels.columns;
    slice.about.rows = slice.pixels.rows;
    slice.sopInstanceUid = header->text(tag::kSopInstanceUid);
    slice.imageType = header->texts(tag::kImageType);
    slice.frames = std::max(1, header->integer(tag::kNumberOfFrames).value_or(1));
    slice.instanceNumber = header->integer(tag::kInstanceNumber);
    slice.acquisitionNumber = header->integer(tag::kAcquisitionNumber);
    slice.isLossy = isLossy(*header);
    readGeometry(*header, slice);
    readScale(*header, slice);
    return std::vector{std::move(slice)};
}

Result<std::vector<SliceHeader>> readSliceHeaders(const ImagePlace& place) {
    Result<ByteWindow> bytes = openImage(place);
    if (!bytes) return tl::unexpected(bytes.error());
    return readSliceHeaders(place, *bytes);
}

} // namespace hemo::imaging
