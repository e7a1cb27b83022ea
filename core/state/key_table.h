#pragma once

#include <map>
#include <set>
#include <string>

namespace hemo {

/// The keys that do what: a command's id and its keys as they are written everywhere ("Ctrl+Shift+N"),
/// several parted by "; ", none empty.
struct KeyTable {
    std::map<std::string, std::string, std::less<>> keys;
    std::set<std::string, std::less<>> fixed; ///< by the site: nobody changes them here
    bool operator==(const KeyTable&) const = default;
};

} // namespace hemo
