#include "app/cli/dataset/dicom_tree.h"

#include "core/imaging/header/slice_header.h"
#include "core/imaging/read/collect_slices.h"
#include "core/imaging/read/find_files.h"
#include "core/imaging/source/open_image.h"
#include "core/study/simulated.h"

#include <map>
#include <span>

namespace hemo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesAtOnce = 4096;

/// Studies in the order of their UIDs, which says nothing of patients.
using Studies = std::map<std::string, Study>;

void add(Studies& studies, const SeriesInfo& about, const fs::path& file) {
    // Without a UID what lies in one folder belongs together.
    const std::string key =
        about.studyInstanceUid.empty() ? file.parent_path().string() : about.studyInstanceUid;
    Study& study = studies[key];
    study.key = key;
    study.patient = about.patientId.empty() ? key : about.patientId;
    if (study.paths.empty() || study.paths.back() != file) study.paths.push_back(file); // frames share theirs
}

Result<void> addSome(Studies& studies, std::span<const imaging::FoundFile> files,
                     const TaskContext& context) {
    std::vector<fs::path> paths;
    for (const imaging::FoundFile& file : files)
        paths.push_back(file.place.file);
    const auto collected = imaging::collectSlices(paths, context);
    if (!collected && collected.error().code == ErrorCode::Cancelled)
        return tl::unexpected(collected.error());
    if (!collected) return {}; // nothing readable among these
    for (const imaging::SliceHeader& slice : collected->slices)
        if (!isSimulated(slice.about)) // what somebody drew is no patient's
            add(studies, slice.about, slice.place.file);
    for (const SeriesInfo& volume : collected->volumes)
        add(studies, volume, volume.images.front().file);
    return {};
}

} // namespace

Result<std::vector<Study>> studiesBelow(const fs::path& folder, const TaskContext& context) {
    const std::vector<fs::path> folders{folder};
    const auto found = imaging::findFiles(folders, context);
    if (!found) return tl::unexpected(found.error());
    Studies studies;
    const std::span<const imaging::FoundFile> all = found->files;
    for (std::size_t first = 0; first < all.size(); first += kFilesAtOnce) {
        const auto some = all.subspan(first, std::min(kFilesAtOnce, all.size() - first));
        if (auto added = addSome(studies, some, context); !added) return tl::unexpected(added.error());
        context.report(double(first + some.size()) / double(all.size()), say("dataset.headers"));
    }
    std::vector<Study> sorted;
    for (auto& [key, study] : studies)
        sorted.push_back(std::move(study));
    if (sorted.empty()) return fail(ErrorCode::NothingReadable, say("dataset.no_studies"));
    return sorted;
}

std::vector<std::string> sopUidsOf(const SeriesInfo& series) {
    std::vector<std::string> uids;
    imaging::OpenedArchives archives;
    for (const ImagePlace& place : series.images) {
        auto bytes = imaging::openHeader(place, archives);
        const auto headers = bytes ? imaging::parseSliceHeaders(place, *bytes)
                                   : Result<std::vector<imaging::SliceHeader>>(tl::unexpected(bytes.error()));
        const bool isThere = headers && static_cast<std::size_t>(place.frame) < headers->size();
        uids.push_back(isThere ? (*headers)[static_cast<std::size_t>(place.frame)].sopInstanceUid : "");
    }
    return uids;
}

} // namespace hemo
