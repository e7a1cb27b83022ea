#include "core/state/first_layout.h"

namespace hemo {
namespace {

constexpr std::string_view kAsLeft = "as-left";

std::string arrangementName(int number) {
    return "arrangement-" + std::to_string(number);
}

} // namespace

std::string firstLayoutName(const FirstLayout& layout) {
    if (const auto* set = std::get_if<ViewSet>(&layout)) return std::string(viewSetName(*set));
    if (const auto* kept = std::get_if<KeptAs>(&layout)) return arrangementName(kept->number);
    return std::string(kAsLeft);
}

std::optional<FirstLayout> firstLayoutNamed(std::string_view name) {
    if (name == kAsLeft) return AsLeft{};
    if (const auto set = viewSetNamed(name)) return *set;
    for (int number = kFirstHanging; number <= kLastHanging; ++number)
        if (name == arrangementName(number)) return KeptAs{number};
    return std::nullopt;
}

} // namespace hemo
