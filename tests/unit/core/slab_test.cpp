#include "made_comparison.h"

#include "core/image/shown_hu.h"
#include "core/image/slab.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace testing;
using action::HoverAt;
using action::SetSlab;

std::int16_t together(Slab::Kind kind, std::vector<std::int16_t> values) {
    SlabValues slab(kind, 1);
    for (const std::int16_t value : values)
        slab.add({&value, 1});
    return slab.result().front();
}

TEST(Slab, OfSlicesIsThoseWhoseMiddlesLieWithin) {
    const Grid thick = uprightGrid(10, 5), thin = uprightGrid(30, 1);
    EXPECT_EQ(slabOverSlices({}, thin, 7), std::vector<double>{0});
    EXPECT_EQ(slabOverSlices({Slab::Kind::Mean, 5}, thick, 4), std::vector<double>{0}) << "it is that thick";
    EXPECT_EQ(slabOverSlices({Slab::Kind::Mean, 5}, thin, 7).size(), 5u);
    EXPECT_EQ(slabOverSlices({Slab::Kind::Mean, 5}, thin, 0).size(), 3u) << "the scan ends";
    EXPECT_EQ(slabOverSlices({Slab::Kind::Mean, 15}, gridWithGap(), 3).size(), 2u)
        << "nothing from beyond a gap";
}

TEST(Slab, BetweenSlicesMissesNoVoxel) {
    const Grid grid = uprightGrid(10, 5); // pixels of 10 mm
    const auto offsets = slabOverVoxels({Slab::Kind::Maximum, 23}, grid);
    EXPECT_NEAR(offsets.front(), -11.5, 1e-9);
    EXPECT_NEAR(offsets.back(), 11.5, 1e-9);
    for (std::size_t n = 1; n < offsets.size(); ++n)
        EXPECT_LE(offsets[n] - offsets[n - 1], 5 + 1e-9);
    EXPECT_EQ(slabOverVoxels({}, grid), std::vector<double>{0});
}

TEST(Slab, TakesValuesTogetherAndLeavesOutWhatIsOutside) {
    EXPECT_EQ(together(Slab::Kind::Mean, {10, 20, -31}), 0);
    EXPECT_EQ(together(Slab::Kind::Mean, {10, kOutsideHu, 21}), 16);
    EXPECT_EQ(together(Slab::Kind::Maximum, {-700, -20, kOutsideHu}), -20);
    EXPECT_EQ(together(Slab::Kind::Minimum, {700, 20, kOutsideHu}), 20);
    for (const auto kind : {Slab::Kind::Mean, Slab::Kind::Maximum, Slab::Kind::Minimum})
        EXPECT_EQ(together(kind, {kOutsideHu, kOutsideHu}), kOutsideHu);
}

/// HU is the number of the slice.
VolumePtr countedSlices(const Grid& grid) {
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (std::size_t v = 0; v < voxels.size(); ++v)
        voxels[v] = static_cast<std::int16_t>(v / grid.voxelsPerSlice());
    return std::make_shared<const Volume>(grid, std::move(voxels), "1.2.3");
}

TEST(Slab, TheValueUnderTheMouseIsThatOfTheLayerThatIsSeen) {
    const Grid grid = uprightGrid(30, 1);
    AppState s = openState(countedSlices(grid));
    s = atSlice(s, 10);
    const PatientPoint place = lead(s).look->place;
    s = reduce(s, HoverAt{Hover{kAxial, place}});
    EXPECT_EQ(select::hoverValue(s)->hu, 10);
    s = reduce(s, SetSlab{kAxial, {Slab::Kind::Maximum, 5}});
    EXPECT_EQ(select::hoverValue(s)->hu, 12);
    s = reduce(s, SetSlab{kAxial, {Slab::Kind::Minimum, 5}});
    EXPECT_EQ(select::hoverValue(s)->hu, 8);
    s = reduce(s, HoverAt{Hover{kCoronal, place}});
    EXPECT_EQ(select::hoverValue(s)->hu, 10) << "another view shows one plane";
}

TEST(Slab, IsKeptWithinWhatCanBeShownAndGoesWithTheReset) {
    AppState s = openState();
    s = reduce(s, SetSlab{kSagittal, {Slab::Kind::Maximum, 1000}});
    EXPECT_EQ(select::viewport(s, kSagittal)->slab, (Slab{Slab::Kind::Maximum, kMostSlabMm}));
    s = reduce(s, SetSlab{kSagittal, {Slab::Kind::Maximum, -3}});
    EXPECT_EQ(select::viewport(s, kSagittal)->slab.thicknessMm, 0);
    s = reduce(s, SetSlab{kSagittal, {Slab::Kind::Mean, 5}});
    s = reduce(s, action::ResetViews{});
    EXPECT_EQ(select::viewport(s, kSagittal)->slab, Slab{});
    EXPECT_EQ(reduce(s, SetSlab{ViewportId{17}, {Slab::Kind::Mean, 5}}), s) << "no such view";
}

TEST(Slab, IsTheSameInWhatIsCompared) {
    AppState s = reduce(listed({}), SetSlab{kAxial, {Slab::Kind::Mean, 5}});
    s = reduce(s, action::ShowBeside{"before"});
    EXPECT_EQ(select::viewport(s, kBeside)->slab, (Slab{Slab::Kind::Mean, 5})) << "it comes with it";
    const Slab thick{Slab::Kind::Maximum, 12};
    for (const ViewportId from : {kLead, kBeside}) {
        const AppState next = reduce(s, SetSlab{from, thick});
        EXPECT_EQ(select::viewport(next, kLead)->slab, thick);
        EXPECT_EQ(select::viewport(next, kBeside)->slab, thick);
    }
    EXPECT_EQ(reduce(s, SetSlab{ViewportId{17}, thick}), s);
}

TEST(Slab, IsTheSameOnAWholePageOfSlicesAndEachViewsOwnElsewhere) {
    const Slab thick{Slab::Kind::Mean, 10};
    AppState film = reduce(listed({}), action::ChooseViews{ViewSet::Film});
    film = reduce(film, SetSlab{ViewportId{7}, thick});
    for (const Viewport& view : film.screen.viewports)
        EXPECT_EQ(view.slab, thick);
    for (const ViewSet set : {ViewSet::Four, ViewSet::BrainAndBone}) {
        AppState s = reduce(listed({}), action::ChooseViews{set});
        s = reduce(s, SetSlab{kLead, thick});
        EXPECT_EQ(select::viewport(s, ViewportId{1})->slab, Slab{});
    }
}

} // namespace
} // namespace hemo
