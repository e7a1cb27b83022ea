#include "core/classify/verdict/model_info.h"
#include "ml/training/report/write_report.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/report/made_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kFewResamples = 200;

/// What a network says of another scanner: the same order, other log-odds.
std::vector<PatientAnswers> shifted(std::vector<PatientAnswers> answers) {
    for (PatientAnswers& a : answers)
        for (auto& slice : a.slices)
            slice.logits[0] = 0.5 * slice.logits[0] + 2.5;
    return answers;
}

/// With the calibration that the model has: scale 1, offset 0.
double formerCalibrationError(const std::vector<PatientAnswers>& answers) {
    std::vector<RankedCase> cases;
    for (const Scored& s : sliceLogits(answers, BleedType::Any))
        cases.push_back({sigmoid(s.score), s.isPositive, 0});
    const std::uint16_t once[]{1};
    return *calibrationError(cases, once);
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(Calibrate, MendsTheProbabilitiesOfAShiftedSourceAndLeavesTheOrder) {
    const auto answers = test::madeAnswers(10, 3), moved = shifted(answers);
    EXPECT_GT(formerCalibrationError(moved), 0.4);
    const auto report = reportToCalibrate(moved, kFewResamples, 1);
    ASSERT_TRUE(report) << report.error().message;
    const GroupFigures& all = report->groups.back();
    EXPECT_LT(all.findings[0].calibrationError->value, 0.03);
    const double before = *areaUnderCurve(sliceLogits(moved, BleedType::Any));
    EXPECT_DOUBLE_EQ(before, *areaUnderCurve(sliceLogits(answers, BleedType::Any)));
    EXPECT_NEAR(all.findings[0].sliceAuc->value, before, 1e-12);
    for (int k = 1; k <= kMostSlicesOfRule; ++k) {
        std::vector<Scored> patients;
        for (const PatientAnswers& a : moved)
            patients.push_back({patientLogOdds(a, k, {}), *truthOf(a)});
        EXPECT_NEAR(all.patientAuc[std::size_t(k - 1)]->value, *areaUnderCurve(patients), 1e-12) << k;
    }
}

TEST(Calibrate, NobodyIsMeasuredByWhatWasFittedOnThem) {
    auto moved = shifted(test::madeAnswers(10, 3));
    // The fold's own slices are labelled by chance: a calibration that had seen them would know.
    for (PatientAnswers& a : moved)
        if (a.fold == 0)
            for (std::size_t s = 0; s < a.slices.size(); ++s)
                a.slices[s].labels[0] = s % 2 ? 1.f : 0.f;
    const auto report = reportToCalibrate(moved, kFewResamples, 1);
    ASSERT_TRUE(report);
    const auto clean = reportToCalibrate(shifted(test::madeAnswers(10, 3)), kFewResamples, 1);
    EXPECT_EQ(report->foldReadings[0].calibration, clean->foldReadings[0].calibration);
    EXPECT_NE(report->finalReading.calibration, clean->finalReading.calibration);
}

TEST(Calibrate, TooFewPatientsOfAKindAreRefusedInOneSentence) {
    // Of 38 "mixed" patients 19 do not bleed; single slices do not count.
    auto answers = test::madeAnswers(8, 1);
    std::erase_if(answers, [](const PatientAnswers& a) { return a.source == "mixed" && a.id == "39"; });
    answers.push_back(test::madePatient("single", "1", 0, {-3}, {}));
    answers.back().isWholeScan = false;
    const auto report = reportToCalibrate(answers, kFewResamples, 1);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(english(report.error().message),
                HasSubstr("at least 20 patients with a bleed and 20 without"));
    EXPECT_TRUE(reportToCalibrate(test::madeAnswers(8, 1), kFewResamples, 1)) << "one more is enough";
}

TEST(Calibrate, BleedsOfWhichNobodyKnowsTheSliceCalibrateNothing) {
    auto answers = test::madeAnswers(8, 1);
    for (PatientAnswers& a : answers) {
        a.scanBleeds = truthOf(a);
        for (auto& s : a.slices)
            if (*a.scanBleeds) s.known.fill(0), s.labels.fill(0), s.isNearPositive = true;
    }
    EXPECT_EQ(reportToCalibrate(answers, kFewResamples, 1).error().code, ErrorCode::Unsupported);
}

class CalibratedModel : public ::testing::Test {
protected:
    CalibratedModel() {
        fs::create_directories(m_given);
        std::ofstream(m_given / "weights.safetensors") << "weights";
        std::ofstream(m_given / "model.json")
            << R"({"id": "made-1", "terms": "For tests only.", "weights_sha256": "00",
"network": {"architecture": "efficientdet-lite0", "bifpn_cells": 2, "bifpn_channels": 64},
"input": {"size": 256, "windows_hu": [[0, 80]]}, "calibration": {"subarachnoid": {"scale": 3, "offset": -7}},
"rule": {}, "training": {"data": [{"name": "Made data", "terms": "free"}]}})";
    }
    Report report() const {
        auto answers = shifted(test::madeAnswers(8, 1));
        for (PatientAnswers& a : answers)
            for (auto& s : a.slices)
                s.known[std::size_t(BleedType::Subarachnoid)] = 0;
        return *reportToCalibrate(answers, kFewResamples, 1);
    }
    testing::TempFolder m_folder;
    fs::path m_given = m_folder.path() / "given", m_out = m_folder.path() / "own";
};

TEST_F(CalibratedModel, IsAFolderOfItsOwnThatSaysWhoseItIs) {
    const std::string before = contentOf(m_given / "model.json");
    const auto written = writeCalibratedModel(report(), m_given, "made-1-ward", m_out);
    ASSERT_TRUE(written) << written.error().message << written.error().detail;
    const auto info = parseModelInfo(contentOf(m_out / "model.json"));
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_EQ(info->id, "made-1-ward");
    EXPECT_EQ(info->calibration[0], report().finalReading.calibration[0]);
    EXPECT_EQ(info->calibration[std::size_t(BleedType::Subarachnoid)], (ModelInfo::Calibration{3, -7}))
        << "nobody labelled it";
    EXPECT_EQ(info->rule, report().finalReading.rule(RuleKind::Balanced));
    EXPECT_EQ(contentOf(m_out / "weights.safetensors"), "weights");
    const std::string card = contentOf(m_out / "card.md");
    EXPECT_THAT(card,
                HasSubstr("on 80 own patients, 60 of them with a bleed; the weights are those of `made-1`"));
    EXPECT_THAT(card, HasSubstr("no slice had a label of subarachnoid"));
    EXPECT_THAT(card, HasSubstr("All answers come from one network"));
    EXPECT_THAT(card, Not(HasSubstr("folds' networks")));
    EXPECT_EQ(contentOf(m_given / "model.json"), before);
}

TEST_F(CalibratedModel, NeverTakesTheGivenOnesPlace) {
    EXPECT_EQ(writeCalibratedModel(report(), m_given, "made-2", m_given).error().code,
              ErrorCode::WriteFailed);
    EXPECT_THAT(contentOf(m_given / "model.json"), HasSubstr("made-1"));
}

} // namespace
} // namespace hemo::ml
