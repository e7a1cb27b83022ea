#include "core/version.h"
#include "ml/reader/device/threads.h"
#include "ml/training/commands/command.h"

int main(int argc, char** argv) {
    using namespace hemo::ml;
    CLI::App app("Trains and measures the second reader.", "hemoscope-train");
    app.set_version_flag("--version", hemo::versionLine("hemoscope-train"));
    app.set_help_all_flag("--help-all", "Print the help of every command and exit");
    app.require_subcommand(1);
    const Command commands[]{trainCommand(app),    evaluateCommand(app), crossValidateCommand(app),
                             reportCommand(app),   exportCommand(app),   explainCommand(app),
                             probeCommand(app),    packCommand(app),     averageCommand(app),
                             calibrateCommand(app)};
    CLI11_PARSE(app, argc, argv);
    restartForBetterBlas(argv);
    for (const Command& command : commands)
        if (*command.line) return command.run();
    return 1;
}
