#pragma once

#include "core/imaging/header/slice_header.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// Where the bytes of each frame of an object lie, found once for all of them: by size where they are plain;
/// where they are compressed by the Extended or Basic Offset Table, by one fragment a frame, or by the
/// fragments that begin a stream (PS3.5 A.4). A frame is only found where all of it is there, and where it is
/// certain which one it is: a picture at another frame's position would be worse than none.
class FrameIndex {
public:
    /// Fails: Damaged (no frames, or which fragments belong to which frame is not known).
    static Result<FrameIndex> create(ByteWindow& file, const PixelLayout& pixels);

    /// The pieces that make up a frame, in order. Fails: Damaged (it is not there, or not all of it).
    Result<std::vector<ValuePlace>> frame(int index) const;

private:
    FrameIndex() = default;

    std::vector<ValuePlace> m_pieces;  // of all frames
    std::vector<std::size_t> m_starts; // frame i has the pieces from the i-th to before the next
    std::uint64_t m_plainBytes = 0, m_plainAt = 0, m_plainEnd = 0; // where frames are not compressed
};

} // namespace hemo::imaging
