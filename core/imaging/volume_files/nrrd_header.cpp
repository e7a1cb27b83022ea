#include "core/imaging/volume_files/nrrd_header.h"

#include "core/imaging/volume_files/header_text.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace hemo::imaging {
namespace {

constexpr int kLargestSide = 16384;

using Fields = std::map<std::string, std::string>;

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("nrrd.damaged"), what);
}

tl::unexpected<Error> unsupported(Message why) {
    return fail(ErrorCode::Unsupported, std::move(why));
}

/// NRRD allows some names with and without a space.
std::string fieldName(std::string_view name) {
    std::string lower = lowered(stripped(name));
    if (lower == "datafile") return "data file";
    if (lower == "lineskip") return "line skip";
    if (lower == "byteskip") return "byte skip";
    return lower;
}

/// "field: value" up to the empty line that ends the header; "key:=value" and comments are left out.
struct Text {
    Fields fields;
    std::size_t bytes = 0;
};

Result<Text> readText(std::span<const std::byte> start) {
    const std::string_view all(reinterpret_cast<const char*>(start.data()), start.size());
    Text text;
    std::size_t from = all.find('\n');
    while (from != std::string_view::npos) {
        ++from;
        const std::size_t to = all.find('\n', from);
        // A detached header may end with its file instead of an empty line.
        const std::string_view line =
            stripped(all.substr(from, to == std::string_view::npos ? to : to - from));
        text.bytes = to == std::string_view::npos ? all.size() : to + 1;
        if (line.empty()) return text;
        from = to;
        if (line.starts_with('#')) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return damaged("a line of the header");
        if (line.substr(colon).starts_with(":=")) continue;
        text.fields[fieldName(line.substr(0, colon))] = std::string(stripped(line.substr(colon + 1)));
    }
    if (all.size() >= kNrrdHeaderBytes || !text.fields.contains("data file"))
        return damaged("end of the header");
    return text;
}

std::string valueOf(const Fields& fields, const char* name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

/// "(x,y,z)"; NaN where it is none.
Vec3 vector(std::string_view text) {
    text = stripped(text);
    constexpr Vec3 kNone{kNoNumber, kNoNumber, kNoNumber};
    if (!text.starts_with('(') || !text.ends_with(')')) return kNone;
    text = text.substr(1, text.size() - 2);
    std::array<double, 3> v{};
    for (std::size_t n = 0; n < 3; ++n) {
        const std::size_t comma = text.find(',');
        if ((comma == std::string_view::npos) != (n == 2)) return kNone;
        v[n] = number(text.substr(0, comma));
        text.remove_prefix(n == 2 ? text.size() : comma + 1);
    }
    return {v[0], v[1], v[2]};
}

/// Vectors may have spaces inside: they are told apart by their brackets.
std::vector<Vec3> vectors(std::string_view text) {
    std::vector<Vec3> all;
    for (std::size_t from = text.find('('); from != std::string_view::npos; from = text.find('(')) {
        const std::size_t to = text.find(')', from);
        if (to == std::string_view::npos) return {};
        all.push_back(vector(text.substr(from, to - from + 1)));
        text.remove_prefix(to + 1);
    }
    return all;
}

Result<void> readSizes(const Fields& fields, VolumeHeader& header) {
    const double dimension = number(valueOf(fields, "dimension"));
    const auto sizes = words(valueOf(fields, "sizes"));
    if (!(dimension >= 1 && dimension <= 16) || static_cast<double>(sizes.size()) != dimension)
        return damaged("number of dimensions");
    for (const std::string& kind : words(lowered(valueOf(fields, "kinds"))))
        if (kind != "domain" && kind != "space" && kind != "???" && kind != "none" && kind != "time" &&
            kind != "list")
            return unsupported(say("nrrd.colours"));
    if (sizes.size() != 3) return unsupported(sizes.size() < 3 ? say("nrrd.no_volume") : say("nrrd.several"));
    std::array<int, 3> n{};
    for (std::size_t d = 0; d < 3; ++d) {
        const double size = number(sizes[d]);
        if (size == 0) return unsupported(say("nrrd.no_voxels"));
        if (!(size >= 1 && size <= kLargestSide) || size != std::floor(size))
            return damaged("size of a dimension");
        n[d] = static_cast<int>(size);
    }
    header.columns = n[0], header.rows = n[1], header.slices = n[2];
    return {};
}

Result<void> readType(const Fields& fields, VolumeHeader& header) {
    struct Known {
        VoxelType type;
        std::array<std::string_view, 5> names;
    };
    static constexpr std::array kKnown{
        Known{VoxelType::Int8, {"signed char", "int8", "int8_t"}},
        Known{VoxelType::Uint8, {"uchar", "unsigned char", "uint8", "uint8_t"}},
        Known{VoxelType::Int16, {"short", "short int", "signed short", "signed short int", "int16"}},
        Known{VoxelType::Int16, {"int16_t"}},
        Known{VoxelType::Uint16, {"ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"}},
        Known{VoxelType::Int32, {"int", "signed int", "int32", "int32_t"}},
        Known{VoxelType::Uint32, {"uint", "unsigned int", "uint32", "uint32_t"}},
        Known{VoxelType::Float32, {"float"}},
        Known{VoxelType::Float64, {"double"}}};
    const std::string name = lowered(valueOf(fields, "type"));
    if (name.empty()) return damaged("kind of voxels");
    for (const Known& known : kKnown)
        if (std::find(known.names.begin(), known.names.end(), name) != known.names.end()) {
            header.type = known.type;
            const std::string endian = lowered(valueOf(fields, "endian"));
            if (bytesOf(header.type) > 1 && endian != "little" && endian != "big")
                return damaged("byte order");
            header.isBigEndian = endian == "big";
            return {};
        }
    return unsupported(say("nrrd.uncommon"));
}

Result<void> readEncoding(const Fields& fields, NrrdHeader& header) {
    const std::string encoding = lowered(valueOf(fields, "encoding"));
    header.isGzip = encoding == "gzip" || encoding == "gz";
    if (encoding.empty()) return damaged("encoding");
    if (!header.isGzip && encoding != "raw") return unsupported(say("nrrd.packed"));
    for (const char* skip : {"line skip", "byte skip"})
        if (const std::string value = valueOf(fields, skip); !value.empty() && number(value) != 0)
            return unsupported(say("nrrd.misplaced"));
    header.dataFile = valueOf(fields, "data file");
    // A list, a pattern or a path could name any file of the user's.
    if (header.dataFile.find_first_of("/\\%") != std::string::npos || header.dataFile == ".." ||
        lowered(header.dataFile).starts_with("list"))
        return unsupported(say("nrrd.elsewhere"));
    return {};
}

void warn(VolumeHeader& header, Message text) {
    header.warnings.push_back({LoadWarning::Kind::Geometry, std::move(text)});
}

void readSizesAlone(const Fields& fields, VolumeHeader& header) {
    std::array<double, 3> sizesMm{1, 1, 1};
    const auto spacings = words(valueOf(fields, "spacings"));
    if (spacings.size() == 3)
        for (std::size_t d = 0; d < 3; ++d)
            sizesMm[d] = number(spacings[d]); // checked with the rest, where it lies in space
    else
        warn(header, say("nrrd.no_voxel_size"));
    header.steps = stepsFromSizes(sizesMm);
}

/// What the axes of a file's space are to the patient.
enum class Axes { Lps, Ras, Las, Unknown };

Axes axesOf(const Fields& fields) {
    const std::string space = lowered(valueOf(fields, "space"));
    if (space == "left-posterior-superior" || space == "lps") return Axes::Lps;
    if (space == "right-anterior-superior" || space == "ras") return Axes::Ras;
    if (space == "left-anterior-superior" || space == "las") return Axes::Las;
    return Axes::Unknown;
}

VoxelSteps turnedFrontToBack(const VoxelSteps& s) {
    const auto turned = [](Vec3 v) { return Vec3{v.x, -v.y, v.z}; };
    return {turned(s.column), turned(s.row), turned(s.slice), {s.first.x, -s.first.y, s.first.z}};
}

bool areMillimetres(const Fields& fields) {
    for (const char* name : {"space units", "units"})
        for (const std::string& unit : words(lowered(valueOf(fields, name))))
            if (unit != "\"mm\"" && unit != "\"\"" && unit != "\"???\"") return false;
    return true;
}

Result<void> readPlace(const Fields& fields, VolumeHeader& header) {
    if (!areMillimetres(fields)) return unsupported(say("nrrd.not_millimetres"));
    const Axes axes = axesOf(fields);
    const std::string directions = valueOf(fields, "space directions");
    if (directions.empty()) {
        readSizesAlone(fields, header);
    } else {
        const std::vector<Vec3> steps = vectors(directions);
        const std::string origin = valueOf(fields, "space origin");
        if (steps.size() != 3) return damaged("space directions");
        header.steps = {steps[0], steps[1], steps[2],
                        origin.empty() ? PatientPoint{} : PatientPoint{} + vector(origin)};
        if (axes == Axes::Ras) header.steps = rasToLps(header.steps);
        if (axes == Axes::Las) header.steps = turnedFrontToBack(header.steps);
    }
    header.areDirectionsKnown = !directions.empty() && axes != Axes::Unknown;
    if (!header.areDirectionsKnown) warn(header, say("nrrd.no_directions"));
    header.warnings.push_back(
        {LoadWarning::Kind::Other, directions.empty() ? say("nrrd.sizes_alone") : say("nrrd.directions")});
    return {};
}

} // namespace

bool isNrrd(std::span<const std::byte> start) {
    constexpr std::string_view kMagic = "NRRD000"; // and the version, 1 to 5
    if (start.size() < kMagic.size() + 2) return false;
    const std::string_view text(reinterpret_cast<const char*>(start.data()), start.size());
    return text.starts_with(kMagic) && text[kMagic.size()] >= '1' && text[kMagic.size()] <= '5';
}

Result<NrrdHeader> parseNrrd(std::span<const std::byte> start) {
    if (!isNrrd(start)) return fail(ErrorCode::NothingReadable, say("nrrd.none"));
    const Result<Text> text = readText(start);
    if (!text) return tl::unexpected(text.error());
    NrrdHeader header;
    header.volume.format = SeriesFormat::Nrrd;
    header.headerBytes = text->bytes;
    for (const auto& done : {readSizes(text->fields, header.volume), readType(text->fields, header.volume),
                             readEncoding(text->fields, header), readPlace(text->fields, header.volume)})
        if (!done) return tl::unexpected(done.error());
    return header;
}

} // namespace hemo::imaging
