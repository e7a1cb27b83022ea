#include "core/imaging/guarded.h"
#include "core/imaging/header/object_kind.h"
#include "core/imaging/pixels/check_stream.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/pixels/stored_to_hu.h"
#include "core/imaging/series/choose_series.h"
#include "core/imaging/series/describe_series.h"
#include "tests/fuzz/files_of.h"

#include <cstring>

namespace hemo::fuzz {
namespace {

using imaging::ByteWindow;
using imaging::SliceHeader;

ByteWindow windowOf(Bytes bytes) {
    std::vector<std::byte> copy(bytes.size()); // exact, so that a sanitizer sees one byte too many
    if (!bytes.empty()) std::memcpy(copy.data(), bytes.data(), bytes.size());
    return ByteWindow(imaging::fromMemory(std::move(copy)));
}

} // namespace

void fuzzScanner(Bytes input) {
    std::vector<SliceHeader> slices;
    int number = 0;
    for (Bytes part : partsOf(input, 16)) {
        ByteWindow window = windowOf(part);
        const ImagePlace place{"file" + std::to_string(number++), {}, 0};
        auto headers = imaging::parseSliceHeaders(place, window);
        if (!headers) continue;
        for (SliceHeader& header : *headers)
            slices.push_back(std::move(header));
    }
    if (slices.empty()) return;
    auto series = imaging::describeSeries(std::move(slices), {});
    if (!series || series->empty()) std::abort(); // what was read must be in the list
    FolderContents contents;
    contents.series = std::move(*series);
    imaging::chooseSeries(contents);
}

void fuzzPixels(Bytes input) {
    constexpr std::size_t kMostBytes = 32u << 20; // of all frames: a fuzzer has many files to try
    ByteWindow window = windowOf(input);
    const auto headers = imaging::parseSliceHeaders({"file", {}, 0}, window);
    if (!headers) return;
    std::size_t done = 0;
    for (const SliceHeader& header : *headers) {
        const std::size_t size = header.pixels.bytes();
        if (size == 0 || (done += size) > kMostBytes) return;
        std::vector<std::int16_t> values((size + 1) / 2);
        const auto target = std::as_writable_bytes(std::span(values)).first(size);
        const auto read = imaging::guarded(ErrorCode::Damaged, say("pixels.file_not_decoded"),
                                           [&] { return readPixels(window, header.pixels, target); });
        if (read && imaging::whyNotASlice(header).empty() && values.size() == header.pixels.pixelCount())
            imaging::convertToHu(values, imaging::scaleOf(header, values).scale);
    }
}

} // namespace hemo::fuzz
