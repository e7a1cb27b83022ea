#include "core/imaging/source/file_kind.h"

#include "core/imaging/header/tags.h"
#include "core/imaging/source/meta_header.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace hemo::imaging {
namespace {

/// A member's header, the end record of an archive without members, or the mark of a split one that is whole
/// (APPNOTE 4.3.7, 4.3.16, 8.5.4).
bool isArchive(ByteWindow& file) {
    const auto start = file.bytes(0, 4);
    if (start.empty()) return false;
    const std::string_view mark(reinterpret_cast<const char*>(start.data()), start.size());
    return mark == "PK\3\4" || mark == "PK\5\6" || mark == "PK\7\10";
}

/// CD file systems show names in either case, and with a version: "dicomdir;1".
bool isDirectoryName(std::string_view name) {
    std::string upper(name.substr(0, name.find(';')));
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper == "DICOMDIR" || upper == "DIRFILE";
}

} // namespace

FileKind kindOf(ByteWindow& file, std::string_view name) {
    if (isArchive(file)) return FileKind::ZipArchive;
    const auto meta = parseMetaHeader(file);
    const std::string_view sopClass =
        meta ? std::string_view(meta->mediaStorageSopClassUid) : std::string_view();
    if (sopClass == uid::kMediaStorageDirectory) return FileKind::DicomDirectory;
    const bool isDicom = meta.has_value();
    return isDicom && sopClass.empty() && isDirectoryName(name) ? FileKind::DicomDirectory : FileKind::Object;
}

} // namespace hemo::imaging
