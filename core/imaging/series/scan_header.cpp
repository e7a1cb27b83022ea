#include "core/imaging/series/scan_header.h"

#include "core/imaging/series/contrast_words.h"
#include "core/imaging/series/reconstruction.h"
#include "core/imaging/series/series_hints.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace hemo::imaging {
namespace {

/// The number in `count` digits of a text; none where others stand there.
std::optional<int> digitsAt(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return std::nullopt;
    int number = 0;
    const char* last = text.data() + at + count;
    const auto [end, error] = std::from_chars(text.data() + at, last, number);
    return error == std::errc() && end == last && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Days since no matter when, of a date as PS3.5 writes it: "20260131", once "2026.01.31".
std::optional<int> dayOf(std::string text) {
    std::erase(text, '.');
    const auto year = digitsAt(text, 0, 4), month = digitsAt(text, 4, 2), day = digitsAt(text, 6, 2);
    if (!year || !month || !day || *year < 1850 || *month < 1 || *month > 12) return std::nullopt;
    return *year * 365 + (*month - 1) * 365 / 12 + *day; // to a few days, which is enough
}

/// PatientAge is "003D", "012W", "004M" or "054Y" (PS3.5 6.2); else from birth to study. An age over all
/// people's, or under none, is one that somebody blanked out.
std::optional<double> ageOf(const SeriesInfo& series) {
    constexpr double kOldest = 120;
    std::optional<double> years;
    const std::string& age = series.patientAge;
    const std::size_t digits = age.find_first_not_of("0123456789");
    if (const auto number = digitsAt(age, 0, std::min(digits, age.size())); number && digits != 0) {
        const char unit = digits < age.size() ? age[digits] : 'Y';
        const double perYear = unit == 'D' || unit == 'd'   ? 365.25
                               : unit == 'W' || unit == 'w' ? 52.18
                               : unit == 'M' || unit == 'm' ? 12
                                                            : 1;
        years = *number / perYear;
        if (*number == 0 && perYear == 1) years.reset(); // "000Y": often a blank
    }
    const auto born = dayOf(series.patientBirthDate), scanned = dayOf(series.studyDate);
    if (!years && born && scanned) years = (*scanned - *born) / 365.0;
    if (!years || *years < -0.05 || *years > kOldest) return std::nullopt;
    return std::max(*years, 0.0);
}

} // namespace

ScanHeader scanHeaderOf(const SeriesInfo& series) {
    ScanHeader header;
    header.kvp = series.kvp;
    header.areLengthsKnown = series.areLengthsKnown;
    header.isLossy = series.isLossy;
    header.isKernelSharp = isForBone(series) == Hint::Yes;
    header.isSpecial = !specialWords(reconstructionOf(series)).empty();
    header.ageYears = ageOf(series);
    if (isContrastContradicted(series)) header.contrast = ScanHeader::Contrast::Contradicted;
    if (hasContrast(series) != Hint::Yes) return header;
    // A word in a description can mean many things; that an agent is named can not.
    const bool isNamed = !series.contrastAgent.empty() && contrastInAgent(series.contrastAgent) == Hint::Yes;
    header.contrast = isNamed ? ScanHeader::Contrast::Named : ScanHeader::Contrast::Described;
    return header;
}

} // namespace hemo::imaging
