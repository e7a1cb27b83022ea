#include "ml/training/commands/command.h"
#include "ml/training/learn/average_models.h"

#include <memory>

namespace hemo::ml {

Command averageCommand(CLI::App& app) {
    const auto options = std::make_shared<AverageOptions>();
    auto* line = app.add_subcommand("average", "Write the mean of networks that began alike as one model");
    line->add_option("--model", options->models, "Model folders, two or more")->required()->expected(2, 100);
    line->add_option("--data", options->dataFolder, "What they were taught with")
        ->required()
        ->check(CLI::ExistingPath);
    line->add_option("--seed", options->seed);
    line->add_option("--id", options->modelId, "The new model's name")->required();
    line->add_option("--out", options->out, "Model folder to write")->required();
    line->add_option("--threads", options->threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    return {line, [options] {
                const auto done = averageModels(*options);
                return done ? 0 : complain(done.error());
            }};
}

} // namespace hemo::ml
