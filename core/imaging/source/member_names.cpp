#include "core/imaging/source/member_names.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr std::string_view kSlashes = "/\\";

bool hasDrive(std::string_view name) {
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return name.size() >= 2 && name[1] == ':' && isLetter(name[0]);
}

} // namespace

bool leadsOut(std::string_view name) {
    if (hasDrive(name) || (!name.empty() && kSlashes.find(name.front()) != std::string_view::npos))
        return true;
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t to = std::min(name.find_first_of(kSlashes, from), name.size());
        if (name.substr(from, to - from) == "..") return true;
        from = to + 1;
    }
    return false;
}

bool isFolderName(std::string_view name) {
    return !name.empty() && kSlashes.find(name.back()) != std::string_view::npos;
}

} // namespace hemo::imaging
