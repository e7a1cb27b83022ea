#include "core/marks/mark_json.h"

#include "core/geometry/kept_json.h"

#include <array>
#include <cmath>
#include <limits>

namespace hemo {
namespace {

using namespace kept;

constexpr std::array<std::string_view, 11> kShapes{"length",   "angle",     "ellipse",       "rectangle",
                                                   "freehand", "arrow",     "midline_shift", "evans_index",
                                                   "abc_half", "key_image", "volume"};
constexpr std::size_t kMostPlaces = 100000;

bool isFrame(const ViewFrame& frame) {
    const auto isOne = [](Vec3 v) { return std::abs(length(v) - 1) < 1e-3; };
    return isOne(frame.right) && isOne(frame.down) && std::abs(dot(frame.right, frame.down)) < 1e-3;
}

/// As runs: where one begins, and how long it is.
json runsOf(const std::vector<std::uint32_t>& voxels) {
    json runs = json::array();
    for (std::size_t n = 0; n < voxels.size();) {
        std::size_t end = n + 1;
        while (end < voxels.size() && voxels[end] == voxels[end - 1] + 1)
            ++end;
        runs.push_back(voxels[n]);
        runs.push_back(end - n);
        n = end;
    }
    return runs;
}

/// None where they are not in order, or more than any bleed has.
std::optional<Blood> bloodFrom(const json& j) {
    constexpr std::uint64_t kMostVoxels = 20'000'000;
    Blood blood;
    blood.volumeMl = j.at("ml");
    const json& runs = j.at("runs");
    std::uint64_t next = 0;
    for (std::size_t n = 0; n + 1 < runs.size(); n += 2) {
        const std::uint64_t first = runs[n], count = runs[n + 1];
        const bool isSound = first >= next && count > 0 && count <= kMostVoxels &&
                             blood.voxels.size() + count <= kMostVoxels &&
                             first + count <= std::numeric_limits<std::uint32_t>::max();
        if (!isSound) return std::nullopt;
        for (std::uint64_t v = first; v < first + count; ++v)
            blood.voxels.push_back(static_cast<std::uint32_t>(v));
        next = first + count;
    }
    const bool isWhole = !blood.voxels.empty() && std::isfinite(blood.volumeMl) && blood.volumeMl > 0;
    return isWhole ? std::optional(std::move(blood)) : std::nullopt;
}

} // namespace

std::string markJson(const Mark& mark) {
    json points = json::array();
    for (const PatientPoint p : mark.points)
        points.push_back(toJson(p));
    json all{{"shape", nameOf(kShapes, mark.shape)},
             {"frame", {toJson(mark.frame.right), toJson(mark.frame.down)}},
             {"points", std::move(points)},
             {"text", mark.text},
             {"of_finding", mark.isOfFinding}};
    if (mark.blood) all["blood"] = {{"runs", runsOf(mark.blood->voxels)}, {"ml", mark.blood->volumeMl}};
    return textOf(all);
}

std::optional<Mark> parseMark(std::string_view text, MarkId id) {
    return readKept<Mark>(text, [id](const json& j) -> std::optional<Mark> {
        Mark mark{id, valueOf<Mark::Shape>(kShapes, j.at("shape")), {}, {}, j.at("text"), {}};
        mark.frame = {tripleFrom<Vec3>(j.at("frame").at(0)), tripleFrom<Vec3>(j.at("frame").at(1))};
        for (const json& point : j.at("points"))
            mark.points.push_back(tripleFrom<PatientPoint>(point));
        // Those of before this was kept were all laid on findings.
        mark.isOfFinding = j.value("of_finding", mark.shape == Mark::Shape::AbcHalf);
        const std::size_t places = mark.points.size(), wanted = placesOf(mark.shape);
        const bool isWhole = mark.shape == Mark::Shape::Freehand ? places >= wanted : places == wanted;
        if (!isWhole || places > kMostPlaces || !isFrame(mark.frame)) return std::nullopt;
        if (mark.shape != Mark::Shape::Volume) return mark;
        auto blood = bloodFrom(j.at("blood"));
        if (!blood) return std::nullopt;
        mark.blood = std::make_shared<const Blood>(std::move(*blood));
        return mark;
    });
}

} // namespace hemo
