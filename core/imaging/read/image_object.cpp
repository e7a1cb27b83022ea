#include "core/imaging/read/image_object.h"

#include "core/imaging/header/object_kind.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/pixels/settle_stored.h"

namespace hemo::imaging {
namespace {

constexpr MessageId kChanged = "file.changed";

} // namespace

Result<std::shared_ptr<ImageObject>> ImageObject::open(const ImagePlace& place, OpenedArchives& archives) {
    Result<ByteWindow> file = openImage(place, archives);
    if (!file) return tl::unexpected(file.error());
    auto headers = parseSliceHeaders(place, *file);
    if (!headers) return tl::unexpected(headers.error());
    return std::shared_ptr<ImageObject>(new ImageObject(std::move(*file), std::move(*headers)));
}

Result<std::vector<std::byte>> ImageObject::read(const PixelLayout& pixels, std::span<std::byte> target) {
    const std::lock_guard lock(m_mutex);
    if (!m_index) m_index = FrameIndex::create(m_file, pixels);
    if (!*m_index) return tl::unexpected(m_index->error());
    return readFrame(m_file, **m_index, pixels, target);
}

Result<DecodedSlice> ImageObject::decode(int frame, std::span<std::int16_t> voxels) {
    if (frame < 0 || static_cast<std::size_t>(frame) >= m_headers.size())
        return fail(ErrorCode::Damaged, say(kChanged));
    DecodedSlice slice;
    slice.header = m_headers[static_cast<std::size_t>(frame)];
    SliceHeader& header = slice.header;
    if (Message why = whyNotASlice(header); !why.empty()) return fail(ErrorCode::Unsupported, std::move(why));
    if (header.pixels.pixelCount() != voxels.size()) return fail(ErrorCode::Damaged, say(kChanged));

    const std::span<std::byte> target = std::as_writable_bytes(voxels);
    const auto stream = read(header.pixels, target);
    if (!stream) return tl::unexpected(stream.error());
    const auto facts = finishFrame(*stream, header.pixels, target);
    if (!facts) return tl::unexpected(facts.error());
    header.isLossy = header.isLossy || facts->isLossy;
    slice.hadConflict = settleStored(header.pixels, *facts, voxels);
    if (facts->bits == 0) slice.hadContradiction = settleBits(header.pixels, voxels);
    const BelievedScale believed = scaleOf(header, voxels);
    slice.hasUnusedPadding = believed.hasUnusedPadding;
    slice.range = convertToHu(voxels, believed.scale);
    if (mayHaveWrappedAir(header))
        slice.wrapping = lookForWrappedAir(voxels, header.pixels.columns, *header.rescale);
    return slice;
}

ObjectPool::ObjectPool(std::span<const ImagePlace> images) : m_images(images) {
    for (const ImagePlace& place : images) {
        Shared& shared = m_objects[{place.file.native(), place.member}];
        ++shared.imagesLeft;
        m_objectOf.push_back(&shared);
    }
}

Result<std::shared_ptr<ImageObject>> ObjectPool::objectOf(std::size_t i) {
    Shared& shared = *m_objectOf[i];
    const std::lock_guard lock(shared.mutex);
    if (!shared.object) shared.object = ImageObject::open(m_images[i], m_archives);
    Result<std::shared_ptr<ImageObject>> object = *shared.object;
    if (--shared.imagesLeft == 0) shared.object.reset(); // whoever still decodes holds it
    return object;
}

Result<DecodedSlice> ObjectPool::decode(std::size_t i, std::span<std::int16_t> voxels) {
    const auto object = objectOf(i);
    if (!object) return tl::unexpected(object.error());
    return (*object)->decode(m_images[i].frame, voxels);
}

} // namespace hemo::imaging
