#pragma once

#include <filesystem>

namespace hemo::ui {

/// Where the program keeps something of the user's.
struct KeptFolder {
    enum class What { Marks, Verdicts, Log, Lessons, Recents, Answers, Settings };
    What what = What::Marks;
    std::filesystem::path path;
};

} // namespace hemo::ui
