#pragma once

#include "app/cli/dataset/scan_writer.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// What became of one study: kept beside the pictures, so that a run that was stopped goes on after it.
struct StudyRecord {
    WrittenScan scan;                  ///< empty where it was left out
    std::string leftOut;               ///< why; empty: it was written
    std::vector<std::string> warnings; ///< about its series, in sentences without their numbers
};

/// Nothing where it is not there, or not whole.
std::optional<StudyRecord> loadRecord(const std::filesystem::path& file);

/// It appears under its name once it is whole. Fails: WriteFailed.
Result<void> writeRecord(const StudyRecord& record, const std::filesystem::path& file);

/// Writes a file of text. Fails: WriteFailed.
Result<void> writeTextFile(const std::filesystem::path& file, const std::string& text);

} // namespace hemo
