#include "core/imaging/read/file_tally.h"

#include "core/words/lists.h"

#include <algorithm>
#include <optional>

namespace hemo::imaging {
namespace {

class Warnings {
public:
    /// The number begins the sentence.
    void add(MessageId what, std::size_t count) {
        if (count > 0) add(say(what, inWords(count)));
    }
    /// One file alone is named, where it may be.
    void add(MessageId what, int count, MessageId one, const std::string& name) {
        if (count == 1 && !name.empty())
            add(say(one, name));
        else
            add(what, count);
    }
    void add(MessageId what, int count) { add(what, static_cast<std::size_t>(count)); }
    void add(Message text) { all.push_back({LoadWarning::Kind::Unreadable, std::move(text)}); }

    std::vector<LoadWarning> all;
};

/// "12 files that the DICOMDIR names are missing: A/1, A/2, A/3 and 9 more."
Message missingText(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 3;
    const std::size_t named = std::min(names.size(), kNamed);
    std::vector<Message> parts;
    for (std::size_t i = 0; i < named; ++i)
        parts.push_back(say("words.name", names[i]));
    Message list = withCommas(std::move(parts));
    if (names.size() > named) list = say("left_out.and_more", std::move(list), names.size() - named);
    return say("left_out.named_missing", inWords(names.size()), std::move(list));
}

void warnOfArchives(const FileTally& tally, Warnings& warnings) {
    warnings.add("left_out.archives_damaged", tally.archivesDamaged);
    warnings.add("left_out.archives_split", tally.archivesSplit);
    warnings.add("left_out.archives_nested", tally.archivesNested);
    warnings.add("left_out.password", tally.encrypted);
    warnings.add("left_out.unknown_method", tally.unknownMethod);
    warnings.add("left_out.leading_out", tally.leadingOut);
    warnings.add("left_out.impossible", tally.impossible);
}

/// Where an archive holds nothing but what cannot be read.
std::optional<Error> archiveTrouble(const FileTally& tally) {
    constexpr auto kNothing = ErrorCode::NothingReadable;
    if (tally.encrypted > 0) return Error{kNothing, say("archive.password"), {}};
    if (tally.archivesDamaged > 0) return Error{kNothing, say("archive.damaged"), {}};
    if (tally.archivesSplit > 0) return Error{kNothing, say("archive.split"), {}};
    if (tally.impossible > 0) return Error{kNothing, say("archive.impossible"), {}};
    if (tally.unknownMethod > 0) return Error{kNothing, say("archive.unknown_method"), {}};
    if (tally.leadingOut > 0) return Error{kNothing, say("archive.leading_out"), {}};
    if (tally.archivesNested > 0) return Error{kNothing, say("archive.nested"), {}};
    return std::nullopt;
}

std::optional<Error> directoryTrouble(const FileTally& tally) {
    if (tally.directoriesDamaged > 0) return Error{ErrorCode::NothingReadable, say("directory.damaged"), {}};
    if (!tally.namedMissing.empty())
        return Error{ErrorCode::NothingReadable, say("directory.files_missing"), {}};
    if (tally.directories > 0) return Error{ErrorCode::NothingReadable, say("directory.no_images"), {}};
    return std::nullopt;
}

} // namespace

std::vector<LoadWarning> warningsAbout(const FileTally& tally) {
    Warnings warnings;
    warnings.add("left_out.damaged", tally.damaged, "left_out.damaged_file", tally.damagedName);
    warnings.add("left_out.denied", tally.denied, "left_out.denied_file", tally.deniedName);
    warnings.add("left_out.packed", tally.unsupported, "left_out.packed_file", tally.unsupportedName);
    warnings.add("left_out.folders_denied", tally.foldersDenied);
    warnings.add("left_out.places", tally.notFound.size());
    warnOfArchives(tally, warnings);
    warnings.add("left_out.directories", tally.directoriesDamaged);
    warnings.add("left_out.named_outside", tally.namedOutside);
    if (!tally.namedMissing.empty()) warnings.add(missingText(tally.namedMissing));
    return std::move(warnings.all);
}

Error nothingReadable(const FileTally& tally) {
    constexpr auto kNothing = ErrorCode::NothingReadable;
    const bool isOneFile = tally.seen == 1;
    if (tally.denied > 0) return {ErrorCode::NoPermission, say("file.no_permission"), {}};
    if (tally.damaged > 0)
        return {kNothing, isOneFile ? say("open.file_damaged") : say("open.files_damaged"), {}};
    if (tally.unsupported > 0) return {kNothing, say("open.files_packed"), {}};
    if (const auto trouble = archiveTrouble(tally)) return *trouble;
    if (const auto trouble = directoryTrouble(tally)) return *trouble;
    if (tally.seen == 0 && tally.foldersDenied > 0)
        return {ErrorCode::NoPermission, say("open.no_permission_inside"), {}};
    if (tally.linksLeft > 0) return {kNothing, say("open.links"), {}};
    if (tally.seen == 0)
        return {kNothing, tally.archives > 0 ? say("open.archive_empty") : say("open.folder_empty"), {}};
    if (!isOneFile) return {kNothing, say("open.no_images"), {}};
    return {kNothing, tally.archives > 0 ? say("open.no_images_in_archive") : say("open.no_image"), {}};
}

} // namespace hemo::imaging
