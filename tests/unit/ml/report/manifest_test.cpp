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

constexpr auto kScannedHeader = "patient,visit,series,slice,file,low_hu,high_hu,any,scan_any,image_position,"
                                "image_orientation,pixel_spacing,lengths_known\n";

TEST(Manifest, ASliceAsItWasScannedHasItsPlace) {
    const auto patients =
        parse("p,1,s,0,a.png,-32768,32767,,1,-115.5\\-90\\20,1\\0\\0\\0\\0.8\\-0.6,0.5\\0.45,0\n"
              "p,2,s,0,b.png,-32768,32767,0,,-115.5\\-90\\20,1\\0\\0\\0\\1\\0,0.5\\0.45,\n",
              kScannedHeader);
    ASSERT_TRUE(patients) << patients.error().detail;
    ASSERT_EQ(patients->size(), 2u) << "two visits";
    const ManifestPatient &first = (*patients)[0], &second = (*patients)[1];
    EXPECT_EQ(first.person, second.person);
    EXPECT_NE(first.id, second.id);
    EXPECT_EQ(first.bleeds, true);
    EXPECT_EQ(second.bleeds, std::nullopt);
    const SlicePlace& place = *first.slices[0].place;
    EXPECT_EQ(place.position, (PatientPoint{-115.5, -90, 20}));
    EXPECT_EQ(place.column, (Vec3{0, 0.8, -0.6}));
    EXPECT_EQ(place.rowSpacingMm, 0.5);
    EXPECT_EQ(place.columnSpacingMm, 0.45);
    EXPECT_EQ(place.lengths, Lengths::Unknown);
    EXPECT_EQ(second.slices[0].place->lengths, Lengths::Known);
}

TEST(Manifest, PlacesAndScansThatContradictThemselvesAreRefused) {
    const std::string place = ",1\\2\\3,1\\0\\0\\0\\1\\0,1\\1,\n";
    const std::pair<std::string, const char*> tables[]{
        {"p,,s,0,a.png,0,80,1,0" + place, "scan_any is 0"},
        {"p,,s,0,a.png,0,80,0,0" + place + "p,,s,1,b.png,0,80,0,1" + place, "scan_any differs"},
        {"p,,s,0,a.png,0,80,0,,1\\2,1\\0\\0\\0\\1\\0,1\\1,\n", "name no place"},
        {"p,,s,0,a.png,0,80,0,,1\\2\\x,1\\0\\0\\0\\1\\0,1\\1,\n", "name no place"},
        {"p,,s,0,a.png,0,80,0,,1\\2\\3\\4,1\\0\\0\\0\\1\\0,1\\1,\n", "name no place"},
        {"p,,s,0,a.png,0,80,0," + place + "p,,s,1,b.png,0,80,0,,,,,\n", "for some slices"}};
    for (const auto& [rows, told] : tables) {
        const auto patients = parse(rows, kScannedHeader);
        ASSERT_FALSE(patients) << rows;
        EXPECT_THAT(patients.error().detail, HasSubstr(told));
    }
}

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
