#include "core/imaging/read/scan_folder.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/read/find_files.h"
#include "core/imaging/read/group_series.h"
#include "core/imaging/read/load_series.h"
#include "core/imaging/read/order_slices.h"
#include "core/imaging/read/plain_words.h"
#include "core/imaging/read/stack_warnings.h"
#include "core/imaging/read/thumbnail.h"
#include "core/log.h"

#include <algorithm>
#include <map>
#include <optional>

namespace hemo::imaging {
namespace {

/// What became of one file.
struct Outcome {
    std::optional<SliceHeader> slice;
    std::optional<ErrorCode> trouble;
};

struct Tally {
    std::vector<SliceHeader> slices;
    int noImage = 0, damaged = 0, denied = 0, unsupported = 0;
};

Result<std::vector<Outcome>> readHeaders(const std::vector<std::filesystem::path>& files,
                                         const TaskContext& context) {
    std::vector<Outcome> outcomes(files.size());
    const bool isDone =
        forEachIndex(files.size(), context, {"Looking through the files", 0, 0.8}, [&](std::size_t i) {
            auto slice = readSliceHeader(files[i]);
            if (slice)
                outcomes[i].slice = std::move(*slice);
            else
                outcomes[i].trouble = slice.error().code;
        });
    if (!isDone) return cancelled();
    return outcomes;
}

Tally tallyOf(std::vector<Outcome> outcomes) {
    Tally tally;
    for (Outcome& outcome : outcomes) {
        if (outcome.slice) {
            tally.slices.push_back(std::move(*outcome.slice));
        } else if (outcome.trouble == ErrorCode::NoPermission) {
            ++tally.denied;
        } else if (outcome.trouble == ErrorCode::Damaged) {
            ++tally.damaged;
        } else if (outcome.trouble == ErrorCode::Unsupported) {
            ++tally.unsupported;
        } else {
            ++tally.noImage; // no DICOM, no image, or gone since it was listed
        }
    }
    return tally;
}

/// Why nothing could be shown, most telling reason first.
tl::unexpected<Error> nothingReadable(const Tally& tally, const FoundFiles& found) {
    const bool isOneFile = found.files.size() == 1;
    if (tally.denied > 0) return fail(ErrorCode::NoPermission, "You have no permission to read these files.");
    if (tally.damaged > 0)
        return fail(ErrorCode::NothingReadable,
                    isOneFile ? "This DICOM file is damaged: copy it again from its source."
                              : "The DICOM files here are damaged: copy them again from their source.");
    if (tally.unsupported > 0)
        return fail(
            ErrorCode::NothingReadable,
            "The DICOM files here are packed in a way that cannot be read: export them uncompressed.");
    if (found.files.empty() && found.foldersDenied > 0)
        return fail(ErrorCode::NoPermission, "You have no permission to open the folders in here.");
    if (found.files.empty()) return fail(ErrorCode::NothingReadable, "This folder is empty.");
    return fail(ErrorCode::NothingReadable,
                isOneFile ? "This file is no DICOM image." : "This folder has no DICOM images.");
}

std::vector<LoadWarning> warningsAboutFiles(const Tally& tally, const FoundFiles& found) {
    std::vector<LoadWarning> warnings;
    const auto warn = [&](int count, const char* one, const char* several) {
        if (count > 0)
            warnings.push_back(
                {LoadWarning::Kind::Unreadable, counted(static_cast<std::size_t>(count), one, several)});
    };
    warn(tally.damaged, "file is damaged and was left out.", "files are damaged and were left out.");
    warn(tally.denied, "file was left out: you have no permission to read it.",
         "files were left out: you have no permission to read them.");
    warn(tally.unsupported, "file was left out: it is packed in a way that cannot be read.",
         "files were left out: they are packed in a way that cannot be read.");
    warn(found.foldersDenied, "folder was left out: you have no permission to open it.",
         "folders were left out: you have no permission to open them.");
    return warnings;
}

std::string standInUid(const SliceGroup& group) {
    // A prediction is tied to its series by this UID, so an empty one could tie it to another series.
    std::size_t mixed = group.slices.size();
    for (const SliceHeader& slice : group.slices)
        mixed = mixed * 1099511628211u ^ std::hash<std::string>{}(slice.sopInstanceUid + slice.file.string());
    return "2.25." + std::to_string(mixed);
}

void describeStack(const SliceGroup& group, SeriesInfo& info) {
    const StackOrder order = orderSlices(group.slices);
    const std::vector<SliceHeader> kept = keptSlices(group.slices, order);
    for (const SliceHeader& slice : kept)
        info.files.push_back(slice.file);
    info.warnings = order.warnings;
    for (auto& more : {stackWarnings(kept), geometryWarnings(gridOf(group.slices, order))})
        info.warnings.insert(info.warnings.end(), more.begin(), more.end());
}

void describeListed(const SliceGroup& group, SeriesInfo& info) {
    info.use = SeriesUse::Listed;
    info.whyListed = group.whyListed;
    for (const SliceHeader& slice : group.slices)
        info.files.push_back(slice.file);
}

SeriesInfo describe(SliceGroup& group) {
    std::stable_sort(group.slices.begin(), group.slices.end(),
                     [](const SliceHeader& a, const SliceHeader& b) {
                         return a.instanceNumber.value_or(0) < b.instanceNumber.value_or(0);
                     });
    SeriesInfo info = group.slices.front().about;
    if (info.seriesInstanceUid.empty()) info.seriesInstanceUid = standInUid(group);
    if (info.description.empty())
        info.description =
            info.seriesNumber > 0 ? "Series " + std::to_string(info.seriesNumber) : "Unnamed series";
    if (group.whyListed.empty())
        describeStack(group, info);
    else
        describeListed(group, info);
    info.imageCount = static_cast<int>(info.files.size());
    return info;
}

const SliceHeader& middleOf(const SliceGroup& group, const SeriesInfo& info) {
    const auto& file = info.files[info.files.size() / 2];
    return *std::find_if(group.slices.begin(), group.slices.end(),
                         [&](const SliceHeader& s) { return s.file == file; });
}

/// Entries of one series UID are told apart by a part number.
void numberParts(std::vector<SeriesInfo>& series) {
    std::map<std::string, int> parts;
    for (SeriesInfo& info : series)
        info.id = info.seriesInstanceUid + "#" + std::to_string(++parts[info.seriesInstanceUid]);
}

bool isAxial(const SliceGroup& group) {
    return std::abs(orientationOf(group.slices.front()).normal().z) > 0.7;
}

struct Entry {
    SeriesInfo info;
    bool isAxialStack = false, isMarkedCt = false;
};

bool isBetter(const Entry& a, const Entry& b) {
    const auto rank = [](const Entry& e) {
        return std::tuple(e.info.use != SeriesUse::Volume, !e.isMarkedCt, !e.isAxialStack, -e.info.imageCount,
                          e.info.seriesNumber);
    };
    return rank(a) < rank(b);
}

std::optional<std::vector<SeriesInfo>> describeAll(std::vector<SliceGroup> groups,
                                                   const TaskContext& context) {
    std::vector<Entry> entries(groups.size());
    const bool isDone =
        forEachIndex(groups.size(), context, {"Making the series list", 0.8, 1}, [&](std::size_t i) {
            Entry& entry = entries[i];
            entry.info = describe(groups[i]);
            entry.isAxialStack = entry.info.use == SeriesUse::Volume && isAxial(groups[i]);
            entry.isMarkedCt = entry.info.modality == "CT";
            entry.info.thumbnail = makeThumbnail(middleOf(groups[i], entry.info));
        });
    if (!isDone) return std::nullopt;
    std::stable_sort(entries.begin(), entries.end(), isBetter);
    std::vector<SeriesInfo> series;
    for (Entry& entry : entries)
        series.push_back(std::move(entry.info));
    numberParts(series);
    return series;
}

Result<FolderContents> scan(const std::filesystem::path& path, const TaskContext& context) {
    const Result<FoundFiles> found = findFiles(path, context);
    if (!found) return tl::unexpected(found.error());
    Result<std::vector<Outcome>> outcomes = readHeaders(found->files, context);
    if (!outcomes) return tl::unexpected(outcomes.error());
    Tally tally = tallyOf(std::move(*outcomes));
    if (tally.slices.empty()) return nothingReadable(tally, *found);

    FolderContents contents;
    contents.filesSeen = static_cast<int>(found->files.size());
    contents.filesSkipped = tally.noImage;
    contents.warnings = warningsAboutFiles(tally, *found);
    auto series = describeAll(groupSeries(std::move(tally.slices)), context);
    if (!series) return cancelled();
    contents.series = std::move(*series);
    log::info("Scanned " + std::to_string(contents.filesSeen) +
              " files: " + std::to_string(contents.series.size()) + " series.");
    return contents;
}

} // namespace

Result<FolderContents> scanFolder(const std::filesystem::path& path, const TaskContext& context) {
    return guarded(ErrorCode::Damaged, "This folder cannot be read.", [&] { return scan(path, context); });
}

} // namespace hemo::imaging
