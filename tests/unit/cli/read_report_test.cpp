#include "app/cli/read_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hemo {
namespace {

SeriesReport report() {
    SeriesReport r;
    r.info.seriesInstanceUid = "1.2.3";
    r.info.images = {{"/data/study.zip", "a/one.dcm", 0}, {"/data/study.zip", "a/one.dcm", 1}};
    r.positionsMm = {0, 5};
    r.slices = {{0, {.1}}, {1, {.2}}};
    return r;
}

nlohmann::json seriesOf(const SeriesReport& report) {
    return nlohmann::json::parse(reportJson({}, {}, {report}, "/data")).at("series").at(0);
}

TEST(ReadReport, SaysWhetherSidesAreKnownAndImagesWhole) {
    SeriesReport r = report();
    EXPECT_EQ(seriesOf(r).at("directions_known"), true);
    EXPECT_EQ(seriesOf(r).at("lossy"), false);
    r.info.areDirectionsKnown = false;
    r.info.isLossy = true;
    EXPECT_EQ(seriesOf(r).at("directions_known"), false);
    EXPECT_EQ(seriesOf(r).at("lossy"), true);
}

TEST(ReadReport, SaysWhichSeriesIsTheBestAndWhy) {
    SeriesReport r = report();
    r.info.id = "1.2.3#2";
    const Message why = say("best.ideal", say("fact.axial"), 2);
    const auto root = nlohmann::json::parse(reportJson({}, {"1.2.3#2", why}, {r}, "/"));
    EXPECT_EQ(root.at("best_series").at("why"), "Axial: the best of 2 series for the second reader.");
    EXPECT_EQ(root.at("best_series").at("why_id"), "best.ideal");
    EXPECT_EQ(root.at("best_series").at("why_arguments").at(1), 2);
    EXPECT_EQ(root.at("best_series").at("id"), root.at("series")[0].at("id"));
}

TEST(ReadReport, NamesArchiveMemberAndFrame) {
    const auto slices = seriesOf(report()).at("slices");
    EXPECT_EQ(slices[0].at("file"), "study.zip");
    EXPECT_EQ(slices[0].at("member"), "a/one.dcm");
    EXPECT_FALSE(slices[0].contains("frame"));
    EXPECT_EQ(slices[1].at("frame"), 1);
    SeriesReport plain = report();
    plain.info.images = {{"/data/one.dcm", "", 0}, {"/data/two.dcm", "", 0}};
    EXPECT_FALSE(seriesOf(plain).at("slices")[0].contains("member"));
    EXPECT_EQ(seriesOf(plain).at("slices")[1].at("file"), "two.dcm");
}

SeriesReport reportWithFinding() {
    SeriesReport r = report();
    Finding finding;
    finding.lastSlice = finding.mostTellingSlice = 1;
    finding.p = {1, {.9, .1, .8, .1, .1, .1}};
    finding.place = {41, -12, 80};
    finding.sides = {FindingSide::Left};
    finding.outline = BleedOutline{{3}, 18.4};
    r.findings = {finding};
    return r;
}

TEST(ReadReport, AFindingHasItsSlicesSidePlaceAndVolume) {
    const auto finding = seriesOf(reportWithFinding()).at("findings").at(0);
    EXPECT_EQ(finding.at("first_slice"), 1);
    EXPECT_EQ(finding.at("last_slice"), 2);
    EXPECT_EQ(finding.at("most_telling_slice"), 2);
    EXPECT_EQ(finding.at("largest_p").at("intraparenchymal"), .8);
    EXPECT_EQ(finding.at("side"), "left");
    EXPECT_EQ(finding.at("sides"), nlohmann::json({"left"}));
    EXPECT_EQ(finding.at("place_mm").at("left"), 41);
    EXPECT_EQ(finding.at("place_mm").at("superior"), 80);
    EXPECT_EQ(finding.at("volume_ml"), 18.4);
    EXPECT_EQ(finding.at("volume_is_whole"), true);
    EXPECT_TRUE(seriesOf(report()).at("findings").empty());
}

TEST(ReadReport, AFindingsKindIsANameOrNull) {
    SeriesReport r = reportWithFinding();
    EXPECT_TRUE(seriesOf(r).at("findings").at(0).at("kind").is_null())
        << "whatever the largest of its slices";
    EXPECT_TRUE(seriesOf(r).at("findings").at(0).at("shape").is_null());
    r.findings[0].kind = KindOfBleed{BleedType::Subdural, .8};
    r.findings[0].shape = BleedShape::AlongSkull;
    EXPECT_EQ(seriesOf(r).at("findings").at(0).at("kind"), "subdural");
    EXPECT_EQ(seriesOf(r).at("findings").at(0).at("shape"), "along skull");
}

TEST(ReadReport, AKindThatIsLikelierThanAnyKeepsItsNumber) {
    SeriesReport r = report();
    r.slices[1].p = {.2, .1, .6, .1, .1, .1};
    EXPECT_EQ(seriesOf(r).at("slices")[1].at("p").at("intraparenchymal"), .6);
}

TEST(ReadReport, AFindingOnBothSidesNamesBoth) {
    SeriesReport r = reportWithFinding();
    r.findings[0].sides = {FindingSide::Right, FindingSide::Left};
    const auto finding = seriesOf(r).at("findings").at(0);
    EXPECT_EQ(finding.at("side"), "right");
    EXPECT_EQ(finding.at("sides"), nlohmann::json({"right", "left"}));
}

TEST(ReadReport, AFindingClaimsNoSideNoPlaceAndNoVolumeThatNobodyKnows) {
    SeriesReport r = reportWithFinding();
    r.info.areDirectionsKnown = false;
    r.findings[0].outline.reset();
    const auto finding = seriesOf(r).at("findings").at(0);
    EXPECT_TRUE(finding.at("side").is_null());
    EXPECT_TRUE(finding.at("sides").is_null());
    EXPECT_TRUE(finding.at("place_mm").is_null());
    EXPECT_TRUE(finding.at("volume_ml").is_null());
    EXPECT_TRUE(finding.at("over_blood_hu").is_null());
    EXPECT_EQ(finding.at("first_slice"), 1);
    r = reportWithFinding();
    r.findings[0].place.reset();
    EXPECT_TRUE(seriesOf(r).at("findings").at(0).at("place_mm").is_null());
    r.findings[0].overBloodHu = 260;
    EXPECT_EQ(seriesOf(r).at("findings").at(0).at("over_blood_hu"), 260);
}

TEST(ReadReport, SubtypesThatTheModelDoesNotNameAreLeftOut) {
    SeriesReport r = report();
    for (SlicePrediction& slice : r.slices)
        slice.namesSubtypes = false;
    EXPECT_EQ(seriesOf(r).at("slices")[0].at("p").size(), 1);
    EXPECT_EQ(seriesOf(r).at("slices")[0].at("p").at("any"), .1);
}

TEST(ReadReport, WhatWasFoundIsSuspectedAndSaysWhyTheRestCannotBeExcluded) {
    SeriesReport r = report();
    r.verdict.answer = Answer::Suspected;
    r.verdict.notExcluded = say("assess.slices_apart", whole(25, Unit::Millimetre));
    const auto series = seriesOf(r);
    EXPECT_EQ(series.at("verdict"), "suspected");
    EXPECT_EQ(series.at("not_excluded"), "Two slices of the brain lie 25 mm apart: complete the series.");
    EXPECT_EQ(series.at("not_excluded_id"), "assess.slices_apart");
}

TEST(ReadReport, SlicesKeepTheirNumbersWhereTheScanIsNotJudged) {
    SeriesReport r = report();
    r.verdict = {Answer::CannotAssess, 0, 0, say("assess.no_head")};
    const auto series = seriesOf(r);
    EXPECT_EQ(series.at("verdict"), "cannot assess");
    EXPECT_EQ(series.at("reason"), "No head is seen in these slices.");
    EXPECT_EQ(series.at("reason_id"), "assess.no_head");
    EXPECT_TRUE(series.at("reason_arguments").empty());
    EXPECT_TRUE(series.at("not_excluded").is_null());
    EXPECT_EQ(series.at("slices").size(), 2);
    EXPECT_EQ(series.at("slices")[1].at("p").at("any"), .2);
}

} // namespace
} // namespace hemo
