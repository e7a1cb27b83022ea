#include "core/image/window_level.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace hemo {
namespace {

TEST(WindowLevel, FollowsTheLinearFunctionOfDicom) {
    const WindowLevel window{40,
                             80}; // PS3.3 C.11.2.1.2.1: black at c - 0.5 - (w - 1)/2, white at + (w - 1)/2
    EXPECT_DOUBLE_EQ(window.grey(0), 0);
    EXPECT_DOUBLE_EQ(window.grey(79), 1);
    EXPECT_DOUBLE_EQ(window.grey(39.5), 0.5);
    EXPECT_DOUBLE_EQ(window.grey(-1000), 0);
    EXPECT_DOUBLE_EQ(window.grey(3000), 1);
}

TEST(WindowPresets, ShippedFileHoldsTheSevenOfTheNumberKeys) {
    std::ifstream file(hemo::testing::sourceFolder() / "resources" / "presets" / "windows.json");
    const auto presets = parseWindowPresets(std::string(std::istreambuf_iterator<char>(file), {}));
    ASSERT_TRUE(presets);
    const std::vector<WindowPreset> wanted{{1, "Brain", {40, 80}},           {2, "Subdural", {75, 200}},
                                           {3, "Stroke", {40, 40}},          {4, "Narrow stroke", {32, 8}},
                                           {5, "Bone", {600, 2800}},         {6, "Soft tissue", {50, 350}},
                                           {7, "Posterior fossa", {40, 120}}};
    EXPECT_EQ(*presets, wanted);
}

TEST(WindowPresets, DamagedFileIsOneSentence) {
    EXPECT_FALSE(parseWindowPresets("[{]"));
    EXPECT_FALSE(parseWindowPresets(R"([{"key": 1, "name": "Flat", "width": 0, "centre": 40}])"));
}

} // namespace
} // namespace hemo
