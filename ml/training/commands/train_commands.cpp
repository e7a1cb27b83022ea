#include "ml/training/commands/command.h"
#include "ml/training/learn/cross_validate.h"
#include "ml/training/learn/write_model.h"
#include "ml/training/report/answers_file.h"
#include "ml/training/report/report_text.h"
#include "ml/training/report/write_report.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string_view>

namespace hemo::ml {
namespace {

void addData(CLI::App* line, std::filesystem::path& folder) {
    line->add_option("--data", folder,
                     "Folder that holds ct-ich, phe-sich and rsna, or a manifest (ml/training/README.md)")
        ->required()
        ->check(CLI::ExistingPath);
}

/// One of the two: which fold is held out, or none.
void addFoldOrAll(CLI::App* line, TrainOptions& options) {
    auto* fold = line->add_option("--fold", options.fold, "Fold that is held out");
    fold->check(CLI::Range(0, kFolds - 1));
    line->add_flag_callback(
            "--all", [&options] { options.fold.reset(); }, "Learn from all patients; nothing can be measured")
        ->excludes(fold);
}

/// How a network is trained: the same for one fold and for all.
void addLearning(CLI::App* line, TrainOptions& options) {
    auto* start = line->add_option_group("Beginning", "What the network begins with");
    start->add_option("--trunk", options.trunkFile, "ImageNet weights of the trunk, safetensors");
    start->add_option("--begin-with", options.beginsWith, "Model folder whose network goes on learning");
    start->require_option(1);
    line->add_option("--id", options.modelId, "The model's name");
    line->add_option("--epochs", options.epochs)->check(CLI::Range(1, 1000));
    line->add_option("--size", options.size, "Pixels a side; 0: what the network usually has")
        ->check(CLI::Range(0, 1024));
    line->add_option("--network", options.architecture)
        ->check(CLI::IsMember({"efficientdet-lite0", "efficientdet-lite2", "paper"}));
    line->add_option("--drawn", options.drawn.bleeds, "Heads with a drawn bleed for each bleed-free one")
        ->check(CLI::Range(0, 100));
    line->add_option("--mimics", options.drawn.mimics, "Heads with drawn infarcts, atrophy and the like")
        ->check(CLI::Range(0, 100));
    line->add_flag_callback(
        "--mostly-drawn", [&options] { options.emphasis = Emphasis::Drawn; },
        "Learn bleeds from drawn ones more than from real ones");
    line->add_option("--map-weight", options.mapWeight, "Weight of the class map's losses; 0: no class map")
        ->check(CLI::Range(0.0, 10.0));
    line->add_option("--learn-from", options.learnsFrom,
                     "The only data set that teaches (ct-ich, phe-sich, rsna, or a manifest's source)");
    line->add_option("--seed", options.seed);
    line->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    line->add_option("--loaders", options.loaders, "Threads that make pictures ready while others learn")
        ->check(CLI::Range(0, 256));
    addDevice(line, options.device);
    line->add_flag_callback(
        "--mixed", [&options] { options.precision = Precision::Mixed; },
        "Compute in half precision what bears it; with --device cuda alone");
    line->add_option("--patience", options.patienceSeconds,
                     "Seconds that other processes of the run are waited for")
        ->check(CLI::Range(1, 1000000));
    line->add_option("--stop-after", options.stopsAfter, "Stop after so many epochs; run again to go on")
        ->check(CLI::Range(0, 1000));
    line->add_option("--stop-after-steps", options.stopsAfterSteps, "The same in steps")
        ->check(CLI::Range(0, 1000000));
}

/// The options that change what is learned, one a line: all but where it goes and how fast.
std::string settingsOf(const CLI::App& line) {
    constexpr std::string_view kElsewhere[]{
        "out=", "threads=", "device=", "loaders=", "patience=", "stop-after=", "stop-after-steps="};
    std::istringstream all(line.config_to_str(true, false));
    std::string settings;
    for (std::string row; std::getline(all, row);)
        if (std::ranges::none_of(kElsewhere, [&](std::string_view name) { return row.starts_with(name); }))
            settings += row + "\n";
    return settings;
}

int trainHere(TrainOptions options) {
    const auto place = placeFromEnvironment();
    if (!place) return complain(place.error());
    options.place = *place;
    const auto model = trainModel(options);
    if (!model) return complain(model.error());
    if (model->isWritten) std::fputs(figuresTable(model->heldOut).c_str(), stdout);
    return 0;
}

int crossValidateAndReport(TrainOptions options, const std::string& settings) {
    const auto place = placeFromEnvironment();
    if (!place) return complain(place.error());
    options.place = *place;
    const auto files = crossValidate(options, settings);
    if (!files) return complain(files.error());
    const auto answers = loadFolds(*files);
    if (!answers) return complain(answers.error());
    const auto report = makeReport(*answers, kResamples, options.seed);
    if (!report) return complain(report.error());
    std::fputs(reportText(*report).c_str(), stdout);
    const auto written = writeReport(*report, options.modelFolder);
    return written ? 0 : complain(written.error());
}

} // namespace

void addDevice(CLI::App* line, DeviceChoice& device) {
    line->add_option_function<std::string>(
            "--device", [&device](const std::string& name) { device = *deviceChoiceNamed(name); },
            "auto, cpu (the default) or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
}

Command trainCommand(CLI::App& app) {
    const auto options = std::make_shared<TrainOptions>();
    auto* line = app.add_subcommand("train", "Train a network and write its model folder");
    addData(line, options->dataFolder);
    addFoldOrAll(line, *options);
    addLearning(line, *options);
    line->add_option("--out", options->modelFolder, "Model folder to write")->required();
    return {line, [options] { return trainHere(*options); }};
}

Command evaluateCommand(CLI::App& app) {
    const auto options = std::make_shared<EvaluateOptions>();
    auto* line = app.add_subcommand("evaluate", "Measure a model on the patients of a fold");
    addData(line, options->dataFolder);
    line->add_option("--fold", options->fold, "Fold that is measured")->check(CLI::Range(0, kFolds - 1));
    addDevice(line, options->device);
    line->add_option("--model", options->modelFolder, "Model folder to read")->required();
    line->add_option("--answers", options->answersFile, "Write every slice's answer to this CSV file");
    return {line, [options] {
                const auto figures = evaluateModel(*options);
                if (!figures) return complain(figures.error());
                std::fputs(figuresTable(*figures).c_str(), stdout);
                return 0;
            }};
}

Command crossValidateCommand(CLI::App& app) {
    const auto options = std::make_shared<TrainOptions>();
    auto* line = app.add_subcommand(
        "cross-validate", "Train a network for every fold and report what they say of patients not shown");
    addData(line, options->dataFolder);
    addLearning(line, *options);
    line->add_option("--out", options->modelFolder,
                     "Folder for the folds and the report; goes on where it was")
        ->required();
    return {line, [options, line] { return crossValidateAndReport(*options, settingsOf(*line)); }};
}

} // namespace hemo::ml
