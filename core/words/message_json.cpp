#include "core/words/message_json.h"

#include "core/words/catalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace hemo {
namespace {

using nlohmann::json;

constexpr int kDeepest = 32; // sentences within sentences: no message of ours comes near it

constexpr std::array<const char*, 6> kUnits{"", "mm", "HU", "%", "degree", "kV"}; // in order of Unit
constexpr std::array<const char*, 3> kDigits{"fixed", "at_most", "significant"};  // of Number::Digits

template <std::size_t N> int placeOf(const std::array<const char*, N>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

json toJson(const std::string& name) {
    return name;
}
json toJson(const Count& count) {
    if (count.style == Count::Style::Figures) return count.value;
    return {{"count", count.value}, {"in_words", true}};
}
json toJson(const Number& number) {
    return {{"value", number.value},
            {"unit", kUnits.at(static_cast<std::size_t>(number.unit))},
            {"digits", number.digits},
            {"kind", kDigits.at(static_cast<std::size_t>(number.kind))}};
}

json toJson(const Message& message) {
    return messageJson(message);
}

std::optional<Message> messageFrom(const std::string& id, const json& arguments, int depth);

std::optional<Argument> argumentFrom(const json& j, int depth) {
    if (j.is_string()) return Argument(j.get<std::string>());
    if (j.is_number_integer()) return Argument(j.get<std::int64_t>());
    if (j.contains("count")) return Argument(inWords(j.at("count").get<std::int64_t>()));
    if (j.contains("value"))
        return Argument(Number{
            j.at("value").get<double>(), static_cast<Unit>(placeOf(kUnits, j.at("unit").get<std::string>())),
            std::clamp(j.at("digits").get<int>(), 0, 9),
            static_cast<Number::Digits>(placeOf(kDigits, j.at("kind").get<std::string>()))});
    const auto part = messageFrom(j.at("id").get<std::string>(), j.at("arguments"), depth + 1);
    return part ? std::optional<Argument>(*part) : std::nullopt;
}

std::optional<Message> messageFrom(const std::string& id, const json& arguments, int depth) {
    if (id.empty()) return Message();
    const Sentence* sentence = findSentence(id);
    if (sentence == nullptr || depth > kDeepest || arguments.size() != std::size_t(placesOf(*sentence)))
        return std::nullopt;
    std::vector<Argument> all;
    for (const json& j : arguments) {
        auto argument = argumentFrom(j, depth);
        if (!argument) return std::nullopt;
        all.push_back(std::move(*argument));
    }
    return Message(MessageId::find(id), std::move(all));
}

} // namespace

json argumentsJson(const Message& message) {
    json all = json::array();
    for (const Argument& argument : message.arguments)
        all.push_back(std::visit([](const auto& value) { return toJson(value); }, argument.value));
    return all;
}

json messageJson(const Message& message) {
    return {{"id", std::string(message.id.text())}, {"arguments", argumentsJson(message)}};
}

void putMessage(json& object, const std::string& name, const Message& message) {
    object[name] = english(message);
    object[name + "_id"] = std::string(message.id.text());
    object[name + "_arguments"] = argumentsJson(message);
}

std::optional<Message> takeMessage(const json& object, const std::string& name) {
    return messageFrom(object.at(name + "_id").get<std::string>(), object.at(name + "_arguments"), 0);
}

} // namespace hemo
