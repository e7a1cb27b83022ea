#include "ml/training/report/answers_file.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/report/made_answers.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hemo::ml {
namespace {

constexpr auto kOldHeader = "source,patient,slice,near_positive,label,any,epidural,intraparenchymal,"
                            "intraventricular,subarachnoid,subdural\n";

/// Rows below the first files' header, which did not know subtypes.
Result<std::vector<PatientAnswers>> parse(const std::string& rows) {
    std::stringstream in;
    in << kOldHeader << rows;
    return parseAnswers(in, 3);
}

TEST(AnswersFile, WhatIsWrittenIsReadAgainToTheLastBit) {
    auto patient = test::madePatient("mixed", "007", 2, {0.1f, -3.7f, 1.0f / 3}, {false, true});
    patient.slices[0].known[3] = 0;
    patient.slices[2].isNearPositive = true;
    patient.slices[2].logits[5] = double(-1e-7f);
    auto single = test::madePatient("rsna", "008", 2, {1}, {true});
    single.isWholeScan = false;
    testing::TempFolder folder;
    const auto file = folder.path() / "answers.csv";
    ASSERT_TRUE(writeAnswers({patient, single}, file));
    const auto read = loadAnswers(file, 2);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->size(), 2u);
    EXPECT_FALSE(read->back().isWholeScan);
    EXPECT_EQ(truthOf(read->back()), std::nullopt);
    EXPECT_TRUE(read->front().isWholeScan);
    const PatientAnswers& again = read->front();
    EXPECT_EQ(again.id, "007");
    EXPECT_EQ(again.source, "mixed");
    EXPECT_EQ(again.fold, 2);
    EXPECT_EQ(truthOf(again), true);
    ASSERT_EQ(again.slices.size(), 3u);
    for (std::size_t s = 0; s < 3; ++s) {
        for (std::size_t f = 0; f < 6; ++f)
            EXPECT_EQ(float(again.slices[s].logits[f]), float(patient.slices[s].logits[f]));
        EXPECT_EQ(again.slices[s].labels, patient.slices[s].labels);
        EXPECT_EQ(again.slices[s].known, patient.slices[s].known);
        EXPECT_EQ(again.slices[s].isNearPositive, patient.slices[s].isNearPositive);
    }
}

TEST(AnswersFile, SubtypesMayBeMissing) {
    const auto read = parse("ct-ich,049,0,0,1,1,2,3,4,5,6\n");
    ASSERT_TRUE(read) << read.error().detail;
    const auto& slice = read->front().slices.front();
    EXPECT_EQ(slice.logits[5], 6);
    EXPECT_EQ(slice.known, (std::array<float, 6>{1, 0, 0, 0, 0, 0}));
}

TEST(AnswersFile, ACellThatIsNoNumberIsDamage) {
    EXPECT_EQ(parse("a,1,0,0,1,nan,2,3,4,5,6\n").error().code, ErrorCode::Damaged);
    EXPECT_EQ(parse("a,1,0,0,1,1x,2,3,4,5,6\n").error().code, ErrorCode::Damaged);
    EXPECT_EQ(parse("a,1,0,0,0.5,1,2,3,4,5,6\n").error().code, ErrorCode::Damaged);
    EXPECT_EQ(parse("a,1,0,0,1,,2,3,4,5,6\n").error().code, ErrorCode::Damaged);
    EXPECT_EQ(parse("a,1,0,0,1,1,2,3\n").error().code, ErrorCode::Damaged);
    EXPECT_EQ(parse("").error().code, ErrorCode::Damaged);
    std::istringstream nothing;
    EXPECT_EQ(parseAnswers(nothing, 0).error().code, ErrorCode::Damaged);
}

TEST(AnswersFile, SlicesOutOfOrderAreDamageBecauseNeighboursMatter) {
    EXPECT_EQ(parse("a,1,1,0,1,1,2,3,4,5,6\na,1,0,0,1,1,2,3,4,5,6\n").error().code, ErrorCode::Damaged);
}

TEST(AnswersFile, APatientInTwoFoldsIsRefused) {
    testing::TempFolder folder;
    const auto one = folder.path() / "0.csv", two = folder.path() / "1.csv";
    ASSERT_TRUE(writeAnswers({test::madePatient("a", "1", 0, {1}, {})}, one));
    ASSERT_TRUE(writeAnswers({test::madePatient("b", "1", 0, {1}, {})}, two));
    const auto folds = loadFolds({one, two});
    ASSERT_TRUE(folds) << "the same number in another source is another patient";
    EXPECT_EQ((*folds)[1].fold, 1);
    EXPECT_EQ(loadFolds({one, two, one}).error().code, ErrorCode::Damaged);
}

TEST(AnswersFile, TruthIsUnknownWhereASliceMightBleed) {
    auto patient = test::madePatient("a", "1", 0, {1, 2}, {});
    EXPECT_EQ(truthOf(patient), false);
    patient.slices[1].known[0] = 0;
    EXPECT_EQ(truthOf(patient), std::nullopt);
    patient.slices[0].labels[0] = 1;
    EXPECT_EQ(truthOf(patient), true);
    EXPECT_EQ(truthOf({}), std::nullopt);
}

} // namespace
} // namespace hemo::ml
