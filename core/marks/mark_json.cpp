#include "core/marks/mark_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 10> kShapes{"length",   "angle",    "ellipse",       "rectangle",
                                                   "freehand", "arrow",    "midline_shift", "evans_index",
                                                   "abc_half", "key_image"};
constexpr std::size_t kMostPlaces = 100000;
constexpr double kFarthestMm = 1e5;

template <class Triple> json toJson(const Triple& v) {
    return json::array({v.x, v.y, v.z});
}

template <class Triple> Triple tripleFrom(const json& j) {
    Triple v{j.at(0).get<double>(), j.at(1).get<double>(), j.at(2).get<double>()};
    for (const double each : {v.x, v.y, v.z})
        if (!(std::abs(each) <= kFarthestMm)) throw std::out_of_range("place");
    return v;
}

bool isFrame(const ViewFrame& frame) {
    const auto isOne = [](Vec3 v) { return std::abs(length(v) - 1) < 1e-3; };
    return isOne(frame.right) && isOne(frame.down) && std::abs(dot(frame.right, frame.down)) < 1e-3;
}

} // namespace

std::string markJson(const Mark& mark) {
    json points = json::array();
    for (const PatientPoint p : mark.points)
        points.push_back(toJson(p));
    return json{{"shape", kShapes.at(static_cast<std::size_t>(mark.shape))},
                {"frame", {toJson(mark.frame.right), toJson(mark.frame.down)}},
                {"points", std::move(points)},
                {"text", mark.text}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Mark> parseMark(std::string_view text, MarkId id) {
    try {
        const json j = json::parse(text);
        const auto shape = std::ranges::find(kShapes, j.at("shape").get<std::string>());
        if (shape == kShapes.end()) return std::nullopt;
        Mark mark{id, Mark::Shape{static_cast<int>(shape - kShapes.begin())}, {}, {}, j.at("text")};
        mark.frame = {tripleFrom<Vec3>(j.at("frame").at(0)), tripleFrom<Vec3>(j.at("frame").at(1))};
        for (const json& point : j.at("points"))
            mark.points.push_back(tripleFrom<PatientPoint>(point));
        const std::size_t places = mark.points.size(), wanted = placesOf(mark.shape);
        const bool isWhole = mark.shape == Mark::Shape::Freehand ? places >= wanted : places == wanted;
        if (!isWhole || places > kMostPlaces || !isFrame(mark.frame)) return std::nullopt;
        return mark;
    } catch (const std::exception&) { // no JSON, or not of this kind
        return std::nullopt;
    }
}

} // namespace hemo
