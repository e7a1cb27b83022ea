#pragma once

#include "imaging_test.h"

#include "tests/support/raw_volume.h"
#include "tests/support/said.h"

#include <gmock/gmock.h>

namespace hemo::testing {

class VolumeFiles : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& bytes) {
        writeBytes(folder.path() / name, bytes);
        return folder.path() / name;
    }
    /// The entry of the only file; a failure to scan gives one that is listed with the error's sentence.
    SeriesInfo entryOf(const std::filesystem::path& file) {
        const auto contents = scanFolder(file, {});
        if (contents && contents->series.size() == 1) return contents->series.front();
        SeriesInfo none;
        none.use = SeriesUse::Listed;
        none.whyListed = contents ? said("not one series") : contents.error().message;
        return none;
    }
    std::optional<imaging::LoadedSeries> load(const std::filesystem::path& file) {
        auto loaded = loadSeries(entryOf(file), {});
        if (loaded) return *loaded;
        why = english(loaded.error().message);
        return std::nullopt;
    }
    imaging::LoadedSeries loadGood(const std::filesystem::path& file) {
        auto loaded = load(file);
        if (!loaded) throw std::runtime_error(why);
        return *loaded;
    }
    static RawNifti counted() {
        RawNifti raw;
        raw.voxels = rawBytes(countedVoxels(60));
        return raw;
    }
    static std::vector<std::string> nrrdLines() {
        return {"type: short",          "dimension: 3",
                "sizes: 5 4 3",         "space: left-posterior-superior",
                "encoding: raw",        "space directions: (2,0,0) (0,3,0) (0,0,4)",
                "endian: little",       "kinds: domain domain domain",
                "space origin: (1,2,3)"};
    }

    TempFolder folder;
    std::string why;
};

} // namespace hemo::testing
