#include "core/imaging/volume_files/nifti_header.h"

#include "core/imaging/volume_files/number_reader.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace hemo::imaging {
namespace {

constexpr std::int32_t kSize1 = 348, kSize2 = 540; // sizeof_hdr, which is first and tells the byte order
constexpr int kLargestSide = 16384;
constexpr int kScannerSpace = 1, kAlignedSpace = 2; // codes of sform and qform; higher ones are templates

/// The fields that matter, of either version, unchecked.
struct Fields {
    std::array<std::int64_t, 8> dim{};
    std::array<double, 8> pixdim{};
    int datatype = 0, bitpix = 0, qformCode = 0, sformCode = 0, units = 0;
    double voxelOffset = 0, slope = 0, intercept = 0;
    std::array<double, 3> quaternion{}, offset{};
    std::array<double, 12> rows{}; // of the sform
};

class Bytes {
public:
    Bytes(std::span<const std::byte> bytes, bool isBigEndian) : m_bytes(bytes), m_isBigEndian(isBigEndian) {}
    template <class Number> Number at(std::size_t offset) const {
        return parseNumber<Number>(m_bytes, offset, m_isBigEndian);
    }
    template <class Number, class Out> void fill(std::size_t offset, Out& out) const {
        for (std::size_t n = 0; n < out.size(); ++n)
            out[n] = static_cast<typename Out::value_type>(at<Number>(offset + n * sizeof(Number)));
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_isBigEndian;
};

/// nifti1.h
Fields fieldsOf1(const Bytes& b) {
    Fields f;
    b.fill<std::int16_t>(40, f.dim);
    f.datatype = b.at<std::int16_t>(70);
    f.bitpix = b.at<std::int16_t>(72);
    b.fill<float>(76, f.pixdim);
    f.voxelOffset = b.at<float>(108);
    f.slope = b.at<float>(112);
    f.intercept = b.at<float>(116);
    f.units = b.at<std::uint8_t>(123);
    f.qformCode = b.at<std::int16_t>(252);
    f.sformCode = b.at<std::int16_t>(254);
    b.fill<float>(256, f.quaternion);
    b.fill<float>(268, f.offset);
    b.fill<float>(280, f.rows);
    return f;
}

/// nifti2.h
Fields fieldsOf2(const Bytes& b) {
    Fields f;
    f.datatype = b.at<std::int16_t>(12);
    f.bitpix = b.at<std::int16_t>(14);
    b.fill<std::int64_t>(16, f.dim);
    b.fill<double>(104, f.pixdim);
    f.voxelOffset = static_cast<double>(b.at<std::int64_t>(168));
    f.slope = b.at<double>(176);
    f.intercept = b.at<double>(184);
    f.qformCode = b.at<std::int32_t>(344);
    f.sformCode = b.at<std::int32_t>(348);
    b.fill<double>(352, f.quaternion);
    b.fill<double>(376, f.offset);
    b.fill<double>(400, f.rows);
    f.units = b.at<std::int32_t>(500);
    return f;
}

struct Kind {
    int version = 0; ///< 0: no NIfTI
    bool isBigEndian = false, isPair = false;
};

bool hasMagic(std::span<const std::byte> start, std::size_t at, std::string_view magic) {
    if (start.size() < at + magic.size()) return false;
    return std::equal(magic.begin(), magic.end(), start.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

Kind kindOf(std::span<const std::byte> start) {
    using std::string_view_literals::operator""sv;
    if (start.size() < kSize1) return {};
    for (const bool isBig : {false, true}) {
        const auto size = parseNumber<std::int32_t>(start, 0, isBig);
        if (size == kSize1 && hasMagic(start, 344, "n+1\0"sv)) return {1, isBig, false};
        if (size == kSize1 && hasMagic(start, 344, "ni1\0"sv)) return {1, isBig, true};
        if (size == kSize2 && start.size() >= kSize2 && hasMagic(start, 4, "n+2\0\r\n\x1a\n"sv))
            return {2, isBig, false};
        if (size == kSize2 && start.size() >= kSize2 && hasMagic(start, 4, "ni2\0\r\n\x1a\n"sv))
            return {2, isBig, true};
    }
    return {};
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("nifti.damaged"), what);
}

tl::unexpected<Error> unsupported(Message why) {
    return fail(ErrorCode::Unsupported, std::move(why));
}

Result<void> readSizes(const Fields& f, VolumeHeader& header) {
    const std::int64_t dimensions = f.dim[0];
    if (dimensions < 1 || dimensions > 7) return damaged("number of dimensions");
    const auto size = [&](std::size_t d) {
        return d <= std::size_t(dimensions) ? f.dim[d] : std::int64_t{1};
    };
    std::int64_t more = 1;
    for (std::size_t d = 1; d <= 7; ++d) {
        if (size(d) == 0) return unsupported(say("nifti.no_voxels"));
        if (size(d) < 0 || size(d) > kLargestSide) return damaged("size of a dimension");
        if (d > 3 && size(d) > 1) more = std::min<std::int64_t>(more * size(d), kLargestSide);
    }
    if (more > 1) return unsupported(say("nifti.several", more));
    header.columns = static_cast<int>(size(1));
    header.rows = static_cast<int>(size(2));
    header.slices = static_cast<int>(size(3));
    return {};
}

Result<void> readType(const Fields& f, VolumeHeader& header) {
    struct Known {
        int code;
        VoxelType type;
    };
    constexpr std::array kKnown{Known{2, VoxelType::Uint8},    Known{4, VoxelType::Int16},
                                Known{8, VoxelType::Int32},    Known{16, VoxelType::Float32},
                                Known{64, VoxelType::Float64}, Known{256, VoxelType::Int8},
                                Known{512, VoxelType::Uint16}, Known{768, VoxelType::Uint32}};
    const auto found =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& k) { return k.code == f.datatype; });
    if (found != kKnown.end()) {
        header.type = found->type;
        if (f.bitpix != static_cast<int>(8 * bytesOf(header.type))) return damaged("bits a voxel");
        return {};
    }
    switch (f.datatype) {
    case 128:
    case 2304:
        return unsupported(say("nifti.colours"));
    case 32:
    case 1792:
    case 2048:
        return unsupported(say("nifti.complex"));
    case 1:
    case 1024:
    case 1280:
    case 1536:
        return unsupported(say("nifti.uncommon"));
    default:
        return damaged("kind of voxels");
    }
}

void readScale(const Fields& f, VolumeHeader& header) {
    // A slope of 0 means no scale; some writers put NaN there for the same.
    if (f.slope == 0 || !std::isfinite(f.slope) || !std::isfinite(f.intercept)) return;
    header.slope = f.slope;
    header.intercept = f.intercept;
}

/// Millimetres a unit of length; unknown units are taken as millimetres, as every program does.
double mmPerUnit(const Fields& f) {
    constexpr int kLength = 0x07, kMetre = 1, kMicron = 3;
    const int unit = f.units & kLength;
    return unit == kMetre ? 1000 : unit == kMicron ? 0.001 : 1;
}

VoxelSteps scaled(const VoxelSteps& s, double by) {
    return {s.column * by, s.row * by, s.slice * by, PatientPoint{} + (s.first - PatientPoint{}) * by};
}

std::span<const double, 3> sizesOf(const Fields& f) {
    return std::span<const double, 3>(f.pixdim.data() + 1, 3);
}

/// The two ways in which a file may place its voxels; neither is checked for sense yet.
struct Forms {
    std::optional<VoxelSteps> sform, qform;
};

Result<Forms> formsOf(const Fields& f) {
    Forms forms;
    if (f.sformCode > 0) forms.sform = stepsFromRows(f.rows);
    if (f.qformCode > 0) {
        const auto steps = stepsFromQuaternion(f.quaternion, f.offset, sizesOf(f), f.pixdim[0]);
        if (steps) forms.qform = *steps;
        if (!steps && !forms.sform) return tl::unexpected(steps.error());
    }
    for (std::optional<VoxelSteps>* form : {&forms.sform, &forms.qform})
        if (*form) *form = rasToLps(scaled(**form, mmPerUnit(f)));
    return forms;
}

void warnOfTemplate(int code, VolumeHeader& header) {
    if (code > kAlignedSpace) header.warnings.push_back({LoadWarning::Kind::Geometry, say("nifti.template")});
}

/// Where both are there, the one that says it is the scanner's wins, the sform first.
Result<void> chooseForm(const Fields& f, const Forms& forms, VolumeHeader& header) {
    const bool usesQform =
        forms.qform && (!forms.sform || (f.qformCode == kScannerSpace && f.sformCode != kScannerSpace));
    header.steps = usesQform ? *forms.qform : *forms.sform;
    warnOfTemplate(usesQform ? f.qformCode : f.sformCode, header);
    if (!forms.sform || !forms.qform) return {};
    if (areMirrored(*forms.sform, *forms.qform)) return unsupported(say("nifti.mirrored"));
    constexpr double kSameMm = 0.5;
    const double apart = farthestApartMm(*forms.sform, *forms.qform, header);
    if (std::isfinite(apart) && apart <= kSameMm) return {};
    header.isAmbiguous = true;
    const char* used = usesQform ? "qform" : "sform";
    header.warnings.push_back({LoadWarning::Kind::Geometry, std::isfinite(apart)
                                                                ? say("nifti.two_places", mm(apart), used)
                                                                : say("nifti.two_places_far", used)});
    return {};
}

void tellSource(Message text, VolumeHeader& header) {
    header.warnings.push_back({LoadWarning::Kind::Other, std::move(text)});
}

Result<void> readPlace(const Fields& f, VolumeHeader& header) {
    const Result<Forms> forms = formsOf(f);
    if (!forms) return tl::unexpected(forms.error());
    if (!forms->sform && !forms->qform) {
        header.areDirectionsKnown = false;
        header.steps = scaled(stepsFromSizes(sizesOf(f)), mmPerUnit(f));
        header.warnings.push_back({LoadWarning::Kind::Geometry, say("nifti.no_directions")});
        tellSource(say("nifti.sizes_alone"), header);
        return {};
    }
    if (auto chosen = chooseForm(f, *forms, header); !chosen) return chosen;
    const bool usesQform = forms->qform && header.steps == *forms->qform && !(forms->sform == forms->qform);
    tellSource(say("nifti.names_little", usesQform ? "qform" : "sform"), header);
    return {};
}

/// Behind the header; writers put 352, and 0 means the same.
Result<void> readOffset(const Fields& f, const Kind& kind, VolumeHeader& header) {
    if (!std::isfinite(f.voxelOffset) || f.voxelOffset < 0 || f.voxelOffset > 1e9)
        return damaged("voxel offset");
    header.voxelOffset = static_cast<std::uint64_t>(f.voxelOffset);
    if (kind.isPair) return {};
    const std::uint64_t size = kind.version == 1 ? kSize1 : kSize2;
    if (header.voxelOffset == 0) header.voxelOffset = size + 4;
    if (header.voxelOffset < size) return damaged("voxel offset");
    return {};
}

} // namespace

bool isNifti(std::span<const std::byte> start) {
    return kindOf(start).version != 0;
}

bool isNiftiPair(std::span<const std::byte> start) {
    return kindOf(start).isPair;
}

Result<VolumeHeader> parseNifti(std::span<const std::byte> start) {
    const Kind kind = kindOf(start);
    if (kind.version == 0) return fail(ErrorCode::NothingReadable, say("nifti.none"));
    const Bytes bytes(start, kind.isBigEndian);
    const Fields fields = kind.version == 1 ? fieldsOf1(bytes) : fieldsOf2(bytes);
    VolumeHeader header;
    header.format = SeriesFormat::Nifti;
    header.isBigEndian = kind.isBigEndian;
    for (const auto& done : {readSizes(fields, header), readType(fields, header)})
        if (!done) return tl::unexpected(done.error());
    readScale(fields, header);
    if (auto offset = readOffset(fields, kind, header); !offset) return tl::unexpected(offset.error());
    if (auto place = readPlace(fields, header); !place) return tl::unexpected(place.error());
    return header;
}

} // namespace hemo::imaging
