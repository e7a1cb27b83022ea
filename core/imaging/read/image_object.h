#pragma once

#include "core/imaging/pixels/frame_index.h"
#include "core/imaging/pixels/stored_to_hu.h"
#include "core/imaging/pixels/wrapped_air.h"
#include "core/imaging/source/open_image.h"

#include <map>
#include <memory>
#include <mutex>

namespace hemo::imaging {

/// A slice in HU but for its voxels, which lie elsewhere.
struct DecodedSlice {
    SliceHeader header; ///< its pixels as they turned out to be stored
    HuRange range;
    bool hadConflict = false;             ///< header and stream disagreed on sign or depth
    bool hadContradiction = false;        ///< the header's bits could not be
    bool hasUnusedPadding = false;        ///< pixels have the padding value, and tissue may have it too
    std::optional<WrapEvidence> wrapping; ///< where the header allows for wrapped air
};

/// One DICOM object opened for its pixels: its headers and where its frames lie, read once for all frames.
/// Any thread: bytes are read one frame at a time, and frames decode beside each other.
class ImageObject {
public:
    /// Fails: as openImage and parseSliceHeaders.
    static Result<std::shared_ptr<ImageObject>> open(const ImagePlace& place, OpenedArchives& archives);

    /// Decodes one frame into `voxels`, as HU. Fails: Damaged, Unsupported. May throw what a codec throws.
    Result<DecodedSlice> decode(int frame, std::span<std::int16_t> voxels);

private:
    ImageObject(ByteWindow file, std::vector<SliceHeader> headers)
        : m_file(std::move(file)), m_headers(std::move(headers)) {}
    Result<std::vector<std::byte>> read(const PixelLayout& pixels, std::span<std::byte> target);

    std::mutex m_mutex;
    ByteWindow m_file;                         // guarded by m_mutex
    std::optional<Result<FrameIndex>> m_index; // guarded by m_mutex; made for the first frame
    const std::vector<SliceHeader> m_headers;
};

/// The objects that a series' images lie in. Each is opened once, by the first thread that wants one of its
/// images, and closed after the last: a thousand frames do not read their header a thousand times.
class ObjectPool {
public:
    explicit ObjectPool(std::span<const ImagePlace> images);

    /// Decodes the i-th image; each is asked for once. Fails: as ImageObject. May throw what a codec throws.
    Result<DecodedSlice> decode(std::size_t i, std::span<std::int16_t> voxels);

private:
    struct Shared {
        std::mutex mutex;
        std::optional<Result<std::shared_ptr<ImageObject>>> object; // guarded by mutex
        std::size_t imagesLeft = 0;                                 // guarded by mutex
    };
    Result<std::shared_ptr<ImageObject>> objectOf(std::size_t i);

    std::span<const ImagePlace> m_images;
    OpenedArchives m_archives;
    std::map<std::pair<std::string, std::string>, Shared> m_objects; // only its values change
    std::vector<Shared*> m_objectOf;                                 // each image
};

} // namespace hemo::imaging
