#include "core/imaging/header/slice_fields.h"

#include "core/imaging/header/text_encoding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace hemo::imaging {
namespace {

constexpr double kFarthestMm = 1e5; // no scanner's table is longer
constexpr int kLargestSide = 16384;

bool areFinite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
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

/// The first of several, or the only one.
std::string code(const ElementSet& set, Tag tag) {
    const std::vector<std::string> all = codesOf(set, tag);
    return all.empty() ? std::string() : all.front();
}

/// What a set names replaces what was there; an empty value counts as missing.
void take(const ElementSet& set, Tag tag, std::string& text) {
    if (std::string value = set.text(tag); !value.empty()) text = std::move(value);
}

/// BitsStored and HighBit that cannot both be: of the readings that can, the picture chooses when it is there
/// (settleBits).
void guessContradictoryBits(PixelLayout& p) {
    const auto canBe = [&](int bits) { return bits > 0 && bits <= p.bitsAllocated; };
    const bool isContradiction = p.highBit < p.bitsStored - 1 || p.highBit >= p.bitsAllocated;
    if (!isContradiction || p.bitsStored == 0 || !canBe(1)) return;
    p.contradiction = SaidBits{p.bitsStored, p.highBit};
    p.bitsStored = canBe(p.bitsStored)    ? p.bitsStored
                   : canBe(p.highBit + 1) ? p.highBit + 1
                                          : p.bitsAllocated;
    p.highBit = p.bitsStored - 1;
}

} // namespace

std::vector<std::string> codesOf(const ElementSet& set, Tag tag) {
    std::vector<std::string> codes = set.texts(tag);
    for (std::string& code : codes)
        code = inCapitals(code);
    return codes;
}

std::string joinedValues(const std::vector<std::string>& values) {
    std::string all;
    for (const std::string& value : values)
        all += (all.empty() ? "" : "\\") + value;
    return all;
}

void readAbout(const ElementSet& set, SeriesInfo& about) {
    take(set, tag::kSeriesInstanceUid, about.seriesInstanceUid);
    take(set, tag::kStudyInstanceUid, about.studyInstanceUid);
    take(set, tag::kFrameOfReferenceUid, about.frameOfReferenceUid);
    if (std::string modality = code(set, tag::kModality); !modality.empty()) about.modality = modality;
    take(set, tag::kSeriesDescription, about.description);
    take(set, tag::kPatientName, about.patientName);
    take(set, tag::kPatientId, about.patientId);
    take(set, tag::kPatientBirthDate, about.patientBirthDate);
    take(set, tag::kPatientSex, about.patientSex);
    take(set, tag::kPatientAge, about.patientAge);
    take(set, tag::kStudyDate, about.studyDate);
    take(set, tag::kStudyTime, about.studyTime);
    take(set, tag::kStudyDescription, about.studyDescription);
    take(set, tag::kInstitutionName, about.institution);
    take(set, tag::kManufacturer, about.manufacturer);
    take(set, tag::kConvolutionKernel, about.kernel);
    take(set, tag::kPatientPosition, about.patientPosition);
    take(set, tag::kContrastBolusAgent, about.contrastAgent);
    take(set, tag::kBodyPartExamined, about.bodyPart);
    if (const auto number = set.integer(tag::kSeriesNumber)) about.seriesNumber = *number;
    if (const auto kvp = set.number(tag::kKvp)) about.kvp = kvp;
}

void readDerivation(const ElementSet& set, SliceHeader& slice) {
    if (slice.imageType.empty() || slice.imageType.front() != "DERIVED") return;
    std::string& words = slice.about.derivation;
    words = set.text(tag::kDerivationDescription);
    if (const std::string comments = set.text(tag::kImageComments); !comments.empty())
        words += " ; " + comments;
    for (const std::string& text : set.privateTexts())
        words += " ; " + text;
}

/// The first of several windows.
void readWindow(const ElementSet& set, SeriesInfo& about) {
    const auto centre = set.number(tag::kWindowCenter), width = set.number(tag::kWindowWidth);
    if (centre && width && *width >= 1) about.fileWindow = WindowLevel{*centre, *width};
}

void readLayout(const DicomHeader& header, PixelLayout& pixels) {
    pixels.columns = header.word(tag::kColumns).value_or(0);
    pixels.rows = header.word(tag::kRows).value_or(0);
    pixels.samplesPerPixel = header.word(tag::kSamplesPerPixel).value_or(1);
    pixels.bitsAllocated = header.word(tag::kBitsAllocated).value_or(0);
    pixels.bitsStored = header.word(tag::kBitsStored).value_or(pixels.bitsAllocated);
    pixels.highBit = header.word(tag::kHighBit).value_or(pixels.bitsStored - 1);
    guessContradictoryBits(pixels);
    pixels.isSigned = header.word(tag::kPixelRepresentation).value_or(0) == 1;
    pixels.isPlanar = header.word(tag::kPlanarConfiguration).value_or(0) == 1;
    pixels.photometric = code(header, tag::kPhotometricInterpretation);
    if (pixels.photometric.starts_with("MONOCHROME")) std::erase(pixels.photometric, ' '); // "Monochrome 2"
    if (pixels.photometric.empty() && pixels.samplesPerPixel == 1)
        pixels.photometric = "MONOCHROME2"; // ACR-NEMA
    pixels.transferSyntax = header.transferSyntax();
    pixels.frames = std::max(1, header.integer(tag::kNumberOfFrames).value_or(1));
    pixels.place = header.pixels().value_or(PixelPlace{});
    // GE's own: headers in little endian, pixels in big endian.
    pixels.isBigEndian = pixels.place.isBigEndian || header.transferSyntax() == uid::kGeBigEndianPixels;
}

bool isPossible(const PixelLayout& p) {
    return p.columns > 0 && p.rows > 0 && p.columns <= kLargestSide && p.rows <= kLargestSide &&
           p.bitsAllocated > 0 && p.bitsStored > 0 && p.bitsStored <= p.bitsAllocated &&
           p.highBit >= p.bitsStored - 1 && p.highBit < p.bitsAllocated && p.samplesPerPixel > 0 &&
           p.samplesPerPixel <= 4;
}

void readPosition(const ElementSet& set, SliceHeader& slice) {
    if (const auto v = set.numbers(tag::kImagePositionPatient); !v.empty()) {
        slice.position = checkedPosition(v);
        slice.hasDamagedGeometry |= !slice.position;
    }
    if (const auto mm = set.number(tag::kSliceLocation); mm && std::abs(*mm) <= kFarthestMm)
        slice.sliceLocationMm = mm;
}

void readOrientation(const ElementSet& set, SliceHeader& slice) {
    if (const auto v = set.numbers(tag::kImageOrientationPatient); !v.empty()) {
        slice.orientation = checkedOrientation(v);
        slice.hasDamagedGeometry |= !slice.orientation;
    }
}

void readMeasures(const ElementSet& set, SliceHeader& slice) {
    if (const auto v = set.numbers(tag::kPixelSpacing); !v.empty()) {
        slice.spacing = checkedSpacing(v);
        slice.hasDamagedGeometry |= !slice.spacing;
    }
    const auto isStep = [](double mm) { return mm >= 0.05 && mm <= 100; };
    const auto step = set.number(tag::kSpacingBetweenSlices), thickness = set.number(tag::kSliceThickness);
    if (step && isStep(*step))
        slice.nominalStepMm = step;
    else if (thickness && isStep(*thickness))
        slice.nominalStepMm = thickness;
    if (thickness && *thickness > 0 && *thickness <= kFarthestMm) slice.about.sliceThicknessMm = thickness;
}

void readRescale(const ElementSet& set, SliceHeader& slice) {
    using Missing = Rescale::Missing;
    const auto isBlank = [&](Tag tag) { return set.text(tag).empty(); };
    const auto slope = set.number(tag::kRescaleSlope), intercept = set.number(tag::kRescaleIntercept);
    if (slope && intercept && *slope != 0)
        slice.rescale = Rescale{*slope, *intercept};
    else if (intercept && isBlank(tag::kRescaleSlope))
        slice.rescale = Rescale{1, *intercept, Missing::Slope};
    else if (slope && *slope != 0 && isBlank(tag::kRescaleIntercept))
        slice.rescale = Rescale{*slope, 0, Missing::Intercept};
    take(set, tag::kRescaleType, slice.rescaleType);
    slice.hasModalityLut |= set.has(tag::kModalityLutSequence);
}

void readPadding(const ElementSet& set, SliceHeader& slice) {
    if (const auto padding = set.word(tag::kPixelPaddingValue))
        slice.padding = Padding{*padding, set.word(tag::kPixelPaddingRangeLimit).value_or(*padding)};
}

void readLoss(const DicomHeader& header, SliceHeader& slice) {
    constexpr std::array<std::string_view, 3> kAlwaysLossy{"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                                           "1.2.840.10008.1.2.4.81"};
    const bool isByNature =
        header.pixels() && header.pixels()->isEncapsulated &&
        std::find(kAlwaysLossy.begin(), kAlwaysLossy.end(), header.transferSyntax()) != kAlwaysLossy.end();
    slice.isLossy = isByNature || header.text(tag::kLossyImageCompression) == "01";
    slice.about.isLossy = slice.isLossy;
    if (!slice.isLossy) return;
    // Several stand for several steps of compression; the strongest is what the eye meets.
    double strongest = 1;
    for (double ratio : header.numbers(tag::kLossyImageCompressionRatio))
        if (ratio <= 10000) strongest = std::max(strongest, ratio); // false for NaN
    if (strongest > 1) slice.about.lossyRatio = strongest;
}

} // namespace hemo::imaging
