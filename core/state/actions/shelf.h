#pragma once

#include "core/result.h"
#include "core/state/shelf.h"

/// What happens to what is at hand. `job` of an answer is the number that the state gave the question.
namespace hemo::action {

/// Folders, files and archives, in any mixture.
struct OpenPaths {
    std::vector<std::filesystem::path> paths;
    Opening opening = Opening::Replace;
};
struct ScanProgress {
    int job;
    double fraction;
    Message stage;
};
struct FolderScanned {
    int job;
    std::shared_ptr<const FolderContents> contents;
};
struct ScanFailed {
    int job;
    Error error;
};
/// The picture may be null: there is none.
struct ThumbnailMade {
    int job;
    std::string seriesId;
    RgbaImagePtr thumbnail;
};
struct ThumbnailsFailed {
    int job;
    Error error;
};
/// Stops scanning and loading; what was open stays.
struct CancelWork {};
struct RecentsRead {
    Recents recents;
};
/// Forgets what was opened before, and where something was saved.
struct ClearRecents {};
/// In that folder, by a dialog that asked where to.
struct SavedIn {
    std::filesystem::path folder;
};

} // namespace hemo::action
