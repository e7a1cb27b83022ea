#include "core/imaging/series/order_slices.h"
#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

using imaging::orderSlices;
using imaging::SliceHeader;
using Kind = LoadWarning::Kind;

SliceHeader at(std::optional<PatientPoint> position, std::optional<int> instance = {}) {
    SliceHeader slice;
    slice.position = position;
    slice.instanceNumber = instance;
    slice.orientation = imaging::Orientation{{1, 0, 0}, {0, 1, 0}};
    return slice;
}

TEST(OrderSlices, PositionDecidesNotTheImageNumber) {
    const std::vector<SliceHeader> slices{at({{0, 0, 5}}, 1), at({{0, 0, -5}}, 2), at({{0, 0, 0}}, 3)};
    EXPECT_EQ(orderSlices(slices).kept, (std::vector<std::size_t>{1, 2, 0}));
    EXPECT_TRUE(orderSlices(slices).warnings.empty());
}

TEST(OrderSlices, OrderFollowsTheNormalNotZ) {
    std::vector<SliceHeader> slices{at({{0, 0, 0}}), at({{0, 0, 5}})};
    for (SliceHeader& s : slices)
        s.orientation = imaging::Orientation{{-1, 0, 0}, {0, 1, 0}}; // normal points down
    EXPECT_EQ(orderSlices(slices).kept, (std::vector<std::size_t>{1, 0}));
}

TEST(OrderSlices, OfRepeatsTheLowestImageNumberIsKept) {
    const std::vector<SliceHeader> slices{at({{0, 0, 0}}, 9), at({{0, 0, 0.001}}, 4), at({{0, 0, 5}}, 1)};
    const auto order = orderSlices(slices);
    EXPECT_EQ(order.kept, (std::vector<std::size_t>{1, 2}));
    EXPECT_TRUE(hasWarning(order.warnings, Kind::Duplicate));
}

TEST(OrderSlices, SliceLocationServesWherePositionsAreMissing) {
    std::vector<SliceHeader> slices{at({}, 1), at({}, 2), at({}, 3)};
    const std::vector<double> locations{10, 0, 4};
    for (std::size_t i = 0; i < 3; ++i)
        slices[i].sliceLocationMm = locations[i];
    const auto order = orderSlices(slices);
    EXPECT_EQ(order.kept, (std::vector<std::size_t>{1, 2, 0}));
    EXPECT_EQ(order.positions[1], (PatientPoint{0, 0, 4}));
    EXPECT_THAT(textOf(order.warnings, Kind::Geometry), ::testing::HasSubstr("slice location"));
}

TEST(OrderSlices, ImageNumberServesLastAndSaysThatDistancesAreAssumed) {
    std::vector<SliceHeader> slices{at({}, 3), at({}, 1), at({}, 2)};
    for (SliceHeader& s : slices)
        s.nominalStepMm = 2.5;
    const auto order = orderSlices(slices);
    EXPECT_EQ(order.kept, (std::vector<std::size_t>{1, 2, 0}));
    EXPECT_EQ(order.positions[2], (PatientPoint{0, 0, 5}));
    EXPECT_THAT(textOf(order.warnings, Kind::Geometry), ::testing::HasSubstr("2.5 mm apart is assumed"));
}

TEST(OrderSlices, MissingDirectionsMeanLeftAndRightAreUnknown) {
    std::vector<SliceHeader> slices{at({{0, 0, 0}})};
    slices[0].orientation.reset();
    EXPECT_THAT(textOf(orderSlices(slices).warnings, Kind::Geometry), ::testing::HasSubstr("left and right"));
}

TEST(OrderSlices, ImagesWithoutAPlaceAmongPlacedOnesAreLeftOut) {
    const std::vector<SliceHeader> slices{at({{0, 0, 0}}), at({}), at({{0, 0, 5}})};
    const auto order = orderSlices(slices);
    EXPECT_EQ(order.kept, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(textOf(order.warnings, Kind::Unreadable), "One image names no position and is left out.");
}

} // namespace
} // namespace hemo::testing
