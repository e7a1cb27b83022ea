#pragma once

#include "core/imaging/read/find_files.h"
#include "core/study/series_info.h"

#include <string>

namespace hemo::imaging {

/// What became of the files that gave no image, in numbers and in words.
struct FileTally {
    int seen = 0; ///< files and members of archives; neither the archives nor a DICOMDIR themselves
    int noImage = 0, damaged = 0, denied = 0, unsupported = 0;
    std::string damagedName, deniedName, unsupportedName; ///< of the last one of each, without its folders
    int foldersDenied = 0;
    int linksLeft = 0;           ///< links to folders, which are not followed, and links that lead nowhere
    std::vector<Error> notFound; ///< paths that were asked for

    int archives = 0; ///< that were looked into
    int archivesDamaged = 0, archivesSplit = 0, archivesNested = 0;
    int encrypted = 0, unknownMethod = 0, leadingOut = 0, impossible = 0; ///< members: see ZipListing

    int directories = 0, directoriesDamaged = 0; ///< of those DICOMDIRs that were asked for
    int namedOutside = 0;                        ///< files that a DICOMDIR names outside of its folder
    std::vector<std::string> namedMissing;
};

/// What the user should know where something else could be opened.
std::vector<LoadWarning> warningsAbout(const FileTally& tally);

/// Why nothing could be shown, the most telling reason first.
Error nothingReadable(const FileTally& tally);

} // namespace hemo::imaging
