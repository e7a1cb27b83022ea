#include "core/study/same_patient.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace hemo {
namespace {

bool isSpace(char c) {
    return std::isspace(static_cast<unsigned char>(c)) || c == '\0';
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    std::string result(text);
    // Only ASCII: letters of other alphabets are compared as they stand.
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return static_cast<unsigned char>(c) < 128
                   ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
                   : c;
    });
    return result;
}

/// Components apart (PS3.5 6.2.1), each trimmed, without the empty ones at the end: "DOE^Jane" is
/// "Doe^Jane^^".
std::string plainName(std::string_view name) {
    const std::string_view alphabetic = name.substr(0, name.find('='));
    std::string_view rest = alphabetic.empty() ? name : alphabetic;
    std::string plain;
    while (true) {
        const auto end = rest.find('^');
        plain += trimmed(rest.substr(0, end));
        if (end == std::string_view::npos) break;
        plain += '^';
        rest.remove_prefix(end + 1);
    }
    plain.erase(plain.find_last_not_of('^') + 1);
    return plain;
}

bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
}

} // namespace

PatientDifference patientDifference(const SeriesInfo& a, const SeriesInfo& b) {
    return {differ(trimmed(a.patientId), trimmed(b.patientId)),
            differ(plainName(a.patientName), plainName(b.patientName)),
            differ(trimmed(a.patientBirthDate), trimmed(b.patientBirthDate))};
}

PatientMatch patientMatch(const SeriesInfo& a, const SeriesInfo& b) {
    if (patientDifference(a, b).isAny()) return PatientMatch::Other;
    const std::array named{trimmed(a.patientId), trimmed(b.patientId), plainName(a.patientName),
                           plainName(b.patientName)};
    const bool isAllNamed =
        std::none_of(named.begin(), named.end(), [](const std::string& text) { return text.empty(); });
    return isAllNamed ? PatientMatch::Same : PatientMatch::Unknown;
}

} // namespace hemo
