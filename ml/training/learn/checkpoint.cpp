#include "ml/training/learn/checkpoint.h"

#include "ml/reader/device/device.h"

#include <fstream>
#include <iterator>

namespace hemo::ml {
namespace {

using torch::serialize::InputArchive;
using torch::serialize::OutputArchive;

void write(OutputArchive& archive, const char* name, const torch::nn::Module& module) {
    OutputArchive part(std::make_shared<torch::jit::CompilationUnit>());
    module.save(part);
    archive.write(name, part);
}

void read(InputArchive& archive, const char* name, torch::nn::Module& module) {
    InputArchive part;
    archive.read(name, part);
    torch::NoGradGuard noGrad;
    module.load(part);
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path& file, const std::string& settings,
                            const LearningState& state) {
    auto unfinished = file;
    unfinished += ".part";
    try {
        OutputArchive archive;
        write(archive, "network", state.network.module());
        write(archive, "averaged", state.averaged.module());
        OutputArchive optimizer(std::make_shared<torch::jit::CompilationUnit>());
        state.optimizer.save(optimizer);
        archive.write("optimizer", optimizer);
        archive.write("settings", c10::IValue(settings));
        archive.write("progress", torch::tensor({state.epochs, state.steps, state.stepsOfEpoch}));
        archive.write("scale", torch::tensor({state.scale.value(), double(state.scale.goodSteps())}));
        archive.save_to(unfinished.string());
        std::filesystem::rename(unfinished, file);
    } catch (const std::exception& e) {
        return fail(ErrorCode::WriteFailed, say("train.run_not_kept"), e.what());
    }
    return {};
}

Result<std::string> readCheckpoint(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return std::string();
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in || bytes.empty()) return fail(ErrorCode::Damaged, say("train.run_damaged"));
    return bytes;
}

Result<bool> loadCheckpoint(const std::string& bytes, const std::string& settings, LearningState& state) {
    if (bytes.empty()) return false;
    try {
        InputArchive archive;
        // Onto the device of this run, which need not be that of the stopped one.
        archive.load_from(bytes.data(), bytes.size(), deviceOf(state.network.module()));
        c10::IValue before;
        archive.read("settings", before);
        if (before.toStringRef() != settings) return fail(ErrorCode::Unsupported, say("train.run_of_others"));
        read(archive, "network", state.network.module());
        read(archive, "averaged", state.averaged.module());
        InputArchive optimizer;
        archive.read("optimizer", optimizer);
        state.optimizer.load(optimizer);
        torch::Tensor progress;
        archive.read("progress", progress);
        state.epochs = progress[0].item<int>(), state.steps = progress[1].item<int>();
        // Runs of earlier versions kept whole epochs alone.
        state.stepsOfEpoch = progress.size(0) > 2 ? progress[2].item<int>() : 0;
        torch::Tensor scale; // which runs of earlier versions lack
        if (archive.try_read("scale", scale))
            state.scale.restart(scale[0].item<double>(), scale[1].item<std::int64_t>());
    } catch (const std::exception& e) {
        return fail(ErrorCode::Damaged, say("train.run_damaged"), e.what());
    }
    return true;
}

} // namespace hemo::ml
