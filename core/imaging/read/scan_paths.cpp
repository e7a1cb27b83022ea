#include "core/imaging/read/scan_paths.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/read/choose_series.h"
#include "core/imaging/read/describe_series.h"
#include "core/imaging/read/find_files.h"
#include "core/imaging/read/plain_words.h"
#include "core/log.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace hemo::imaging {
namespace {

/// What became of one file.
struct Outcome {
    std::vector<SliceHeader> slices; ///< several where it holds several frames
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
            auto slices = readSliceHeaders(ImagePlace{files[i], {}, 0});
            if (slices)
                outcomes[i].slices = std::move(*slices);
            else
                outcomes[i].trouble = slices.error().code;
        });
    if (!isDone) return cancelled();
    return outcomes;
}

Tally tallyOf(std::vector<Outcome> outcomes) {
    Tally tally;
    for (Outcome& outcome : outcomes) {
        if (!outcome.slices.empty()) {
            std::move(outcome.slices.begin(), outcome.slices.end(), std::back_inserter(tally.slices));
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

Result<FoundFiles> findAll(std::span<const std::filesystem::path> paths, const TaskContext& context) {
    FoundFiles all;
    for (const std::filesystem::path& path : paths) {
        Result<FoundFiles> found = findFiles(path, context);
        if (!found) return found;
        std::move(found->files.begin(), found->files.end(), std::back_inserter(all.files));
        all.foldersDenied += found->foldersDenied;
    }
    return all;
}

Result<FolderContents> scan(std::span<const std::filesystem::path> paths, const TaskContext& context) {
    const Result<FoundFiles> found = findAll(paths, context);
    if (!found) return tl::unexpected(found.error());
    Result<std::vector<Outcome>> outcomes = readHeaders(found->files, context);
    if (!outcomes) return tl::unexpected(outcomes.error());
    Tally tally = tallyOf(std::move(*outcomes));
    if (tally.slices.empty()) return nothingReadable(tally, *found);

    FolderContents contents;
    contents.filesSeen = static_cast<int>(found->files.size());
    contents.filesSkipped = tally.noImage;
    contents.warnings = warningsAboutFiles(tally, *found);
    auto series = describeSeries(std::move(tally.slices), context);
    if (!series) return tl::unexpected(series.error());
    contents.series = std::move(*series);
    chooseSeries(contents);
    log::info("Scanned " + std::to_string(contents.filesSeen) +
              " files: " + std::to_string(contents.series.size()) + " series.");
    return contents;
}

} // namespace

Result<FolderContents> scanPaths(std::span<const std::filesystem::path> paths, const TaskContext& context) {
    return guarded(ErrorCode::Damaged, "This folder cannot be read.", [&] { return scan(paths, context); });
}

} // namespace hemo::imaging
