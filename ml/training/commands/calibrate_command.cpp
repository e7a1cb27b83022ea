#include "ml/training/commands/command.h"
#include "ml/training/learn/calibrate_model.h"
#include "ml/training/report/report_text.h"

#include <memory>

namespace hemo::ml {

Command calibrateCommand(CLI::App& app) {
    const auto options = std::make_shared<CalibrateOptions>();
    auto* line = app.add_subcommand("calibrate", "Fit a model's calibration and thresholds on own patients");
    line->add_option("--data", options->dataFolder,
                     "Manifest of patients that the model has never seen (ml/training/README.md)")
        ->required()
        ->check(CLI::ExistingPath);
    line->add_option("--model", options->modelFolder, "Model folder; it stays as it is")->required();
    line->add_option("--out", options->out, "Model folder to write")->required();
    line->add_option("--id", options->modelId, "The new model's name");
    addDevice(line, options->device);
    line->add_option("--threads", options->threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    line->add_option("--resamples", options->resamples, "Resamples of patients for the intervals")
        ->check(CLI::Range(100, 100000));
    line->add_option("--seed", options->seed, "Of the resamples");
    return {line, [options] {
                const auto report = calibrateModel(*options);
                if (!report) return complain(report.error());
                std::fputs(reportText(*report).c_str(), stdout);
                return 0;
            }};
}

} // namespace hemo::ml
