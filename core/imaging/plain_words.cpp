#include "core/imaging/plain_words.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hemo::imaging {

std::string counted(std::size_t count, const std::string& one, const std::string& several) {
    static constexpr std::array<const char*, 13> kWords{"No",   "One",    "Two",   "Three", "Four",
                                                        "Five", "Six",    "Seven", "Eight", "Nine",
                                                        "Ten",  "Eleven", "Twelve"};
    const std::string number = count < kWords.size() ? kWords[count] : std::to_string(count);
    return number + " " + (count == 1 ? one : several);
}

std::string millimetres(double mm) {
    const double tenths = std::round(mm * 10) / 10;
    const bool isWhole = tenths == std::round(tenths);
    std::array<char, 32> text; // std::to_chars knows no locale
    const auto end = std::to_chars(text.data(), text.data() + text.size(), tenths + 0.0,
                                   std::chars_format::fixed, isWhole ? 0 : 1);
    return {text.data(), end.ptr};
}

} // namespace hemo::imaging
