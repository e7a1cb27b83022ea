#include "ml/train/average_models.h"
#include "ml/train/command.h"

#include <memory>

namespace hemo::ml {

Command averageCommand(CLI::App& app) {
    struct Options {
        std::vector<std::filesystem::path> models;
        std::filesystem::path out;
        std::string id;
    };
    const auto options = std::make_shared<Options>();
    auto* line = app.add_subcommand("average", "Write the mean of networks that began alike as one model");
    line->add_option("--model", options->models, "Model folders, two or more")->required()->expected(2, 100);
    line->add_option("--id", options->id, "The new model's name")->required();
    line->add_option("--out", options->out, "Model folder to write")->required();
    return {line, [options] {
                const auto done = averageModels(options->models, options->id, options->out);
                return done ? 0 : complain(done.error());
            }};
}

} // namespace hemo::ml
