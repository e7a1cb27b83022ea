#include "ml/training/commands/command.h"
#include "ml/training/measure/measure_maps.h"

#include <memory>

namespace hemo::ml {

Command explainCommand(CLI::App& app) {
    const auto options = std::make_shared<MeasureMapsOptions>();
    auto* line = app.add_subcommand("explain", "Measure where the heat lies, against drawn bleeds");
    line->add_option("--data", options->dataFolder, "Folder that holds ct-ich, phe-sich and their masks")
        ->required();
    line->add_option("--model", options->modelFolders,
                     "Model folders; each answers for the patients that it held out")
        ->required();
    line->add_option("--threads", options->threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    return {line, [options] {
                const auto tables = measureMaps(*options);
                if (!tables) return complain(tables.error());
                std::fputs(tables->c_str(), stdout);
                return 0;
            }};
}

} // namespace hemo::ml
