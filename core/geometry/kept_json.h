#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// How what a reader made is kept as JSON, and read back from a file that anybody may have changed. What is
/// wrong throws std::exception, which readKept ends.
namespace hemo::kept {

using nlohmann::json;

/// Of a place or a direction: [x, y, z], patient LPS.
template <class Triple> json toJson(const Triple& v) {
    return json::array({v.x, v.y, v.z});
}
/// Throws where it is farther away than any scan reaches.
template <class Triple> Triple tripleFrom(const json& j) {
    constexpr double kFarthest = 1e5;
    const Triple v{j.at(0).get<double>(), j.at(1).get<double>(), j.at(2).get<double>()};
    for (const double each : {v.x, v.y, v.z})
        if (!(std::abs(each) <= kFarthest)) throw std::out_of_range("place");
    return v;
}

/// Of a value whose names stand in its own order.
template <class Names, class Value> std::string_view nameOf(const Names& names, Value value) {
    return names.at(static_cast<std::size_t>(value));
}
template <class Value, class Names> Value valueOf(const Names& names, const json& j) {
    const auto it = std::ranges::find(names, j.get<std::string>());
    if (it == names.end()) throw std::out_of_range("name");
    return static_cast<Value>(it - names.begin());
}

inline std::string textOf(const json& j) {
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// None where the text is no JSON, or not of this kind.
template <class Value, class Read> std::optional<Value> readKept(std::string_view text, Read read) {
    try {
        return read(json::parse(text));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace hemo::kept
