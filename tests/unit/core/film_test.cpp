#include "made_comparison.h"

#include "core/state/select/marks.h"

#include <algorithm>
#include <numeric>

namespace hemo {
namespace {

using namespace testing;

/// 46 slices of 1 mm: four pages of twelve.
AppState film() {
    Pair pair;
    pair.currentGrid = axialGrid(0, 46, 1);
    return reduce(listed(pair), action::ChooseViews{ViewSet::Film});
}

/// The slice in each tile; -1 where there is none.
std::vector<int> slicesSeen(const AppState& s) {
    std::vector<int> slices;
    for (const Cell& cell : select::seenCells(s)) {
        const auto place = select::placeIn(s, cell.viewport);
        slices.push_back(place ? lead(s).volume->grid().nearestSlice(*place) : -1);
    }
    return slices;
}

TEST(Film, ShowsThePageOnWhichTheSliceLies) {
    AppState s = film();
    s = reduce(s, action::GoToSlice{lead(s).id, 14});
    EXPECT_EQ(slicesSeen(s), (std::vector<int>{21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10}))
        << "from the head to the feet";
    s = reduce(s, action::StepSlice{kLead, 1});
    EXPECT_EQ(slicesSeen(s).front(), 21) << "the page stays while the slice goes on";
    EXPECT_EQ(currentSlice(lead(s)), 15);
}

TEST(Film, IsBlackWhereTheSlicesHaveEnded) {
    AppState s = film();
    s = reduce(s, action::GoToSlice{lead(s).id, 0});
    EXPECT_EQ(slicesSeen(s), (std::vector<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -1}));
}

TEST(Film, ATileThatIsEnlargedOrApartShowsTheSliceThatTheKeysMean) {
    AppState s = film();
    s = reduce(s, action::GoToSlice{lead(s).id, 14});
    s = reduce(s, action::Enlarge{ViewportId{7}});
    EXPECT_EQ(slicesSeen(s), std::vector<int>{14});
    s = reduce(reduce(s, action::Enlarge{std::nullopt}), action::ToggleApart{ViewportId{7}});
    EXPECT_EQ(lead(s).volume->grid().nearestSlice(*select::placeIn(s, ViewportId{7})), 14);
}

TEST(Film, EachTileOfATiltedStackHasASliceOfItsOwn) {
    Pair pair;
    pair.currentGrid = tiltedGrid(18.5);
    const AppState s = reduce(listed(pair), action::ChooseViews{ViewSet::Film});
    std::vector<int> slices;
    for (const Cell& cell : select::seenCells(s))
        if (const auto place = select::placeIn(s, cell.viewport))
            slices.push_back(stepsOf(ReadingPlane::native(), pair.currentGrid, *place).index);
    std::vector<int> all(std::size_t(std::min(12, pair.currentGrid.slices())));
    std::iota(all.rbegin(), all.rend(), pair.currentGrid.slices() - std::ssize(all));
    EXPECT_EQ(slices, all);
}

TEST(Film, AllTilesShareOneZoom) {
    const AppState s = reduce(film(), action::SetView{ViewportId{5}, {2.5, 11, -6}});
    for (const Cell& cell : select::seenCells(s))
        EXPECT_EQ(select::viewIn(s, cell.viewport), (ViewState{2.5, 11, -6}));
}

TEST(Film, AMarkIsSeenInItsOwnSlicesTileAlone) {
    AppState s = film();
    s = reduce(s, action::GoToSlice{lead(s).id, 2});
    const Grid& grid = lead(s).volume->grid();
    const ViewFrame frame = frameOf(ReadingPlane::native(), grid);
    const PatientPoint there = movedToSlice(grid, lead(s).look->place, 5);
    s = reduce(s, action::PutMark{lead(s).id, {MarkId{1}, Mark::Shape::KeyImage, frame, {there}, {}}});
    for (int n = 0; n < 12; ++n)
        EXPECT_EQ(select::marksIn(s, ViewportId{n}).size(), n == 4 ? 1u : 0u) << n;
}

TEST(Film, ASeriesBesideStandsBesideOneViewAndThePageComesBack) {
    Pair pair;
    AppState s = reduce(listed(pair), action::ChooseViews{ViewSet::Film});
    s = reduce(s, action::ShowBeside{pair.prior.id});
    s = loaded(s, kBeside, pair.prior, volumeOf(pair.priorGrid, pair.prior.id));
    EXPECT_FALSE(select::viewport(s, kLead)->tile);
    s = reduce(s, action::ShowLeadAlone{});
    EXPECT_EQ(select::seenCells(s).size(), 12u);
}

} // namespace
} // namespace hemo
