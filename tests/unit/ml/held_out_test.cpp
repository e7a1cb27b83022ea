#include "ml/training/data/model_description.h"
#include "ml/training/measure/held_out.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace hemo::ml {
namespace {

using nlohmann::json;

json publicly(std::optional<int> fold) {
    return {{"data", {{{"name", "CT-ICH"}}, {{"name", "PHE-SICH-CT-IDS"}}}},
            {"held_out_fold", fold ? json(*fold) : json()}};
}
json privately(int fold, const std::string& patients) {
    return {{"data", {{{"name", kOwnDataName}}}}, {"held_out_fold", fold}, {"held_out_patients", patients}};
}
json begunWith(json training, const json& first) {
    training["begins_with"] = {{"id", "first"}, {"training", first}};
    return training;
}

class HeldOutTest : public ::testing::Test {
protected:
    bool hasLearned(const json& training, const HeldOut& heldOut) const {
        std::ofstream(m_folder.path() / "model.json") << json{{"training", training}};
        return hasLearnedFrom(m_folder.path(), heldOut);
    }
    hemo::testing::TempFolder m_folder;
};

TEST_F(HeldOutTest, ThePublicSetsAreToldByTheirFold) {
    EXPECT_FALSE(hasLearned(publicly(1), {false, 1, false, "any"}));
    EXPECT_TRUE(hasLearned(publicly(1), {false, 2, false, "any"}));
    EXPECT_TRUE(hasLearned(publicly(std::nullopt), {false, 2, false, "any"})) << "all have taught it";
    EXPECT_FALSE(hasLearned(publicly(1), {})) << "nobody is held out";
    EXPECT_TRUE(hasLearned(publicly(1), {false, 1, true, "any"})) << "nor may the other set have taught it";
    EXPECT_FALSE(hasLearned(publicly(1), {true, 2, false, "ours"})) << "a hospital's patients have not";
}

TEST_F(HeldOutTest, AManifestThatHasGrownHasOtherFolds) {
    EXPECT_FALSE(hasLearned(privately(1, "ours"), {true, 1, false, "ours"}));
    EXPECT_TRUE(hasLearned(privately(1, "ours"), {true, 1, false, "ours and more"}));
}

TEST_F(HeldOutTest, WhatTaughtTheFirstOfSeveralIsNotForgotten) {
    const json chain = begunWith(privately(0, "ours"), publicly(0));
    EXPECT_FALSE(hasLearned(chain, {false, 0, false, "any"}));
    EXPECT_TRUE(hasLearned(chain, {false, 1, false, "any"}));
}

TEST_F(HeldOutTest, AGroupIsTheSameInAnyOrderAndHasNoNames) {
    Patient a, b;
    a.id = "Doe^Jane", b.id = "2";
    const std::string hash = patientsHash(std::vector<const Patient*>{&a, &b});
    EXPECT_EQ(hash, patientsHash(std::vector<const Patient*>{&b, &a}));
    EXPECT_NE(hash, patientsHash(std::vector<const Patient*>{&a}));
    EXPECT_EQ(hash.size(), 64u);
    const auto answers = [](const char* id) {
        PatientAnswers p;
        p.id = id, p.source = "ct-ich";
        return p;
    };
    EXPECT_EQ(hash, patientsHash(std::vector{answers("2"), answers("Doe^Jane")}));
}

} // namespace
} // namespace hemo::ml
