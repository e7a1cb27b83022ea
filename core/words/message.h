#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace hemo {

/// Names a sentence of the catalogue: "verdict.too_few", its room and what it says. Written in the
/// source, so it lives as long as the program; of the right form, or it does not compile.
class MessageId {
public:
    constexpr MessageId() = default;
    consteval MessageId(const char* literal) : m_text(literal) {
        if (!isWellFormed(m_text)) throw "an id is lower_case words, with one dot after the room";
    }
    constexpr std::string_view text() const { return m_text; }
    constexpr bool operator==(const MessageId&) const = default;

    /// The id of that name in the catalogue; an empty one where there is none.
    static MessageId find(std::string_view text);

private:
    static constexpr bool isWellFormed(std::string_view id) {
        int dots = 0;
        for (std::size_t i = 0; i < id.size(); ++i) {
            const bool isDot = id[i] == '.';
            if (isDot && (i == 0 || i + 1 == id.size())) return false;
            if (!isDot && id[i] != '_' && !(id[i] >= 'a' && id[i] <= 'z') && !(id[i] >= '0' && id[i] <= '9'))
                return false;
            dots += isDot ? 1 : 0;
        }
        return dots == 1;
    }
    std::string_view m_text;
};

struct Argument;

/// A sentence that a person reads, or a part of one, not yet in any language: which one it is and what stands
/// in its places. What is written, compared and sent is this; `english` or a translation is shown. Made by
/// `say`. Names may be a patient's or a path only where the sentence is shown and never logged.
struct Message {
    MessageId id; ///< empty: nothing is said
    std::vector<Argument> arguments;

    Message() = default;
    Message(MessageId said, std::vector<Argument> with);
    explicit operator std::string() const; ///< in English

    bool empty() const { return id == MessageId(); }
    bool operator==(const Message&) const;
};

/// How many; the first one of a sentence decides between its singular and its plural.
struct Count {
    enum class Style {
        Figures, ///< "2"
        Words,   ///< "Two" up to twelve, to begin a sentence with
    };
    std::int64_t value = 0;
    Style style = Style::Figures;
    bool operator==(const Count&) const = default;
};

/// What a number measures. The unit stands in the sentence, the number knows it for whoever reads figures.
enum class Unit { None, Millimetre, Hounsfield, Percent, Degree, Kilovolt };

/// A measured number with the digits that it is worth.
struct Number {
    enum class Digits {
        Fixed,       ///< after the point, always
        AtMost,      ///< after the point, none where it is whole
        Significant, ///< in all
    };
    double value = 0;
    Unit unit = Unit::None;
    int digits = 0;
    Digits kind = Digits::Fixed;
    bool operator==(const Number&) const = default;
};

/// What stands in a place of a sentence. Text is a name that no language changes: a kernel, a file.
struct Argument {
    std::variant<std::string, Count, Number, Message> value;

    Argument(std::string name) : value(std::move(name)) {}
    Argument(const char* name) : value(std::string(name)) {}
    Argument(std::string_view name) : value(std::string(name)) {}
    Argument(Message part) : value(std::move(part)) {}
    Argument(Number number) : value(number) {}
    Argument(Count count) : value(count) {}
    template <class T>
    requires std::is_integral_v<T> Argument(T count) : value(Count{static_cast<std::int64_t>(count)}) {}
    template <class T>
    requires std::is_floating_point_v<T> Argument(T)
    = delete; ///< say its digits: Number
    bool operator==(const Argument&) const;
};

/// The sentence of that id with its places filled, in their order.
template <class... Arguments> Message say(MessageId id, Arguments&&... arguments) {
    return {id, {Argument(std::forward<Arguments>(arguments))...}};
}

/// "Two", to begin a sentence with.
template <class T>
requires std::is_integral_v<T> Count inWords(T count) {
    return {static_cast<std::int64_t>(count), Count::Style::Words};
}
/// "5", "4.2": one decimal where it is not whole.
inline Number mm(double value) {
    return {value, Unit::Millimetre, 1, Number::Digits::AtMost};
}
/// "24": rounded.
inline Number whole(double value, Unit unit) {
    return {value, unit};
}

/// What it says, in English; nothing for an empty one.
std::string english(const Message& message);

/// Whether that is what it says in English.
bool operator==(const Message& message, std::string_view sentence);
std::ostream& operator<<(std::ostream& out, const Message& message);

} // namespace hemo
