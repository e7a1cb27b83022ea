#pragma once

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/thumbnail.h"
#include "tests/support/odd_series.h"
#include "tests/support/paths.h"
#include "tests/support/raw_dicom.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>

namespace hemo::testing {

using imaging::loadSeries;

inline Result<FolderContents> scanFolder(const std::filesystem::path& path, const TaskContext& context) {
    return imaging::scanPaths(std::span(&path, 1), context);
}

inline bool hasWarning(const std::vector<LoadWarning>& warnings, LoadWarning::Kind kind) {
    return std::any_of(warnings.begin(), warnings.end(),
                       [kind](const LoadWarning& w) { return w.kind == kind; });
}

/// All of that kind, one a line.
inline std::string textOf(const std::vector<LoadWarning>& warnings, LoadWarning::Kind kind) {
    std::string all;
    for (const LoadWarning& w : warnings)
        if (w.kind == kind) all += (all.empty() ? "" : "\n") + english(w.text);
    return all;
}

inline std::vector<std::filesystem::path> filesOf(const SeriesInfo& series) {
    std::vector<std::filesystem::path> files;
    for (const ImagePlace& image : series.images)
        files.push_back(image.file);
    return files;
}

/// The only series of a folder, loaded. A failure is reported and gives null.
inline VolumePtr loadOnly(const std::filesystem::path& folder, imaging::LoadedSeries* info = nullptr) {
    const auto contents = scanFolder(folder, {});
    if (!contents) {
        ADD_FAILURE() << contents.error().message;
        return nullptr;
    }
    EXPECT_EQ(contents->series.size(), 1u);
    auto loaded = loadSeries(contents->series.front(), {});
    if (!loaded) {
        ADD_FAILURE() << loaded.error().message << " " << loaded.error().detail;
        return nullptr;
    }
    if (info) *info = *loaded;
    return loaded->volume;
}

inline std::filesystem::path sharedDicom() {
    return sharedData() / "dicom";
}

} // namespace hemo::testing

#define HEMO_NEEDS_SHARED_DATA()                                                                             \
    if (!std::filesystem::exists(hemo::testing::sharedDicom()))                                              \
    GTEST_SKIP() << "the real scans (../shared/data/dicom) are not on this machine"
