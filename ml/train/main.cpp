#include "ml/train/trainer.h"
#include "ml/train/write_model.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

int complain(const hemo::Error& error) {
    std::fprintf(stderr, "%s %s\n", error.message.c_str(), error.detail.c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Trains and measures the second reader.", "hemoscope-train");
    app.require_subcommand(1);
    hemo::ml::TrainOptions options;
    const auto addCommon = [&](CLI::App* command) {
        command->add_option("--data", options.dataFolder, "Folder that holds ct-ich and phe-sich")
            ->required();
        command->add_option("--fold", options.fold, "Fold that is held out")
            ->check(CLI::Range(0, hemo::ml::kFolds - 1));
    };
    auto* train = app.add_subcommand("train", "Train a network and write its model folder");
    addCommon(train);
    train->add_option("--trunk", options.trunkFile, "ImageNet weights of the trunk, safetensors")->required();
    train->add_option("--out", options.modelFolder, "Model folder to write")->required();
    train->add_option("--id", options.modelId, "The model's name");
    train->add_option("--epochs", options.epochs)->check(CLI::Range(1, 1000));
    train->add_option("--size", options.size, "Pixels a side")->check(CLI::Range(64, 1024));
    train->add_option("--drawn", options.drawnPerPatient, "Heads with a drawn bleed for each bleed-free one")
        ->check(CLI::Range(0, 100));
    train->add_option("--seed", options.seed);
    train->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    train->add_flag("!--no-refit", options.refits, "Do not train again with the inner fold");
    auto* evaluate = app.add_subcommand("evaluate", "Measure a model on the patients of a fold");
    addCommon(evaluate);
    evaluate->add_option("--model", options.modelFolder, "Model folder to read")->required();
    std::filesystem::path answers;
    evaluate->add_option("--answers", answers, "Write every slice's answer to this CSV file");
    CLI11_PARSE(app, argc, argv);

    if (*train) {
        const auto model = hemo::ml::trainModel(options);
        if (!model) return complain(model.error());
        std::fputs(hemo::ml::figuresTable(model->heldOut).c_str(), stdout);
        return 0;
    }
    const auto figures =
        hemo::ml::evaluateModel(options.modelFolder, options.dataFolder, options.fold, answers);
    if (!figures) return complain(figures.error());
    std::fputs(hemo::ml::figuresTable(*figures).c_str(), stdout);
    return 0;
}
