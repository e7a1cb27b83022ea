#include "core/words/catalogue.h"
#include "core/words/lists.h"
#include "core/words/message_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

TEST(Words, ASentenceHoldsWhatItIsToldOf) {
    EXPECT_EQ(say("assess.noise", whole(23.6, Unit::Hounsfield)),
              "The images are too noisy (24 HU) to exclude a bleed.");
    EXPECT_EQ(english({}), "");
}

TEST(Words, TheCountChoosesSingularOrPlural) {
    EXPECT_EQ(say("verdict.slices", 1), "1 slice");
    EXPECT_EQ(say("verdict.slices", 0), "0 slices");
    EXPECT_EQ(say("verdict.slices", std::size_t{28}), "28 slices");
    EXPECT_EQ(say("verdict.too_few", say("verdict.slices", 1)),
              "Only 1 slice: too few to answer for a patient.");
}

TEST(Words, ANumberThatBeginsASentenceIsAWordUpToTwelve) {
    EXPECT_EQ(say("verdict.slices", inWords(1)), "One slice");
    EXPECT_EQ(say("verdict.slices", inWords(12)), "Twelve slices");
    EXPECT_EQ(say("verdict.slices", inWords(13)), "13 slices");
}

std::string read(const Number& number) {
    return english(say("assess.noise", number)).substr(26);
}

TEST(Words, NumbersHaveTheDigitsTheyAreWorth) {
    const std::string end = " HU) to exclude a bleed.";
    EXPECT_EQ(read(mm(5)), "5" + end);
    EXPECT_EQ(read(mm(4.25)), "4.3" + end);
    EXPECT_EQ(read(mm(4.96)), "5" + end);
    EXPECT_EQ(read(mm(-0.01)), "0" + end);
    EXPECT_EQ(read({31, Unit::Millimetre, 1}), "31.0" + end);
    EXPECT_EQ(read({7.5, Unit::Millimetre, 3, Number::Digits::Significant}), "7.5" + end);
    EXPECT_EQ(read({1234.5, Unit::Millimetre, 3, Number::Digits::Significant}), "1.23e+03" + end);
    EXPECT_FALSE(read({1e308, Unit::None, 9}).empty());
}

TEST(Words, ANameIsNeverTakenForAPlace) {
    EXPECT_EQ(say("words.and", "%2", "100 %1"), "%2 and 100 %1");
}

TEST(Words, ListsAreSentencesOfTheirOwn) {
    const auto list = [](std::vector<Message> parts) { return english(withAnd(std::move(parts))); };
    const Message one = say("verdict.slices", 1), two = say("verdict.slices", 2);
    EXPECT_EQ(list({}), "");
    EXPECT_EQ(list({one}), "1 slice");
    EXPECT_EQ(list({one, two}), "1 slice and 2 slices");
    EXPECT_EQ(list({one, two, one}), "1 slice, 2 slices and 1 slice");
    EXPECT_EQ(withCommas({one, two, one}), "1 slice, 2 slices, 1 slice");
    EXPECT_EQ(joined({}, one), "1 slice");
    EXPECT_EQ(joined(one, {}), "1 slice");
    EXPECT_EQ(joined(one, two), "1 slice 2 slices");
}

TEST(Words, AnotherLanguageChangesEachPartByItself) {
    const auto sentences = [](const Sentence& sentence, std::int64_t count) -> std::string {
        if (sentence.id == std::string_view("verdict.slices"))
            return count == 1 ? "%1 Schicht" : "%1 Schichten";
        return "%1 reichen nicht.";
    };
    const Wording german{sentences, ","};
    EXPECT_EQ(worded(say("verdict.too_few", say("verdict.slices", 3)), german), "3 Schichten reichen nicht.");
    EXPECT_EQ(worded(say("verdict.too_few", mm(4.25)), german), "4,3 reichen nicht.");
}

Message sample() {
    return say("verdict.rule_in_mm", 3, say("verdict.slices", inWords(5)),
               Number{7.5, Unit::Millimetre, 3, Number::Digits::Significant}, whole(60, Unit::Percent),
               "seven");
}

TEST(Words, AMessageSurvivesJson) {
    nlohmann::json object;
    putMessage(object, "reason", sample());
    EXPECT_EQ(object.at("reason"), "3 of Five slices (7.5 mm) over 60 %; suspected from seven mm on.");
    EXPECT_EQ(object.at("reason_id"), "verdict.rule_in_mm");
    EXPECT_EQ(takeMessage(nlohmann::json::parse(object.dump()), "reason"), sample());

    putMessage(object, "caution", {});
    EXPECT_EQ(object.at("caution"), "");
    EXPECT_EQ(takeMessage(object, "caution"), Message());
}

TEST(Words, WhatTheCatalogueDoesNotHaveIsRefused) {
    nlohmann::json object;
    putMessage(object, "reason", sample());
    const auto with = [&](const char* field, const nlohmann::json& value) {
        nlohmann::json changed = object;
        changed[std::string("reason_") + field] = value;
        return takeMessage(changed, "reason");
    };
    EXPECT_FALSE(with("id", "verdict.unheard_of"));
    EXPECT_FALSE(with("arguments", {1, 2}));
    EXPECT_FALSE(with("arguments", {1, 2, 3, 4, {{"id", "verdict.unheard_of"}, {"arguments", {}}}}));
    EXPECT_ANY_THROW(with("arguments", {1, 2, 3, 4, {{"song", 1}}}));
    EXPECT_ANY_THROW(with("id", 7));
    object["reason_arguments"][2]["digits"] = 1000000;
    EXPECT_TRUE(takeMessage(object, "reason"));
}

} // namespace
} // namespace hemo
