#include "ml/reader/network/packed_conv.h"
#include "tests/unit/ml/with_threads.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

torch::Tensor picture() {
    torch::manual_seed(3);
    return torch::randn({2, 24, 9, 13}).contiguous(torch::MemoryFormat::ChannelsLast);
}

torch::nn::Conv2d makeConv(std::int64_t kernel = 1, std::int64_t stride = 1) {
    torch::manual_seed(4);
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(24, 40, kernel).stride(stride).padding(kernel / 2));
}

TEST(PackedConv, AnswersLikeTheConvolutionItWasMadeFrom) {
    const WithThreads one(1);
    torch::NoGradGuard noGrad;
    if (!at::globalContext().isXNNPACKAvailable()) GTEST_SKIP() << "this LibTorch has no XNNPACK";
    for (const std::int64_t stride : {1, 2}) {
        auto conv = makeConv(1, stride);
        conv->weight.mul_(20); // so that ReLU6 cuts on both sides
        const auto plain = PackedConv::make(conv, PackedConv::Then::Nothing);
        const auto relu6 = PackedConv::make(conv, PackedConv::Then::Relu6);
        ASSERT_TRUE(plain && relu6);
        const auto wanted = conv(picture());
        EXPECT_LT(wanted.min().item<double>(), -1);
        EXPECT_GT(wanted.max().item<double>(), 7);
        EXPECT_TRUE(torch::allclose((*plain)(picture()), wanted, 1e-4, 1e-4));
        EXPECT_TRUE(torch::allclose((*relu6)(picture()), torch::relu6(wanted), 1e-4, 1e-4));
        EXPECT_TRUE((*plain)(picture()).is_contiguous(torch::MemoryFormat::ChannelsLast));
    }
}

TEST(PackedConv, IsNotMadeOfALargerKernelOrForSeveralThreads) {
    const WithThreads one(1);
    EXPECT_FALSE(PackedConv::make(makeConv(3), PackedConv::Then::Nothing));
    const WithThreads two(2);
    EXPECT_FALSE(PackedConv::make(makeConv(), PackedConv::Then::Nothing));
}

} // namespace
} // namespace hemo::ml
