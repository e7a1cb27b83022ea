#pragma once

#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <initializer_list>

namespace hemo::testing {

/// A data folder with some of the real sets alone: what a test asks nothing of takes a minute to read.
class RealSets {
public:
    explicit RealSets(std::initializer_list<const char*> names) {
        for (const char* name : names)
            std::filesystem::create_directory_symlink(sharedData() / name, m_folder.path() / name);
    }
    const std::filesystem::path& path() const { return m_folder.path(); }

private:
    hemo::testing::TempFolder m_folder;
};

} // namespace hemo::testing
