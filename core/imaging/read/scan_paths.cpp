#include "core/imaging/read/scan_paths.h"

#include "core/imaging/guarded.h"
#include "core/imaging/read/collect_slices.h"
#include "core/imaging/series/choose_series.h"
#include "core/imaging/series/describe_series.h"
#include "core/log.h"
#include "core/study/file_name.h"

#include <algorithm>
#include <iterator>

namespace hemo::imaging {
namespace {

/// Files that are named after a patient are counted alone.
void forgetPatients(FileTally& tally, const std::vector<SeriesInfo>& series) {
    for (std::string* name : {&tally.damagedName, &tally.deniedName, &tally.unsupportedName})
        if (std::ranges::any_of(series, [&](const SeriesInfo& each) { return holdsPatient(*name, each); }))
            name->clear();
}

Result<FolderContents> scan(std::span<const std::filesystem::path> paths, const TaskContext& context) {
    Result<CollectedSlices> collected = collectSlices(paths, context);
    if (!collected) return tl::unexpected(collected.error());
    FileTally& tally = collected->tally;
    if (collected->slices.empty() && collected->volumes.empty())
        return tl::unexpected(nothingReadable(tally));

    FolderContents contents;
    contents.filesSeen = tally.seen;
    contents.filesSkipped = tally.noImage;
    auto series = describeSeries(std::move(collected->slices), context);
    if (!series) return tl::unexpected(series.error());
    contents.series = std::move(*series);
    std::move(collected->volumes.begin(), collected->volumes.end(), std::back_inserter(contents.series));
    chooseSeries(contents);
    forgetPatients(tally, contents.series);
    contents.warnings = warningsAbout(tally);
    log::info("Scanned " + std::to_string(contents.filesSeen) +
              " files: " + std::to_string(contents.series.size()) + " series.");
    return contents;
}

} // namespace

Result<FolderContents> scanPaths(std::span<const std::filesystem::path> paths, const TaskContext& context) {
    return guarded(ErrorCode::Damaged, say("open.folder_unreadable"), [&] { return scan(paths, context); });
}

} // namespace hemo::imaging
