#include "core/image/smooth_tissue.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace hemo {
namespace {

constexpr int kWidth = 60, kHeight = 40;

std::vector<float> slice(float hu) {
    return std::vector<float>(std::size_t{kWidth} * kHeight, hu);
}

double deviation(const std::vector<float>& hu) {
    double sum = 0, squares = 0;
    for (const float v : hu)
        sum += v, squares += double(v) * v;
    const double n = double(hu.size());
    return std::sqrt(squares / n - sum / n * sum / n);
}

TEST(SmoothTissue, EvenTissueStaysAsItIsOutToTheEdgeOfThePicture) {
    auto hu = slice(34);
    smoothTissue(hu, kWidth, 2, 3);
    for (const float v : hu)
        EXPECT_NEAR(v, 34, 1e-3);
}

TEST(SmoothTissue, TakesNoiseAwayAsAGaussianDoes) {
    std::mt19937 random(7);
    std::normal_distribution<float> noise(34, 20);
    auto hu = slice(0);
    for (float& v : hu)
        v = noise(random);
    smoothTissue(hu, kWidth, 2, 2);
    // What a Gaussian of two dimensions leaves of white noise: 1 / (2 sqrt(pi) sigma).
    EXPECT_NEAR(deviation(hu), 20 / (2 * std::sqrt(M_PI) * 2), 0.5);
}

TEST(SmoothTissue, BoneDoesNotShineIntoTheBrainNorAirDarkenIt) {
    auto hu = slice(30);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            float& v = hu[std::size_t(y) * kWidth + x];
            if (x < 5) v = 1200;
            if (x >= kWidth - 5) v = -1000;
        }
    const auto before = hu;
    smoothTissue(hu, kWidth, 3, 3);
    for (std::size_t v = 0; v < hu.size(); ++v)
        EXPECT_NEAR(hu[v], before[v], 1e-3);
}

TEST(SmoothTissue, NothingIsDoneWhereNothingIsAsked) {
    auto hu = slice(30);
    hu[77] = 60;
    const auto before = hu;
    smoothTissue(hu, kWidth, 0, 0);
    EXPECT_EQ(hu, before);
}

TEST(SmoothTissue, AlongEachAxisByItsOwnPixels) {
    auto hu = slice(0);
    hu[20 * kWidth + 30] = 100;
    smoothTissue(hu, kWidth, 3, 0);
    EXPECT_GT(hu[20 * kWidth + 32], 1) << "along the row";
    EXPECT_EQ(hu[22 * kWidth + 30], 0) << "not along the column";
}

} // namespace
} // namespace hemo
