#include "core/imaging/pixels/frame_index.h"

#include "core/imaging/header/compression.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr MessageId kCutOff = "pixels.ends_early";

struct Fragment {
    std::uint64_t itemAt = 0; // what offset tables point to
    ValuePlace bytes;
};

struct Fragments {
    std::vector<Fragment> all;
    ValuePlace table;     // Basic Offset Table
    bool isWhole = false; // the end was there, or no byte followed that could be more
};

using Starts = std::vector<std::size_t>; // the first fragment of each frame
using MaybeStarts = std::optional<Starts>;

std::uint64_t littleNumber(std::span<const std::byte> b) {
    std::uint64_t value = 0;
    for (std::size_t i = b.size(); i-- > 0;)
        value = value << 8 | std::to_integer<std::uint64_t>(b[i]);
    return value;
}

bool isItemAt(ByteWindow& file, std::uint64_t at) {
    const auto tag = file.bytes(at, 4);
    return !tag.empty() && littleNumber(tag) == 0xe000fffe;
}

/// All fragments up to the end, or to where the file stops or turns to nonsense.
Fragments readFragments(ByteWindow& file, const PixelPlace& place) {
    constexpr std::uint32_t kItem = 0xe000fffe, kItemEnd = 0xe00dfffe, kEnd = 0xe0ddfffe;
    Fragments found;
    const std::uint64_t end = place.offset + place.length;
    std::uint64_t at = place.offset;
    for (bool isTable = true; at != end;) {
        const auto head = file.bytes(at, 8);
        if (head.empty()) return found;
        const std::uint64_t item = littleNumber(head.first(4)), length = littleNumber(head.subspan(4));
        if (item == kItemEnd && isItemAt(file, at + 8)) { // belongs nowhere
            at += 8;
            continue;
        }
        found.isWhole = item == kEnd || item == kItemEnd;
        if (item != kItem || !file.holds(at + 8, length)) return found;
        if (isTable)
            found.table = {at + 8, length};
        else if (length > 0)
            found.all.push_back({at, {at + 8, length}});
        isTable = false;
        at += 8 + length;
    }
    found.isWhole = true; // said by its length, or by the end of the file
    return found;
}

/// Numbers of `width` bytes each; empty where the table has another length than `count` of them.
std::vector<std::uint64_t> readTable(ByteWindow& file, ValuePlace place, std::size_t width, int count) {
    std::vector<std::uint64_t> numbers;
    if (place.length != width * static_cast<unsigned>(count) || !file.holds(place.offset, place.length))
        return numbers;
    for (std::uint64_t at = 0; at < place.length; at += width)
        numbers.push_back(littleNumber(file.bytes(place.offset + at, width)));
    return numbers;
}

/// Each offset must point to a fragment, and each behind the one before. Where the file was cut off the
/// frames from there on stay unknown.
MaybeStarts startsFromOffsets(const Fragments& fragments, const std::vector<std::uint64_t>& offsets) {
    if (offsets.empty() || fragments.all.empty()) return std::nullopt;
    Starts starts;
    const std::uint64_t base = fragments.all.front().itemAt;
    for (std::uint64_t offset : offsets) {
        const auto found =
            std::lower_bound(fragments.all.begin(), fragments.all.end(), offset,
                             [&](const Fragment& f, std::uint64_t o) { return f.itemAt - base < o; });
        if (found == fragments.all.end() && !fragments.isWhole) break;
        if (found == fragments.all.end() || found->itemAt - base != offset) return std::nullopt;
        const auto index = static_cast<std::size_t>(found - fragments.all.begin());
        if (starts.empty() ? index != 0 : index <= starts.back()) return std::nullopt;
        starts.push_back(index);
    }
    return starts;
}

/// Without a table: the fragments in which a stream begins, where they are as many as there are frames.
MaybeStarts startsFromContent(ByteWindow& file, const Fragments& fragments, const PixelLayout& pixels) {
    const auto frames = static_cast<std::size_t>(pixels.frames);
    const bool isEachAFrame = compressionOf(pixels.transferSyntax) == Compression::Rle || // PS3.5 G.2
                              (fragments.isWhole && fragments.all.size() == frames);
    Starts starts;
    for (std::size_t i = 0; i < fragments.all.size(); ++i) {
        const ValuePlace place = fragments.all[i].bytes;
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(place.length, 1024));
        if (isEachAFrame || compressionOf(file.bytes(place.offset, length)) != Compression::Unknown)
            starts.push_back(i);
    }
    const bool isRight = fragments.isWhole ? starts.size() == frames : starts.size() <= frames;
    return isRight && !starts.empty() && starts.front() == 0 ? MaybeStarts(starts) : std::nullopt;
}

/// Streams may end before their fragment does, which must be even: this table alone says where.
void trimToLengths(Fragments& fragments, const Starts& starts, const std::vector<std::uint64_t>& lengths) {
    for (std::size_t f = 0; f < starts.size() && f < lengths.size(); ++f) {
        const bool isAlone = (f + 1 < starts.size() ? starts[f + 1] : fragments.all.size()) == starts[f] + 1;
        ValuePlace& place = fragments.all[starts[f]].bytes;
        if (isAlone && lengths[f] > 0) place.length = std::min(place.length, lengths[f]);
    }
}

MaybeStarts startsOf(ByteWindow& file, Fragments& fragments, const PixelLayout& pixels) {
    if (pixels.frames == 1) return Starts{0};
    const PixelPlace& place = pixels.place;
    if (auto starts =
            startsFromOffsets(fragments, readTable(file, place.extendedOffsets, 8, pixels.frames))) {
        trimToLengths(fragments, *starts, readTable(file, place.extendedLengths, 8, pixels.frames));
        return starts;
    }
    if (auto starts = startsFromOffsets(fragments, readTable(file, fragments.table, 4, pixels.frames)))
        return starts;
    return startsFromContent(file, fragments, pixels);
}

} // namespace

Result<FrameIndex> FrameIndex::create(ByteWindow& file, const PixelLayout& pixels) {
    FrameIndex index;
    if (!pixels.place.isEncapsulated) {
        index.m_plainBytes = pixels.bytes();
        index.m_plainAt = pixels.place.offset;
        index.m_plainEnd = std::min(file.size(), pixels.place.offset + pixels.place.length);
        return index;
    }
    if (pixels.place.isBare) {
        index.m_pieces = {{pixels.place.offset, pixels.place.length}};
        if (pixels.frames == 1) index.m_starts = {0, 1};
        return index;
    }
    Fragments fragments = readFragments(file, pixels.place);
    if (fragments.all.empty()) return fail(ErrorCode::Damaged, say(kCutOff));
    MaybeStarts starts = startsOf(file, fragments, pixels);
    if (!starts) return fail(ErrorCode::Damaged, say("pixels.which_frame"));
    for (const Fragment& fragment : fragments.all)
        index.m_pieces.push_back(fragment.bytes);
    index.m_starts = std::move(*starts);
    // The end of all ends the last frame. Without it the streams say themselves whether they are whole, where
    // each has begun.
    if (fragments.isWhole || index.m_starts.size() == static_cast<std::size_t>(pixels.frames))
        index.m_starts.push_back(fragments.all.size());
    return index;
}

Result<std::vector<ValuePlace>> FrameIndex::frame(int index) const {
    const auto i = static_cast<std::size_t>(index);
    if (m_plainBytes > 0) {
        if (m_plainAt > m_plainEnd || (m_plainEnd - m_plainAt) / m_plainBytes <= i)
            return fail(ErrorCode::Damaged, say(kCutOff));
        return std::vector{ValuePlace{m_plainAt + i * m_plainBytes, m_plainBytes}};
    }
    if (i + 1 >= m_starts.size()) return fail(ErrorCode::Damaged, say(kCutOff));
    return std::vector(m_pieces.begin() + static_cast<std::ptrdiff_t>(m_starts[i]),
                       m_pieces.begin() + static_cast<std::ptrdiff_t>(m_starts[i + 1]));
}

} // namespace hemo::imaging
