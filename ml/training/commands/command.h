#pragma once

#include "core/result.h"
#include "ml/reader/device/gpu.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>

namespace hemo::ml {

/// A command of hemoscope-train and what it does once the line is read; the exit status.
struct Command {
    CLI::App* line = nullptr;
    std::function<int()> run;
};

Command trainCommand(CLI::App& app);
Command evaluateCommand(CLI::App& app);
Command crossValidateCommand(CLI::App& app);
Command reportCommand(CLI::App& app);
Command exportCommand(CLI::App& app);
Command explainCommand(CLI::App& app);
Command probeCommand(CLI::App& app);
Command packCommand(CLI::App& app);
Command averageCommand(CLI::App& app);
Command calibrateCommand(CLI::App& app);

/// Which device learns or reads.
void addDevice(CLI::App* line, DeviceChoice& device);

inline int complain(const Error& error) {
    std::fprintf(stderr, "%s %s\n", english(error.message).c_str(), error.detail.c_str());
    return 1;
}

} // namespace hemo::ml
