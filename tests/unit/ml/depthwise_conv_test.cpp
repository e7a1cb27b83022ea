#include "ml/reader/network/depthwise_conv.h"
#include "tests/unit/ml/with_threads.h"

#include <gtest/gtest.h>

#include <limits>

namespace hemo::ml {
namespace {

constexpr std::int64_t kChannels = 48;

torch::Tensor picture(std::int64_t height, std::int64_t width) {
    torch::manual_seed(3);
    return torch::randn({2, kChannels, height, width}).contiguous(torch::MemoryFormat::ChannelsLast);
}

torch::nn::Conv2d makeConv(std::int64_t kernel, std::int64_t stride, bool hasBias = true,
                           std::int64_t groups = kChannels) {
    torch::manual_seed(4);
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(kChannels, kChannels, kernel)
                                 .stride(stride)
                                 .padding(kernel / 2)
                                 .groups(groups)
                                 .bias(hasBias));
}

TEST(DepthwiseConv, AnswersLikeTheConvolutionItWasMadeFrom) {
    const WithThreads one(1);
    torch::NoGradGuard noGrad;
    for (const std::int64_t kernel : {3, 5})
        for (const std::int64_t stride : {1, 2})
            for (const std::int64_t width : {1, 3, 6, 13}) {
                auto conv = makeConv(kernel, stride, kernel == 3);
                conv->weight.mul_(20); // so that ReLU6 cuts on both sides
                const auto plain = DepthwiseConv::make(conv, DepthwiseConv::Then::Nothing);
                const auto relu6 = DepthwiseConv::make(conv, DepthwiseConv::Then::Relu6);
                ASSERT_TRUE(plain && relu6);
                const auto wanted = conv(picture(9, width));
                EXPECT_LT(wanted.min().item<double>(), -1);
                EXPECT_GT(wanted.max().item<double>(), 7);
                EXPECT_TRUE(torch::allclose((*plain)(picture(9, width)), wanted, 1e-4, 1e-4));
                EXPECT_TRUE(torch::allclose((*relu6)(picture(9, width)), torch::relu6(wanted), 1e-4, 1e-4));
                EXPECT_TRUE((*plain)(picture(9, width)).is_contiguous(torch::MemoryFormat::ChannelsLast));
            }
}

TEST(DepthwiseConv, KeepsWhatIsNoNumber) {
    const WithThreads one(1);
    torch::NoGradGuard noGrad;
    const auto relu6 = DepthwiseConv::make(makeConv(3, 1), DepthwiseConv::Then::Relu6);
    ASSERT_TRUE(relu6);
    auto x = picture(5, 5);
    x[0][7][2][2] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ((*relu6)(x).isnan().sum().item<int>(), 9);
}

TEST(DepthwiseConv, IsNotMadeOfOtherConvolutionsOrForSeveralThreads) {
    const auto isMade = [](const torch::nn::Conv2d& conv) {
        return DepthwiseConv::make(conv, DepthwiseConv::Then::Nothing).has_value();
    };
    {
        const WithThreads one(1);
        EXPECT_TRUE(isMade(makeConv(3, 1)));
        EXPECT_FALSE(isMade(makeConv(7, 1)));
        EXPECT_FALSE(isMade(makeConv(3, 1, true, 1)));
    }
    const WithThreads two(2);
    EXPECT_FALSE(isMade(makeConv(3, 1)));
}

} // namespace
} // namespace hemo::ml
