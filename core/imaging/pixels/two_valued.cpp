#include "core/imaging/pixels/two_valued.h"

#include "core/imaging/guarded.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/source/open_image.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace hemo::imaging {
namespace {

Result<std::vector<std::uint16_t>> storedValues(const SliceHeader& slice) {
    Result<ByteWindow> bytes = openImage(slice.place);
    if (!bytes) return tl::unexpected(bytes.error());
    std::vector<std::uint16_t> values(slice.pixels.pixelCount());
    const auto target = std::as_writable_bytes(std::span(values));
    if (target.size() != slice.pixels.bytes()) return fail(ErrorCode::Unsupported, say("pixels.not_16_bits"));
    if (auto read = readPixels(*bytes, slice.pixels, target); !read) return tl::unexpected(read.error());
    return values;
}

bool isTwoValued(const SliceHeader& slice) {
    const auto values =
        guarded(ErrorCode::Damaged, say("pixels.file_not_decoded"), [&] { return storedValues(slice); });
    if (!values) return false;
    const auto isFirst = [&](std::uint16_t v) { return v == values->front(); };
    const auto second = std::find_if_not(values->begin(), values->end(), isFirst);
    return std::all_of(second, values->end(), [&](std::uint16_t v) { return isFirst(v) || v == *second; });
}

} // namespace

bool areTwoValued(std::span<const SliceHeader> slices) {
    if (slices.empty()) return false;
    const std::array some{slices.size() / 2, std::size_t{0}, slices.size() - 1};
    return std::all_of(some.begin(), some.end(), [&](std::size_t i) { return isTwoValued(slices[i]); });
}

} // namespace hemo::imaging
