#include "ml/training/commands/command.h"
#include "ml/training/measure/probe.h"

#include <memory>

namespace hemo::ml {

Command probeCommand(CLI::App& app) {
    const auto options = std::make_shared<ProbeOptions>();
    auto* line = app.add_subcommand("probe", "See which drawn bleeds are found, and what is taken for one");
    line->add_option("--data", options->dataFolder,
                     "Folder that holds ct-ich, phe-sich and rsna, or a manifest (ml/training/README.md)")
        ->required()
        ->check(CLI::ExistingPath);
    line->add_option("--model", options->modelFolders,
                     "Model folders; each is asked about the heads that it held out")
        ->required();
    line->add_option("--threads", options->threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    return {line, [options] {
                const auto table = probeModels(*options);
                if (!table) return complain(table.error());
                std::fputs(table->c_str(), stdout);
                return 0;
            }};
}

} // namespace hemo::ml
