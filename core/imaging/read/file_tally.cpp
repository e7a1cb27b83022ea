#include "core/imaging/read/file_tally.h"

#include "core/imaging/plain_words.h"

#include <algorithm>
#include <optional>

namespace hemo::imaging {
namespace {

class Warnings {
public:
    void add(std::size_t count, const char* one, const char* several) {
        if (count > 0) addText(counted(count, one, several));
    }
    void add(int count, const char* one, const char* several) {
        add(static_cast<std::size_t>(count), one, several);
    }
    void addText(std::string text) { all.push_back({LoadWarning::Kind::Unreadable, std::move(text)}); }

    std::vector<LoadWarning> all;
};

/// "12 files that the DICOMDIR names are missing: A/1, A/2, A/3 and 9 more."
std::string missingText(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 3;
    std::string text =
        counted(names.size(),
                "file that the DICOMDIR names is missing: ", "files that the DICOMDIR names are missing: ");
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamed) text += " and " + std::to_string(names.size() - kNamed) + " more";
    return text + ".";
}

void warnOfArchives(const FileTally& tally, Warnings& warnings) {
    warnings.add(tally.archivesDamaged,
                 "ZIP archive is damaged and was left out: copy it again from its source.",
                 "ZIP archives are damaged and were left out: copy them again from their source.");
    warnings.add(tally.archivesSplit,
                 "ZIP archive is split over several files and was left out: unpack it first.",
                 "ZIP archives are split over several files and were left out: unpack them first.");
    warnings.add(tally.archivesNested, "archive inside an archive was left out: unpack it first.",
                 "archives inside an archive were left out: unpack them first.");
    warnings.add(tally.encrypted,
                 "file of an archive needs a password and was left out: unpack the archive first.",
                 "files of an archive need a password and were left out: unpack the archive first.");
    warnings.add(
        tally.unknownMethod,
        "file of an archive is compressed in an unknown way and was left out: unpack the archive first.",
        "files of an archive are compressed in an unknown way and were left out: unpack the archive first.");
    warnings.add(tally.leadingOut, "file of an archive has a name that leads out of it and was left out.",
                 "files of an archive have names that lead out of it and were left out.");
    warnings.add(tally.impossible, "file of an archive claims more bytes than it can hold and was left out.",
                 "files of an archive claim more bytes than they can hold and were left out.");
}

/// Where an archive holds nothing but what cannot be read.
std::optional<Error> archiveTrouble(const FileTally& tally) {
    constexpr auto kNothing = ErrorCode::NothingReadable;
    if (tally.encrypted > 0)
        return Error{kNothing, "The files in this archive need a password: unpack it first.", {}};
    if (tally.archivesDamaged > 0)
        return Error{kNothing, "This ZIP archive is damaged or cut off: copy it again from its source.", {}};
    if (tally.archivesSplit > 0)
        return Error{kNothing, "This ZIP archive is split over several files: unpack it first.", {}};
    if (tally.impossible > 0)
        return Error{kNothing, "The files in this archive claim more bytes than they can hold.", {}};
    if (tally.unknownMethod > 0)
        return Error{
            kNothing, "The files in this archive are compressed in an unknown way: unpack it first.", {}};
    if (tally.leadingOut > 0)
        return Error{kNothing, "The files in this archive have names that lead out of it.", {}};
    if (tally.archivesNested > 0)
        return Error{kNothing, "This archive holds other archives: unpack it first.", {}};
    return std::nullopt;
}

std::optional<Error> directoryTrouble(const FileTally& tally) {
    if (tally.directoriesDamaged > 0)
        return Error{ErrorCode::NothingReadable,
                     "This DICOMDIR is damaged: open the folder that it lies in instead.",
                     {}};
    if (!tally.namedMissing.empty())
        return Error{ErrorCode::NothingReadable,
                     "None of the files that this DICOMDIR names is there: open the folder that they lie in.",
                     {}};
    if (tally.directories > 0)
        return Error{ErrorCode::NothingReadable,
                     "This DICOMDIR names no images: open the folder that it lies in instead.",
                     {}};
    return std::nullopt;
}

} // namespace

std::vector<LoadWarning> warningsAbout(const FileTally& tally) {
    Warnings warnings;
    warnings.add(tally.damaged, "file is damaged and was left out.", "files are damaged and were left out.");
    warnings.add(tally.denied, "file was left out: you have no permission to read it.",
                 "files were left out: you have no permission to read them.");
    warnings.add(tally.unsupported, "file was left out: it is packed in a way that cannot be read.",
                 "files were left out: they are packed in a way that cannot be read.");
    warnings.add(tally.foldersDenied, "folder was left out: you have no permission to open it.",
                 "folders were left out: you have no permission to open them.");
    warnings.add(tally.notFound.size(), "of the places to open was left out: it cannot be opened.",
                 "of the places to open were left out: they cannot be opened.");
    warnOfArchives(tally, warnings);
    warnings.add(tally.directoriesDamaged, "DICOMDIR is damaged and was left out: open its folder instead.",
                 "DICOMDIRs are damaged and were left out: open their folders instead.");
    warnings.add(tally.namedOutside,
                 "file that the DICOMDIR names lies outside of its folder and was left out.",
                 "files that the DICOMDIR names lie outside of its folder and were left out.");
    if (!tally.namedMissing.empty()) warnings.addText(missingText(tally.namedMissing));
    return std::move(warnings.all);
}

Error nothingReadable(const FileTally& tally) {
    constexpr auto kNothing = ErrorCode::NothingReadable;
    const bool isOneFile = tally.seen == 1;
    if (tally.denied > 0) return {ErrorCode::NoPermission, "You have no permission to read these files.", {}};
    if (tally.damaged > 0)
        return {kNothing,
                isOneFile ? "This DICOM file is damaged: copy it again from its source."
                          : "The DICOM files here are damaged: copy them again from their source.",
                {}};
    if (tally.unsupported > 0)
        return {kNothing,
                "The DICOM files here are packed in a way that cannot be read: export them uncompressed.",
                {}};
    if (const auto trouble = archiveTrouble(tally)) return *trouble;
    if (const auto trouble = directoryTrouble(tally)) return *trouble;
    if (tally.seen == 0 && tally.foldersDenied > 0)
        return {ErrorCode::NoPermission, "You have no permission to open the folders in here.", {}};
    if (tally.linksLeft > 0)
        return {
            kNothing,
            "This folder has no DICOM images, and its links to other places are not followed: open the place "
            "that they lead to.",
            {}};
    if (tally.seen == 0)
        return {kNothing, tally.archives > 0 ? "This archive is empty." : "This folder is empty.", {}};
    if (!isOneFile) return {kNothing, "This folder has no DICOM images.", {}};
    return {kNothing,
            tally.archives > 0 ? "This archive has no DICOM images." : "This file is no DICOM image.",
            {}};
}

} // namespace hemo::imaging
