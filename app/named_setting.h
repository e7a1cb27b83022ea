#pragma once

#include <QString>

#include <algorithm>
#include <optional>
#include <utility>

namespace hemo::ui {

/// What a name in a table of names stands for, and the other way round: the values are all there.
template <class Value, std::size_t n>
std::optional<Value> named(const std::pair<Value, const char*> (&names)[n], const QString& text) {
    const auto it = std::ranges::find_if(names, [&](const auto& each) { return text == each.second; });
    return it == std::end(names) ? std::nullopt : std::optional(it->first);
}
template <class Value, std::size_t n>
QString nameOf(const std::pair<Value, const char*> (&names)[n], Value value) {
    return std::ranges::find(names, value, &std::pair<Value, const char*>::first)->second;
}

} // namespace hemo::ui
