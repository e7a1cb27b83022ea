#include "ml/training/data/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace hemo::ml {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto kHeader = "patient,series,slice,file,low_hu,high_hu,any,subdural,near_positive,mask,source\n";

Result<std::vector<ManifestPatient>> parse(const std::string& rows, const std::string& header = kHeader) {
    std::istringstream in(header + rows);
    return parseManifest(in, "data");
}

TEST(Manifest, SlicesAreSortedByTheirNumberAndUnknownLabelsStayUnknown) {
    const auto patients = parse("p2,1,10,b.png,-20,100,1,1,0,m.png,ward\n"
                                "p2,1,9.5,a.png,-20,100,0,0,1,,ward\n"
                                "p1,1,0,c.png,0,80,,,,,\n");
    ASSERT_TRUE(patients) << patients.error().detail;
    ASSERT_EQ(patients->size(), 2u);
    const ManifestPatient& own = (*patients)[0];
    EXPECT_EQ(own.source, "own data");
    EXPECT_EQ(own.slices[0].labels[0], std::nullopt);
    EXPECT_FALSE(own.slices[0].isNearPositive);
    const ManifestPatient& ward = (*patients)[1];
    EXPECT_EQ(ward.source, "ward");
    ASSERT_EQ(ward.slices.size(), 2u);
    EXPECT_EQ(ward.slices[0].file, "data/a.png");
    EXPECT_TRUE(ward.slices[0].isNearPositive);
    EXPECT_EQ(ward.slices[1].mask, "data/m.png");
    EXPECT_EQ(ward.slices[1].lowHu, -20);
    EXPECT_EQ(ward.slices[1].highHu, 100);
    EXPECT_EQ(ward.slices[1].labels[std::size_t(BleedType::Subdural)], true);
    EXPECT_EQ(ward.slices[1].labels[std::size_t(BleedType::Epidural)], std::nullopt) << "no such column";
}

struct BadManifest {
    const char* name;
    const char* rows;
    const char* told;
};

class BadManifests : public ::testing::TestWithParam<BadManifest> {};

TEST_P(BadManifests, AreRefusedWithTheirRowAndNoPatient) {
    const auto patients = parse(GetParam().rows);
    ASSERT_FALSE(patients);
    EXPECT_EQ(patients.error().code, ErrorCode::Damaged);
    const std::string words = english(patients.error().message) + " " + patients.error().detail;
    EXPECT_THAT(words, HasSubstr(GetParam().told));
    EXPECT_THAT(words, Not(HasSubstr("Jane")));
}

INSTANTIATE_TEST_SUITE_P(
    Manifest, BadManifests,
    ::testing::Values(BadManifest{"TwoSeries", "Jane,1,0,a.png,0,80,0,,,,\nJane,2,1,b.png,0,80,0,,,,\n",
                                  "row 3: a second series"},
                      BadManifest{"SameNumber", "Jane,1,7,a.png,0,80,0,,,,\nJane,1,7,b.png,0,80,0,,,,\n",
                                  "same number"},
                      BadManifest{"SubtypeWithoutAny", "Jane,1,0,a.png,0,80,0,1,,,\n", "row 2: a subtype"},
                      BadManifest{"SubtypeWithUnknownAny", "Jane,1,0,a.png,0,80,,1,,,\n", "row 2: a subtype"},
                      BadManifest{"MaskWithoutBleed", "Jane,1,0,a.png,0,80,0,,,m.png,\n", "row 2: a mask"},
                      BadManifest{"NearAndPositive", "Jane,1,0,a.png,0,80,1,,1,,\n", "row 2: near_positive"},
                      BadManifest{"ScaleUpsideDown", "Jane,1,0,a.png,80,0,0,,,,\n", "row 2: high_hu"},
                      BadManifest{"NarrowScale", "Jane,1,0,a.png,10,80,0,,,,\n", "row 2: the picture lacks"},
                      BadManifest{"NoScale", "Jane,1,0,a.png,,80,0,,,,\n", "row 2: a cell"},
                      BadManifest{"LabelOfTwo", "Jane,1,0,a.png,0,80,2,,,,\n", "row 2: a cell"},
                      BadManifest{"NoPatient", ",1,0,a.png,0,80,0,,,,\n", "row 2: a cell"},
                      BadManifest{"ShortRow", "Jane,1,0,a.png,0,80\n", "row 2: other columns"},
                      BadManifest{"Nothing", "", "no slices"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Manifest, AMissingColumnIsNamed) {
    const auto patients = parse("p,1,0,a.png,0,80\n", "patient,series,slice,file,low_hu,high_hu\n");
    ASSERT_FALSE(patients);
    EXPECT_THAT(patients.error().detail, HasSubstr("no column any"));
    EXPECT_FALSE(parse("", "patient,patient\n"));
}

TEST(Manifest, AFileThatIsNotThereIsNotFound) {
    EXPECT_EQ(loadManifest("nowhere.csv").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace hemo::ml
