#include "app/zipped_collection.h"

#include "app/whole_file.h"
#include "app/whole_folder.h"
#include "core/classroom/cases_json.h"
#include "core/imaging/read/archive_members.h"

#include <QCryptographicHash>

#include <algorithm>
#include <string>
#include <string_view>

namespace hemo::ui {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFile = "cases.json";

/// The folder in the archive that the collection is: the archive itself, or the one folder that somebody has
/// packed.
Result<std::string> rootIn(const std::vector<std::string>& names) {
    const auto isTheList = [](const std::string& name) {
        return name == kFile || name.ends_with('/' + std::string(kFile));
    };
    const auto lists = std::ranges::count_if(names, isTheList);
    if (lists != 1) return fail(ErrorCode::NotFound, say("lesson.no_file_in_archive"));
    const std::string& name = *std::ranges::find_if(names, isTheList);
    return name.substr(0, name.size() - kFile.size());
}

std::string_view textOf(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

tl::unexpected<Error> notUnpacked() {
    return fail(ErrorCode::WriteFailed, say("lesson.not_unpacked"));
}

/// A series is one file, or a folder whose files are numbered here: how they are called says nothing.
Result<void> unpackSeries(const imaging::ArchiveMembers& archive, const std::string& member,
                          const fs::path& to, const TaskContext& context) {
    std::error_code error;
    int number = 0;
    for (const std::string& name : archive.names()) {
        const bool isFile = name == member;
        if (!isFile && !name.starts_with(member + '/')) continue;
        if (context.cancelled()) return fail(ErrorCode::Cancelled, {});
        const auto bytes = archive.read(name);
        if (!bytes) return tl::unexpected(bytes.error());
        const fs::path file = isFile ? to : to / std::to_string(++number);
        fs::create_directories(file.parent_path(), error);
        if (!writeWhole(file, textOf(*bytes))) return notUnpacked();
    }
    return {};
}

Result<void> unpack(const imaging::ArchiveMembers& archive, const std::string& root,
                    const CaseCollection& collection, std::string_view list, const fs::path& folder,
                    const TaskContext& context) {
    for (const TeachingCase& each : collection.cases)
        if (auto done = unpackSeries(archive, root + each.series, folder / each.series, context); !done)
            return done;
    if (!writeWhole(folder / kFile, list)) return notUnpacked();
    return {};
}

} // namespace

Result<fs::path> unpackedCollection(const fs::path& archive, const fs::path& cache,
                                    const TaskContext& context) {
    const auto members = imaging::ArchiveMembers::open(archive, context);
    if (!members) return tl::unexpected(members.error());
    const auto root = rootIn(members->names());
    if (!root) return tl::unexpected(root.error());
    const auto list = members->read(*root + std::string(kFile));
    if (!list) return tl::unexpected(list.error());
    const auto collection = parseCases(textOf(*list));
    if (!collection) return tl::unexpected(collection.error());

    std::error_code error;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(list->data(), qsizetype(list->size())));
    hash.addData(
        QByteArray::number(qulonglong(fs::file_size(archive, error)))); // other pictures, the same words
    constexpr int kDigits = 24;
    const std::string name = hash.result().toHex().left(kDigits).toStdString();
    return wholeFolder(cache / "collections" / name, say("lesson.not_unpacked"), [&](const fs::path& making) {
        return unpack(*members, *root, *collection, textOf(*list), making, context);
    });
}

} // namespace hemo::ui
