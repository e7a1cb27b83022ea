// hemoscope-selfcheck: is the second reader sound on this machine?

#include "core/cores.h"
#include "core/version.h"
#include "ml/reader/device/threads.h"
#include "ml/self_check/self_check.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace hemo;

int complain(const Error& error) {
    std::fprintf(stderr, "%s %s\n", english(error.message).c_str(), error.detail.c_str());
    return 1;
}

/// True where everything is as it should be.
bool report(const ml::SelfCheck& check) {
    std::printf("%s\n", check.modelId.c_str());
    std::printf("  heat in closed form against autograd: off by %.1e (at most %.0e)\n", check.heatError,
                ml::SelfCheck::kHeatErrorLimit);
    for (const ml::DeviceTime& time : check.times)
        std::printf("  %s: 28 slices of 512x512 with heat in %.2f s (the first time %.2f s)\n",
                    time.device.c_str(), time.seconds, time.firstSeconds);
    if (check.gpuDifference)
        std::printf("  GPU against CPU: p off by %.5f (at most %.3f)\n", *check.gpuDifference,
                    ml::SelfCheck::kGpuDifferenceLimit);
    else
        std::printf("  no GPU that LibTorch can use: not compared\n");
    std::printf("  %s\n", check.isSound() ? "sound" : "NOT SOUND");
    return check.isSound();
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Checks the second reader on this machine: heat, GPU against CPU, times."};
    app.set_version_flag("--version", versionLine("hemoscope-selfcheck"));
    std::vector<std::filesystem::path> folders;
    int threads = coresAllowed();
    app.add_option("models", folders, "Model folders; with none, two networks with random weights");
    app.add_option("--threads", threads, "Of the processor")->check(CLI::Range(1, 1024));
    CLI11_PARSE(app, argc, argv);
    ml::restartForBetterBlas(argv);
    ml::useThreads(threads);

    bool isSound = true;
    const auto check = [&](const Result<ml::ModelFolder>& model) {
        if (!model) return complain(model.error());
        const auto checked = ml::checkModel(*model);
        if (!checked) return complain(checked.error());
        isSound = report(*checked) && isSound;
        return 0;
    };
    for (const auto& folder : folders)
        if (check(ml::loadModelFolder(folder)) != 0) return 1;
    if (folders.empty())
        for (const char* architecture : {"efficientdet-lite0", "paper"})
            if (check(ml::randomModel(architecture)) != 0) return 1;
    return isSound ? 0 : 1;
}
