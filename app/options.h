#pragma once

#include "core/image/window_level.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ui {

/// What the command line of the viewer asks for.
struct Options {
    std::vector<std::filesystem::path> paths; ///< to open
    std::filesystem::path worker, model;
    bool isModelGiven = false;   ///< by the command line: no other is chosen
    std::filesystem::path cases; ///< a collection to learn from, in place of `paths`
    std::string screenshot;
    bool classify = false, compare = false, quit = false, noRecent = false;
    int width = 1280, height = 800;
    bool isSizeGiven = false;    ///< by the command line, and not by us
    std::optional<int> exitCode; ///< set where the program has nothing more to do (--help, a usage error: 2)
};

Options parseOptions(int argc, char** argv);

/// The presets the program ships; the built-in brain window alone where the file is damaged (said in the
/// log).
std::vector<WindowPreset> windowPresets();

/// How much of the machine's memory volumes may take: half of it.
std::size_t halfOfMemory();

} // namespace hemo::ui
