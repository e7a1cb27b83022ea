#include "core/anatomy/open_sutures.h"
#include "core/simulate/phantom.h"
#include "tests/support/opened_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>

namespace hemo {
namespace {

const VolumePtr& head() {
    static const VolumePtr made = [] {
        PhantomSpec spec;
        spec.columns = spec.rows = 192;
        spec.pixelSpacingMm = 1.2;
        return makePhantom(spec).volume;
    }();
    return made;
}

/// In how many slices an infant's vault is seen.
auto infantsSlices(const Volume& volume) {
    return std::ranges::count_if(std::views::iota(0, volume.grid().slices()),
                                 [&](int k) { return isInfantsVault(bonySlice(volume, k, 250)); });
}

TEST(OpenSutures, AnAdultsHaveGrownTogether) {
    EXPECT_EQ(infantsSlices(*head()), 0);
}

TEST(OpenSutures, AnInfantsAreSeenInMostSlicesHoweverLargeTheHead) {
    const VolumePtr adult = head();
    for (const double widthMm : {3.0, 5.0, 10.0})
        EXPECT_GE(infantsSlices(*testing::withOpenSutures(*adult, widthMm)), adult->grid().slices() / 3)
            << widthMm;
}

TEST(OpenSutures, ABoneFlapThatWasTakenOutIsNone) {
    constexpr int kAtItsEdge = 1; // a slice through the rim of the break, which is ragged
    EXPECT_LE(infantsSlices(*testing::craniectomy(*head())), kAtItsEdge);
    EXPECT_LE(infantsSlices(*testing::opened(*head(), {.widthMm = 12})), kAtItsEdge) << "nor is a burr hole";
}

TEST(OpenSutures, APictureWithoutBoneHasNone) {
    const std::vector<std::int16_t> air(64 * 64, -1000);
    EXPECT_EQ(openSutures({air, 64, {3, 3}, 250}), 0);
}

} // namespace
} // namespace hemo
