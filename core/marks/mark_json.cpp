#include "core/marks/mark_json.h"

#include "core/geometry/kept_json.h"

#include <array>
#include <cmath>

namespace hemo {
namespace {

using namespace kept;

constexpr std::array<std::string_view, 10> kShapes{"length",   "angle",    "ellipse",       "rectangle",
                                                   "freehand", "arrow",    "midline_shift", "evans_index",
                                                   "abc_half", "key_image"};
constexpr std::size_t kMostPlaces = 100000;

bool isFrame(const ViewFrame& frame) {
    const auto isOne = [](Vec3 v) { return std::abs(length(v) - 1) < 1e-3; };
    return isOne(frame.right) && isOne(frame.down) && std::abs(dot(frame.right, frame.down)) < 1e-3;
}

} // namespace

std::string markJson(const Mark& mark) {
    json points = json::array();
    for (const PatientPoint p : mark.points)
        points.push_back(toJson(p));
    return textOf({{"shape", nameOf(kShapes, mark.shape)},
                   {"frame", {toJson(mark.frame.right), toJson(mark.frame.down)}},
                   {"points", std::move(points)},
                   {"text", mark.text}});
}

std::optional<Mark> parseMark(std::string_view text, MarkId id) {
    return readKept<Mark>(text, [id](const json& j) -> std::optional<Mark> {
        Mark mark{id, valueOf<Mark::Shape>(kShapes, j.at("shape")), {}, {}, j.at("text")};
        mark.frame = {tripleFrom<Vec3>(j.at("frame").at(0)), tripleFrom<Vec3>(j.at("frame").at(1))};
        for (const json& point : j.at("points"))
            mark.points.push_back(tripleFrom<PatientPoint>(point));
        const std::size_t places = mark.points.size(), wanted = placesOf(mark.shape);
        const bool isWhole = mark.shape == Mark::Shape::Freehand ? places >= wanted : places == wanted;
        if (!isWhole || places > kMostPlaces || !isFrame(mark.frame)) return std::nullopt;
        return mark;
    });
}

} // namespace hemo
