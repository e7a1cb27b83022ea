#include "core/imaging/source/open_image.h"

#include "core/imaging/header/tags.h"
#include "core/imaging/source/deflated_data_set.h"

namespace hemo::imaging {
namespace {

Result<std::unique_ptr<ByteSource>> memberWhole(const ImagePlace& place, OpenedArchives& archives) {
    const auto archive = archives.archive(place.file);
    if (!archive) return tl::unexpected(archive.error());
    auto bytes = (*archive)->readWhole(place.member);
    if (!bytes) return tl::unexpected(bytes.error());
    return fromMemory(std::move(*bytes));
}

Result<std::unique_ptr<ByteSource>> memberFront(const ImagePlace& place, OpenedArchives& archives) {
    const auto archive = archives.archive(place.file);
    if (!archive) return tl::unexpected(archive.error());
    return (*archive)->openFront(place.member);
}

/// The meta header lies in the first window, which stays: this costs no reading.
Result<ByteWindow> plainBytes(Result<std::unique_ptr<ByteSource>> source) {
    if (!source) return tl::unexpected(source.error());
    ByteWindow file(std::move(*source));
    const auto meta = parseMetaHeader(file);
    if (!meta || meta->transferSyntax != uid::kDeflated) return file;
    return inflateDataSet(std::move(file), *meta);
}

} // namespace

Result<ByteWindow> openImage(const ImagePlace& place, OpenedArchives& archives) {
    return plainBytes(place.member.empty() ? openFile(place.file) : memberWhole(place, archives));
}

Result<ByteWindow> openImage(const ImagePlace& place) {
    OpenedArchives archives;
    return openImage(place, archives);
}

Result<ByteWindow> openHeader(const ImagePlace& place, OpenedArchives& archives) {
    auto header = plainBytes(place.member.empty() ? openFile(place.file) : memberFront(place, archives));
    // Where a member does not even begin, nothing after this could tell it from a file that is no DICOM.
    if (header && header->size() > 0 && header->bytes(0, 1).empty())
        return fail(ErrorCode::Damaged, say("file.damaged"));
    return header;
}

} // namespace hemo::imaging
