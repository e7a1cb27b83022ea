#include "core/imaging/volume_files/metaimage_header.h"

#include "core/imaging/volume_files/header_text.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace hemo::imaging {
namespace {

constexpr int kLargestSide = 16384;
constexpr std::size_t kLongestLine = 400; // ITK takes the rest of a longer one for another line

using Fields = std::map<std::string, std::string>;

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("metaimage.damaged"), what);
}

tl::unexpected<Error> unsupported(Message why) {
    return fail(ErrorCode::Unsupported, std::move(why));
}

struct Text {
    Fields fields;
    std::size_t bytes = 0;
};

bool isName(std::string_view name) {
    const auto isPlain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), isPlain);
}

/// "Name = value" a line; the one that names the voxels ends the header.
Result<Text> readText(std::span<const std::byte> start) {
    const std::string_view all(reinterpret_cast<const char*>(start.data()), start.size());
    Text text;
    while (text.bytes < all.size()) {
        const std::size_t to = all.find('\n', text.bytes);
        const std::string_view line = stripped(all.substr(text.bytes, to - text.bytes));
        text.bytes = to == std::string_view::npos ? all.size() : to + 1;
        const std::size_t equals = line.find('=');
        if (line.size() > kLongestLine || equals == std::string_view::npos || line.find('\0') != line.npos)
            return damaged("a line of the header");
        const std::string_view name = stripped(line.substr(0, equals));
        if (!isName(name)) return damaged("the name of a field");
        if (!text.fields.emplace(name, stripped(line.substr(equals + 1))).second)
            return damaged("a field that is there twice");
        if (name == "ElementDataFile") return text;
    }
    return damaged("end of the header");
}

/// A field has had several names; the first that is there.
std::string valueOf(const Fields& fields, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const auto found = fields.find(name); found != fields.end()) return found->second;
    return {};
}

bool isTrue(const std::string& value) {
    return value.starts_with('T') || value.starts_with('t') || value.starts_with('1');
}

/// As many numbers as there should be; none where one is missing or no number.
template <std::size_t kCount> std::optional<std::array<double, kCount>> numbers(const std::string& text) {
    const std::vector<std::string> all = words(text);
    if (all.size() != kCount) return std::nullopt;
    std::array<double, kCount> values{};
    for (std::size_t n = 0; n < kCount; ++n) {
        values[n] = number(all[n]);
        if (!std::isfinite(values[n])) return std::nullopt;
    }
    return values;
}

Result<void> readSizes(const Fields& fields, VolumeHeader& header) {
    const double dimension = number(valueOf(fields, {"NDims"}));
    if (!(dimension >= 1 && dimension <= 10)) return damaged("number of dimensions");
    if (dimension != 3)
        return unsupported(dimension < 3 ? say("metaimage.no_volume") : say("metaimage.several"));
    const std::string channels = valueOf(fields, {"ElementNumberOfChannels"});
    if (!channels.empty() && number(channels) != 1) return unsupported(say("metaimage.colours"));
    const auto sizes = numbers<3>(valueOf(fields, {"DimSize"}));
    if (!sizes) return damaged("size of a dimension");
    for (const double size : *sizes)
        if (!(size >= 1 && size <= kLargestSide) || size != std::floor(size))
            return damaged("size of a dimension");
    header.columns = static_cast<int>((*sizes)[0]);
    header.rows = static_cast<int>((*sizes)[1]);
    header.slices = static_cast<int>((*sizes)[2]);
    return {};
}

Result<void> readType(const Fields& fields, VolumeHeader& header) {
    static const std::map<std::string, VoxelType> kKnown{
        {"MET_CHAR", VoxelType::Int8},     {"MET_UCHAR", VoxelType::Uint8},   {"MET_SHORT", VoxelType::Int16},
        {"MET_USHORT", VoxelType::Uint16}, {"MET_INT", VoxelType::Int32},     {"MET_UINT", VoxelType::Uint32},
        {"MET_FLOAT", VoxelType::Float32}, {"MET_DOUBLE", VoxelType::Float64}};
    const auto known = kKnown.find(valueOf(fields, {"ElementType"}));
    if (known == kKnown.end()) return unsupported(say("metaimage.uncommon"));
    header.type = known->second;
    header.isBigEndian = isTrue(valueOf(fields, {"BinaryDataByteOrderMSB", "ElementByteOrderMSB"}));
    if (fields.contains("BinaryDataByteOrderMSB") && fields.contains("ElementByteOrderMSB"))
        return damaged("byte order");
    for (const char* scale : {"ElementToIntensityFunctionSlope", "ElementToIntensityFunctionOffset"})
        if (fields.contains(scale)) return unsupported(say("metaimage.scaled"));
    return {};
}

/// A list, a pattern or a path could name any file of the user's.
bool leadsElsewhere(const std::string& dataFile) {
    const auto isOdd = [](char c) { return c == '/' || c == '\\' || c == '%' || (c >= 0 && c < ' '); };
    return dataFile.empty() || dataFile == "." || dataFile == ".." || lowered(dataFile).starts_with("list") ||
           std::any_of(dataFile.begin(), dataFile.end(), isOdd);
}

Result<void> readEncoding(const Fields& fields, MetaImageHeader& header) {
    if (!isTrue(valueOf(fields, {"BinaryData"}))) return unsupported(say("metaimage.text"));
    if (const std::string skip = valueOf(fields, {"HeaderSize"}); !skip.empty() && number(skip) != 0)
        return unsupported(say("metaimage.misplaced"));
    header.isPacked = isTrue(valueOf(fields, {"CompressedData"}));
    header.volume.isZlib = header.isPacked;
    if (const std::string said = valueOf(fields, {"CompressedDataSize"}); header.isPacked && !said.empty()) {
        const double bytes = number(said);
        if (!(bytes >= 0 && bytes <= 1e15) || bytes != std::floor(bytes)) return damaged("packed size");
        header.packedBytes = static_cast<std::uint64_t>(bytes);
    }
    header.dataFile = valueOf(fields, {"ElementDataFile"});
    if (lowered(header.dataFile) == "local") {
        header.dataFile.clear();
        return {};
    }
    if (leadsElsewhere(header.dataFile)) return unsupported(say("metaimage.elsewhere"));
    return {};
}

void warn(VolumeHeader& header, LoadWarning::Kind kind, Message text) {
    header.warnings.push_back({kind, std::move(text)});
}

/// Directions are named axis by axis, in LPS, whatever AnatomicalOrientation says: so does ITK read them.
Result<void> readPlace(const Fields& fields, VolumeHeader& header) {
    using Kind = LoadWarning::Kind;
    if (const std::string unit = lowered(valueOf(fields, {"DistanceUnits"}));
        !unit.empty() && unit != "mm" && unit != "?")
        return unsupported(say("metaimage.not_millimetres"));
    const std::string centre = valueOf(fields, {"CenterOfRotation"});
    if (const auto c = numbers<3>(centre);
        !centre.empty() && (!c || (*c)[0] != 0 || (*c)[1] != 0 || (*c)[2] != 0))
        return unsupported(say("metaimage.turned"));
    const std::string spacing = valueOf(fields, {"ElementSpacing", "ElementSize"});
    const auto sizesMm = spacing.empty() ? std::array<double, 3>{1, 1, 1} : numbers<3>(spacing);
    const std::string offset = valueOf(fields, {"Offset", "Position", "Origin"});
    const auto origin = offset.empty() ? std::array<double, 3>{} : numbers<3>(offset);
    const std::string matrix = valueOf(fields, {"TransformMatrix", "Rotation", "Orientation"});
    const auto axes = matrix.empty() ? std::array<double, 9>{1, 0, 0, 0, 1, 0, 0, 0, 1} : numbers<9>(matrix);
    if (!sizesMm || !origin || !axes) return damaged("place");
    const auto step = [&](std::size_t axis) {
        return Vec3{(*axes)[3 * axis], (*axes)[3 * axis + 1], (*axes)[3 * axis + 2]} * (*sizesMm)[axis];
    };
    header.steps = {step(0), step(1), step(2), {(*origin)[0], (*origin)[1], (*origin)[2]}};
    header.areDirectionsKnown = !matrix.empty();
    if (spacing.empty()) warn(header, Kind::Geometry, say("metaimage.no_voxel_size"));
    if (!header.areDirectionsKnown) warn(header, Kind::Geometry, say("metaimage.no_directions"));
    warn(header, Kind::Other, say("metaimage.names_little"));
    return {};
}

} // namespace

bool isMetaImage(std::span<const std::byte> start) {
    const std::string_view text(reinterpret_cast<const char*>(start.data()), start.size());
    for (const std::string_view name : {"ObjectType", "NDims"})
        if (text.starts_with(name)) return stripped(text.substr(name.size())).starts_with('=');
    return false;
}

Result<MetaImageHeader> parseMetaImage(std::span<const std::byte> start) {
    if (!isMetaImage(start)) return fail(ErrorCode::NothingReadable, say("metaimage.none"));
    const Result<Text> text = readText(start);
    if (!text) return tl::unexpected(text.error());
    if (const std::string kind = valueOf(text->fields, {"ObjectType"}); !kind.empty() && kind != "Image")
        return unsupported(say("metaimage.no_image"));
    MetaImageHeader header;
    header.volume.format = SeriesFormat::MetaImage;
    header.headerBytes = text->bytes;
    for (const auto& done : {readSizes(text->fields, header.volume), readType(text->fields, header.volume),
                             readEncoding(text->fields, header), readPlace(text->fields, header.volume)})
        if (!done) return tl::unexpected(done.error());
    return header;
}

} // namespace hemo::imaging
