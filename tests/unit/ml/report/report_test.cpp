#include "ml/training/report/report.h"
#include "tests/unit/ml/report/made_answers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hemo::ml {
namespace {

constexpr int kFewResamples = 200;

Report reportOn(const std::vector<PatientAnswers>& answers) {
    auto report = makeReport(answers, kFewResamples, 1);
    EXPECT_TRUE(report) << report.error().message;
    return report.value_or(Report{});
}

const GroupFigures& group(const Report& report, std::string_view name) {
    return *std::find_if(report.groups.begin(), report.groups.end(),
                         [&](const GroupFigures& g) { return g.name == name; });
}

bool isSame(const Reading& a, const Reading& b) {
    return a.calibration == b.calibration && a.rules == b.rules;
}

TEST(CrossFit, AFoldSaysNothingAboutItsOwnCalibrationOrRule) {
    const auto answers = test::madeAnswers(4, 1);
    auto absurd = answers;
    for (PatientAnswers& a : absurd)
        for (auto& s : a.slices)
            if (a.fold == 2)
                for (double& logit : s.logits)
                    logit = 40 - 10 * logit;
    const auto before = fitOutOfFold(answers), after = fitOutOfFold(absurd);
    ASSERT_EQ(after.size(), 5u);
    for (std::size_t fold = 0; fold < 5; ++fold)
        EXPECT_EQ(isSame(before[fold], after[fold]), fold == 2) << fold;
    EXPECT_FALSE(isSame(fitReading(answers), fitReading(absurd)));
}

TEST(CrossFit, TheLabelsOfAFoldDoNotReachItsReadingEither) {
    const auto answers = test::madeAnswers(4, 1);
    auto relabelled = answers;
    for (PatientAnswers& a : relabelled)
        if (a.fold == 0)
            for (auto& s : a.slices)
                s.labels[0] = 1 - s.labels[0];
    EXPECT_TRUE(isSame(fitOutOfFold(answers)[0], fitOutOfFold(relabelled)[0]));
    EXPECT_FALSE(isSame(fitOutOfFold(answers)[1], fitOutOfFold(relabelled)[1]));
}

TEST(Report, OneFoldIsRefused) {
    auto answers = test::madeAnswers(1, 1);
    for (PatientAnswers& a : answers)
        a.fold = 0;
    EXPECT_EQ(makeReport(answers, kFewResamples, 1).error().code, ErrorCode::Unsupported);
}

TEST(Report, FindsTheKnownFiguresOfMadeAnswers) {
    const Report report = reportOn(test::madeAnswers(12, 2));
    ASSERT_EQ(report.groups.size(), 3u);
    const GroupFigures& mixed = group(report, "mixed");
    EXPECT_EQ(mixed.patients, 60);
    EXPECT_EQ(mixed.positivePatients, 30);
    EXPECT_EQ(mixed.slices, 1200);
    EXPECT_EQ(mixed.positiveSlices, 120);
    const Estimate area = *mixed.findings[0].sliceAuc;
    EXPECT_NEAR(area.value, 0.921, 0.03); // normal distributions 2 spreads apart
    EXPECT_LE(area.low, 0.921);
    EXPECT_GE(area.high, 0.921);
    EXPECT_LT(group(report, "all").findings[0].calibrationError->value, 0.03);
    EXPECT_TRUE(mixed.patientAuc[0]);
    EXPECT_FALSE(group(report, "bleeds").patientAuc[0]) << "all of them bleed";
    EXPECT_FALSE(group(report, "bleeds").rules[0].specificity);
    EXPECT_TRUE(group(report, "bleeds").rules[0].predictive.empty());
    EXPECT_EQ(mixed.rules[0].predictive.size(), kPrevalences.size());
}

TEST(Report, TheSameSeedGivesTheSameIntervals) {
    const auto answers = test::madeAnswers(3, 4);
    const auto a = *makeReport(answers, kFewResamples, 5), b = *makeReport(answers, kFewResamples, 5);
    EXPECT_EQ(a.groups[0].findings[0].sliceAuc->low, b.groups[0].findings[0].sliceAuc->low);
    EXPECT_EQ(a.groups[0].rules[1].sensitivity->high, b.groups[0].rules[1].sensitivity->high);
}

TEST(Report, EveryPatientReadWronglyIsListedWithItsMostTellingSlice) {
    auto answers = test::madeAnswers(8, 3);
    // Slices 2 and 5 bleed and are not seen; 5 is the nearest to being found. Slice 9 is hotter and bleeds
    // not.
    answers.push_back(test::madePatient("mixed", "missed", 1, {-9, -9, -8, -9, -9, -7, -9, -9, -9, -6},
                                        {false, false, true, false, false, true}));
    answers.push_back(test::madePatient("mixed", "flagged", 2, {-9, 9, 9, 11, 9}, {}));
    const Report report = reportOn(answers);
    const auto find = [&](const std::string& id, RuleKind kind) {
        return std::find_if(report.misread.begin(), report.misread.end(),
                            [&](const Misread& m) { return m.patient == id && m.rule == kind; });
    };
    const auto missed = find("missed", RuleKind::Balanced), flagged = find("flagged", RuleKind::Screening);
    ASSERT_NE(missed, report.misread.end());
    EXPECT_TRUE(missed->isMissed);
    EXPECT_EQ(missed->slice, 5);
    EXPECT_EQ(missed->subtypes, "subdural");
    ASSERT_NE(flagged, report.misread.end());
    EXPECT_FALSE(flagged->isMissed);
    EXPECT_EQ(flagged->slice, 3);
    // The list and the shares say the same.
    for (const RuleKind kind : kRuleKinds) {
        const auto& all = group(report, "all");
        const double missedPatients =
            std::count_if(report.misread.begin(), report.misread.end(),
                          [&](const Misread& m) { return m.rule == kind && m.isMissed; });
        EXPECT_NEAR(1 - all.rules[std::size_t(kind)].sensitivity->value,
                    missedPatients / all.positivePatients, 1e-12);
    }
}

TEST(Report, SingleSlicesHaveFiguresOfSlicesAndMoveNoRule) {
    const auto scans = test::madeAnswers(4, 6);
    auto both = scans;
    for (const PatientAnswers& a : test::madeAnswers(4, 7)) {
        both.push_back(a);
        both.back().source = "singles";
        both.back().id += a.source;
        both.back().isWholeScan = false;
    }
    const Report report = reportOn(both);
    EXPECT_TRUE(report.hasSingleSlices);
    const GroupFigures& singles = group(report, "singles");
    EXPECT_EQ(singles.patients, 0);
    EXPECT_EQ(singles.slices, 800);
    EXPECT_TRUE(singles.findings[0].sliceAuc);
    EXPECT_TRUE(singles.findings[0].calibrationError);
    EXPECT_FALSE(singles.patientAuc[0]);
    EXPECT_FALSE(singles.rules[0].sensitivity);
    EXPECT_EQ(group(report, "all").patients, 40);
    for (const Misread& m : report.misread)
        EXPECT_NE(m.source, "singles");
    const auto subdural = std::find_if(report.subtypes.begin(), report.subtypes.end(),
                                       [](const SubgroupFigures& s) { return s.source == "singles"; });
    ASSERT_NE(subdural, report.subtypes.end());
    EXPECT_EQ(subdural->patients, 0);
    EXPECT_GT(subdural->slices, 0);
    EXPECT_TRUE(subdural->slicesFound[0]);
    EXPECT_EQ(scorePatients(both, {}).size(), scans.size()) << "rules are chosen by whole scans";
}

TEST(Report, WhatIsSaidOfAScanMakesFiguresOfPatientsWhereNobodyLabelledSlices) {
    auto answers = test::madeAnswers(4, 6);
    const GroupFigures before = group(reportOn(answers), "mixed");
    for (PatientAnswers& a : answers) {
        if (a.source != "mixed") continue;
        a.scanBleeds = truthOf(a);
        for (auto& s : a.slices)
            if (*a.scanBleeds) s.known.fill(0), s.labels.fill(0), s.isNearPositive = true;
    }
    const Report report = reportOn(answers);
    const GroupFigures& mixed = group(report, "mixed");
    EXPECT_EQ(mixed.patients, before.patients);
    EXPECT_EQ(mixed.positivePatients, before.positivePatients);
    EXPECT_TRUE(mixed.patientAuc[0]);
    EXPECT_FALSE(mixed.findings[0].sliceAuc) << "no slice is known to bleed";
    for (const Misread& m : report.misread)
        EXPECT_GT(m.sliceProbability, 0) << "the slice read highest";
}

TEST(Report, SizesAndSubtypesHoldEveryBleedingPatient) {
    const Report report = reportOn(test::madeAnswers(4, 6));
    ASSERT_EQ(report.sizes.size(), 2u);
    EXPECT_EQ(report.sizes[0].source, "bleeds");
    EXPECT_EQ(report.sizes[0].name, "3-5 slices");
    EXPECT_EQ(report.sizes[0].patients, 20);
    EXPECT_EQ(report.sizes[0].slices, 80);
    ASSERT_EQ(report.subtypes.size(), 2u);
    EXPECT_EQ(report.subtypes[1].name, "subdural");
    EXPECT_EQ(report.subtypes[1].patients, 10);
}

} // namespace
} // namespace hemo::ml
