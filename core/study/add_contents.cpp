#include "core/study/add_contents.h"

#include <algorithm>

namespace hemo {
namespace {

bool isListed(const FolderContents& contents, const std::string& id) {
    return std::any_of(contents.series.begin(), contents.series.end(),
                       [&](const SeriesInfo& series) { return series.id == id; });
}

bool areListed(const FolderContents& contents, const std::vector<ImagePlace>& images) {
    return std::any_of(contents.series.begin(), contents.series.end(),
                       [&](const SeriesInfo& series) { return series.images == images; });
}

std::string freeId(const FolderContents& contents, const std::string& id) {
    if (!isListed(contents, id)) return id;
    int copy = 2;
    while (isListed(contents, id + " (" + std::to_string(copy) + ")"))
        ++copy;
    return id + " (" + std::to_string(copy) + ")";
}

} // namespace

FolderContents added(const FolderContents& listed, const FolderContents& more) {
    FolderContents all = listed;
    for (const SeriesInfo& found : more.series) {
        if (isListed(all, found.id) && areListed(all, found.images)) continue;
        SeriesInfo series = found;
        series.id = freeId(all, found.id);
        if (all.bestSeriesId.empty() && found.id == more.bestSeriesId) {
            all.bestSeriesId = series.id;
            all.whyBest = more.whyBest;
        }
        all.series.push_back(std::move(series));
    }
    all.filesSeen += more.filesSeen;
    all.filesSkipped += more.filesSkipped;
    for (const LoadWarning& warning : more.warnings)
        if (std::find(all.warnings.begin(), all.warnings.end(), warning) == all.warnings.end())
            all.warnings.push_back(warning);
    return all;
}

} // namespace hemo
