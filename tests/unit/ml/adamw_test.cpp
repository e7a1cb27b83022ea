#include "ml/training/learn/adamw.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hemo::ml {
namespace {

constexpr double kRate = 1e-2, kFarTooLong = 1e9;

/// Two tensors of numbers that are always the same.
std::vector<torch::Tensor> makeParameters() {
    torch::manual_seed(5);
    return {torch::randn({3, 4}).requires_grad_(), torch::randn({7}).requires_grad_()};
}

torch::Tensor lossOf(const std::vector<torch::Tensor>& p) {
    return (p[0].pow(2).sum() * 3 + p[1].pow(4).sum()).sqrt();
}

void step(AdamW& optimizer, const std::vector<torch::Tensor>& parameters, double longest = kFarTooLong) {
    optimizer.zeroGradients();
    lossOf(parameters).backward();
    optimizer.step(1, longest);
}

TEST(AdamW, StepsLikeLibTorchsOwn) {
    const auto ours = makeParameters(), theirs = makeParameters();
    AdamW optimizer({{ours, kRate}});
    torch::optim::AdamW reference(theirs, torch::optim::AdamWOptions(kRate).weight_decay(1e-2));
    for (int n = 0; n < 5; ++n) {
        step(optimizer, ours);
        reference.zero_grad();
        lossOf(theirs).backward();
        reference.step();
    }
    for (std::size_t n = 0; n < ours.size(); ++n)
        EXPECT_TRUE(torch::allclose(ours[n], theirs[n], 1e-5, 1e-6)) << ours[n] << theirs[n];
    EXPECT_FALSE(torch::allclose(ours[0], makeParameters()[0], 1e-2, 1e-2)) << "it moved";
}

TEST(AdamW, LongGradientsAreCutToTheLengthAllTogether) {
    const auto parameters = makeParameters();
    AdamW optimizer({{{parameters[0]}, kRate}, {{parameters[1]}, kRate}});
    step(optimizer, parameters, 0.01);
    const auto length = torch::stack({parameters[0].grad().norm(), parameters[1].grad().norm()}).norm();
    EXPECT_NEAR(length.item<double>(), 0.01, 1e-5);
}

TEST(AdamW, GoesOnFromWhatWasSavedAsIfItHadNeverStopped) {
    const auto whole = makeParameters();
    AdamW first({{whole, kRate}});
    step(first, whole);
    std::vector<torch::Tensor> stopped;
    for (const auto& p : whole)
        stopped.push_back(p.detach().clone().requires_grad_());
    torch::serialize::OutputArchive out;
    first.save(out);
    std::stringstream file;
    out.save_to(file);

    torch::serialize::InputArchive in;
    in.load_from(file);
    AdamW second({{stopped, kRate}});
    second.load(in);
    step(first, whole);
    step(second, stopped);
    for (std::size_t n = 0; n < whole.size(); ++n)
        EXPECT_TRUE(torch::equal(whole[n], stopped[n]));
}

} // namespace
} // namespace hemo::ml
