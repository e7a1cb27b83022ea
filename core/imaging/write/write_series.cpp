#include "core/imaging/write/write_series.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/write/slice_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <system_error>

namespace hemo::imaging {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesFor(const Volume& volume, const fs::path& folder) {
    std::vector<fs::path> files;
    for (int k = 0; k < volume.grid().slices(); ++k) {
        char name[32];
        std::snprintf(name, sizeof name, "IM%04d.dcm", k + 1);
        files.push_back(folder / name);
    }
    return files;
}

Result<void> prepare(const fs::path& folder, const std::vector<fs::path>& files) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
        return fail(ErrorCode::NoPermission, say("write.no_permission"));
    if (error) return fail(ErrorCode::WriteFailed, say("write.no_folder"), error.message());
    for (const fs::path& file : files)
        if (fs::exists(fs::symlink_status(file, error)))
            return fail(ErrorCode::WriteFailed, say("write.not_empty"));
    return {};
}

/// What no file can say: the caller's mistake, not the disk's.
Result<void> check(const Volume& volume, const SeriesTags& tags) {
    const Grid& grid = volume.grid();
    if (grid.empty() || grid.columns() > 65535 || grid.rows() > 65535)
        return fail(ErrorCode::WriteFailed, say("write.no_image"));
    if (tags.rescaleSlope == 0 || !std::isfinite(tags.rescaleSlope) || !std::isfinite(tags.rescaleIntercept))
        return fail(ErrorCode::WriteFailed, say("write.no_scale"));
    return {};
}

Result<std::vector<fs::path>> write(const Volume& volume, const SeriesTags& tags, const fs::path& folder,
                                    const TaskContext& context) {
    if (auto possible = check(volume, tags); !possible) return tl::unexpected(possible.error());
    const std::vector<fs::path> files = filesFor(volume, folder);
    if (auto ready = prepare(folder, files); !ready) return tl::unexpected(ready.error());
    SeriesUids uids = seriesUidsOf(volume);
    if (!tags.frameOfReferenceUid.empty()) uids.frameOfReference = tags.frameOfReferenceUid;
    std::vector<Result<void>> written(files.size());
    const bool isDone = forEachIndex(files.size(), context, {say("stage.writing")}, [&](std::size_t i) {
        written[i] = guarded(ErrorCode::WriteFailed, say("write.images"),
                             [&] { return writeSlice(volume, static_cast<int>(i), tags, uids, files[i]); });
    });
    const auto failed =
        std::find_if(written.begin(), written.end(), [](const auto& one) { return !one.has_value(); });
    if (isDone && failed == written.end()) return files;
    // Half a series looks like a whole one with slices missing: leave none. All these files are ours.
    for (const fs::path& file : files) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
    if (!isDone) return cancelled();
    return tl::unexpected(failed->error());
}

} // namespace

Result<std::vector<fs::path>> writeSeries(const Volume& volume, const SeriesTags& tags,
                                          const fs::path& folder, const TaskContext& context) {
    return guarded(ErrorCode::WriteFailed, say("write.images"),
                   [&] { return write(volume, tags, folder, context); });
}

} // namespace hemo::imaging
