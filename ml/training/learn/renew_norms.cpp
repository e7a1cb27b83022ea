#include "ml/training/learn/renew_norms.h"

#include "ml/reader/device/device.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/batches.h"
#include "ml/training/data/channels.h"
#include "ml/training/data/draw_patients.h"
#include "ml/training/measure/evaluate.h"

namespace hemo::ml {
namespace {

/// Those that are not frozen begin to count, each batch at the same weight.
void startCounting(torch::nn::Module& network) {
    for (const auto& module : network.modules()) {
        auto* norm = module->as<torch::nn::BatchNorm2dImpl>();
        if (!norm || !norm->is_training()) continue;
        norm->reset_running_stats();
        norm->options.momentum().reset();
    }
}

} // namespace

void renewNorms(SliceNetwork& network, const ModelInfo& info, const std::vector<const Patient*>& teachers,
                int pictures, std::uint32_t seed) {
    torch::NoGradGuard noGrad;
    torch::manual_seed(seed);
    const std::vector<Patient> drawn = drawPatients(teachers, {1, 1}, seed);
    std::vector<const Patient*> all = teachers;
    for (const Patient& p : drawn)
        all.push_back(&p);
    Batches batches(all, seed);
    network.module().train();
    network.freezeFirstBlocks();
    startCounting(network.module());
    const torch::Device device = deviceOf(network.module());
    const LearnedSize size{info.inputSize, network.readsAnySize()};
    for (int seen = 0; seen < pictures;) {
        const auto batch = batches.next();
        if (batch.empty()) break;
        seen += static_cast<int>(batch.size());
        Chances chances = chancesOf(batch);
        const auto pictures = stackWithinDoubt(batch, chances, device);
        const Augmented shown = augment(pictures, stackMasks(batch, device), size, chances);
        network.features(toNetworkInput(channelsOf(shown.pictures, info)));
    }
    network.module().eval();
}

} // namespace hemo::ml
