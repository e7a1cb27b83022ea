#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/frame_index.h"
#include "core/imaging/source/opened_archives.h"

#include <cstdint>
#include <deque>

namespace hemo::imaging {

/// Compares the pictures of images, reading no more of them than it must: the bytes as they lie, and only
/// where these are written in different ways what they decode to. Keeps a few objects open. One thread.
class PictureComparer {
public:
    /// None where one of them cannot be read or does not decode.
    std::optional<bool> areSame(const SliceHeader& a, const SliceHeader& b);
    bool isReadable(const SliceHeader& slice);

private:
    struct Opened {
        ImagePlace place;
        ByteWindow bytes;
        FrameIndex index;
    };
    Opened* open(const SliceHeader& slice);
    std::optional<std::vector<std::byte>> rawBytes(const SliceHeader& slice);
    std::optional<std::vector<std::byte>> values(const SliceHeader& slice);

    OpenedArchives m_archives;
    std::deque<Opened> m_opened; // the newest first
};

} // namespace hemo::imaging
