#include "core/study/file_name.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace hemo {
namespace {

constexpr std::size_t kShortest = 3;

/// Letters of other alphabets are bytes beyond ASCII.
bool isWordPart(unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0;
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return lower;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lowered(text))
        if (isWordPart(static_cast<unsigned char>(c)))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    std::erase_if(words, [](const std::string& word) { return word.size() < kShortest; });
    return words;
}

} // namespace

bool holdsPatient(std::string_view fileName, const SeriesInfo& series) {
    const std::string name = lowered(fileName);
    for (const std::string& known : {series.patientName, series.patientId})
        for (const std::string& word : wordsOf(known))
            if (name.find(word) != std::string::npos) return true;
    return false;
}

} // namespace hemo
