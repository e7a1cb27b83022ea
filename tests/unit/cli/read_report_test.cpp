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
    const auto root =
        nlohmann::json::parse(reportJson({}, {"1.2.3#2", "Axial: the best of 2 series."}, {r}, "/"));
    EXPECT_EQ(root.at("best_series").at("why"), "Axial: the best of 2 series.");
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

} // namespace
} // namespace hemo
