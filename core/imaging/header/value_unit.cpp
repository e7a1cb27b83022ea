#include "core/imaging/header/value_unit.h"

#include "core/imaging/header/text_encoding.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>
#include <vector>

namespace hemo::imaging {
namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Letters and digits alone, in capitals: "H.U." is "HU", "[hnsf'U]" is "HNSFU".
std::string plainWord(std::string_view text) {
    std::string word;
    for (const char c : inCapitals(text))
        if (std::isalnum(static_cast<unsigned char>(c))) word += c;
    return word;
}

/// How many letters must be changed, put in or left out to make one of the other.
std::size_t distanceOf(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t before = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t kept = before + (a[i] == b[j] ? 0 : 1);
            before = row[j + 1];
            row[j + 1] = std::min({kept, before + 1, row[j] + 1});
        }
    }
    return row.back();
}

/// The word, or it doubled: "HUHU".
template <class Is> bool onceOrTwice(std::string_view word, Is is) {
    const std::size_t half = word.size() / 2;
    return is(word) ||
           (word.size() % 2 == 0 && word.substr(0, half) == word.substr(half) && is(word.substr(0, half)));
}

bool meansHounsfield(std::string_view word) {
    if (isOneOf(word, {"HU", "HUMOD", "HNSFU", "HNSF", "CTNUMBER", "CTNUMBERS", "HUS"})) return true;
    constexpr std::string_view kName = "HOUNSFIELD";
    constexpr std::size_t kMostMisspelt = 2;
    for (std::string_view ending : {"UNITS", "UNIT", "UNITES", "EINHEITEN", "EINHEIT", "SCALE", "S", ""})
        if (word.ends_with(ending) &&
            distanceOf(word.substr(0, word.size() - ending.size()), kName) <= kMostMisspelt)
            return true;
    return false;
}

} // namespace

ValueUnit unitOfRescaleType(std::string_view rescaleType) {
    const std::string_view first = trimmed(rescaleType.substr(0, rescaleType.find('\\')));
    const std::string word = plainWord(first);
    if (first.empty() || word == "US") return ValueUnit::Hounsfield; // "unspecified", and CT has nothing else
    if (onceOrTwice(word, meansHounsfield)) return ValueUnit::Hounsfield;
    const bool isNoWord = word.empty(); // "-", "?"
    if (isNoWord ||
        isOneOf(word, {"NONE", "UNSPECIFIED", "UNKNOWN", "UNDEFINED", "UNDEF", "NULL", "NA", "NIL", "NO",
                       "NOTSPECIFIED", "NORMAL", "DEFAULT", "UNSPEC", "UNITLESS", "0", "1"}))
        return ValueUnit::Unsaid;
    return ValueUnit::Other;
}

bool isDensityKernel(std::string_view kernel, std::string_view manufacturer) {
    const std::string name = inCapitals(trimmed(kernel)), maker = inCapitals(manufacturer);
    const auto isDigit = [&](std::size_t n) {
        return n < name.size() && std::isdigit(static_cast<unsigned char>(name[n]));
    };
    const bool canBeSiemens = trimmed(maker).empty() || maker.find("SIEMENS") != std::string::npos;
    return canBeSiemens && (name.starts_with("SD") || name.starts_with("SM")) && isDigit(2) && isDigit(3) &&
           !isDigit(4);
}

} // namespace hemo::imaging
