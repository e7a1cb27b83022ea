#include "core/words/catalogue.h"

#include "core/words/groups.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace hemo {
namespace {

std::string textOf(double value, std::chars_format format, int digits) {
    std::array<char, 400> text; // the longest double; std::to_chars knows no locale
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format, digits);
    return {text.data(), end.ptr};
}

/// Rounded by the value's own decimals, so that 0.25 mm reads 0.3 as everywhere on screen.
double rounded(double value, int digits) {
    const double scale = std::pow(10, digits);
    return std::round(value * scale) / scale + 0.0; // no "-0"
}

std::string textOf(const Number& number) {
    switch (number.kind) {
    case Number::Digits::Fixed:
        return textOf(rounded(number.value, number.digits), std::chars_format::fixed, number.digits);
    case Number::Digits::AtMost: {
        const double value = rounded(number.value, number.digits);
        return textOf(value, std::chars_format::fixed, value == std::round(value) ? 0 : number.digits);
    }
    case Number::Digits::Significant:
        return textOf(number.value, std::chars_format::general, number.digits);
    }
    return {};
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Fills the places of one message after the other.
class Filler {
public:
    explicit Filler(const Wording& wording) : m_wording(wording) {}

    std::string operator()(const Message& message) const {
        const Sentence* sentence = findSentence(message.id.text());
        return sentence == nullptr ? std::string()
                                   : filled(m_wording.sentence(*sentence, countOf(message)), message);
    }

private:
    static std::int64_t countOf(const Message& message) {
        const Count* count =
            message.arguments.empty() ? nullptr : std::get_if<Count>(&message.arguments.front().value);
        return count == nullptr ? 0 : count->value;
    }

    std::string filled(const std::string& text, const Message& message) const {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isLarge = text.compare(i, 2, "%^") == 0;
            const std::size_t digit = i + (isLarge ? 2 : 1);
            const bool isPlace = text[i] == '%' && digit < text.size() && text[digit] > '0' &&
                                 text[digit] < '1' + static_cast<int>(message.arguments.size());
            if (!isPlace) {
                out += text[i];
                continue;
            }
            const std::string part = textOf(message.arguments[static_cast<std::size_t>(text[digit] - '1')]);
            out += isLarge ? capitalised(part) : part;
            i = digit;
        }
        return out;
    }

    std::string textOf(const Argument& argument) const {
        if (const auto* name = std::get_if<std::string>(&argument.value)) return *name;
        if (const auto* count = std::get_if<Count>(&argument.value)) return textOf(*count);
        if (const auto* number = std::get_if<Number>(&argument.value)) return textOf(*number);
        return (*this)(std::get<Message>(argument.value));
    }

    std::string textOf(const Number& number) const {
        std::string text = hemo::textOf(number);
        const std::size_t point = text.find('.');
        return point == std::string::npos ? text : text.replace(point, 1, m_wording.decimalPoint);
    }

    std::string textOf(const Count& count) const {
        const std::string figures = std::to_string(count.value);
        const Sentence* word =
            count.style == Count::Style::Words ? findSentence("number." + figures) : nullptr;
        return word == nullptr ? figures : m_wording.sentence(*word, count.value);
    }

    const Wording& m_wording;
};

} // namespace

std::span<const std::span<const Sentence>> catalogue() {
    using namespace words;
    static const std::array groups{kWords, kReader,      kState,    kStacks,   kSeries,
                                   kFiles, kVolumeFiles, kTraining, kPrograms, kCases};
    return groups;
}

const Sentence* findSentence(std::string_view id) {
    static const auto byId = [] {
        std::unordered_map<std::string_view, const Sentence*> all;
        for (const std::span<const Sentence> group : catalogue())
            for (const Sentence& sentence : group)
                all.emplace(sentence.id, &sentence);
        return all;
    }();
    const auto found = byId.find(id);
    return found == byId.end() ? nullptr : found->second;
}

int placesOf(const Sentence& sentence) {
    int highest = 0;
    const std::string_view text = sentence.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t digit = i + (text.substr(i, 2) == "%^" ? 2 : 1);
        if (text[i] == '%' && digit < text.size() && text[digit] > '0' && text[digit] <= '9')
            highest = std::max(highest, text[digit] - '0');
    }
    return highest;
}

std::string worded(const Message& message, const Wording& wording) {
    return Filler(wording)(message);
}

std::string inEnglish(const Sentence& sentence, std::int64_t count) {
    return count == 1 && sentence.one != nullptr ? sentence.one : sentence.text;
}

std::string english(const Message& message) {
    return worded(message, {inEnglish});
}

} // namespace hemo
