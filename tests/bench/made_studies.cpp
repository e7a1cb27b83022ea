#include "made_studies.h"

#include "core/imaging/header/slice_header.h"
#include "core/imaging/header/tags.h"
#include "core/imaging/source/open_image.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/support/encode_frame.h"
#include "tests/support/odd_series.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

namespace hemo::bench {
namespace {

namespace fs = std::filesystem;

const fs::path& root() {
    static const testing::TempFolder folder;
    return folder.path();
}

/// A new folder, filled once.
template <class Fill> const fs::path& madeOnce(const std::string& name, Fill fill) {
    static std::map<std::string, fs::path> made;
    const auto [entry, isNew] = made.try_emplace(name, root() / name);
    if (isNew) fill(entry->second);
    return entry->second;
}

testing::OddStack largeStack(int slices, const std::string& uid) {
    testing::OddStack stack;
    stack.columns = stack.rows = kSide;
    stack.columnSpacingMm = stack.rowSpacingMm = 0.45;
    stack.slices = slices;
    stack.sliceSpacingMm = 0.5;
    stack.seriesUid = uid;
    return stack;
}

/// One phantom slice's HU with noise, as large as a scanner's.
std::vector<std::uint16_t> storedSlice() {
    PhantomSpec spec;
    spec.columns = spec.rows = kSide;
    spec.pixelSpacingMm = 0.45;
    spec.slices = 3;
    const VolumePtr phantom = makePhantom(spec).volume;
    std::vector<std::uint16_t> stored;
    for (const std::int16_t hu : phantom->slice(1))
        stored.push_back(static_cast<std::uint16_t>(std::max(hu + 1024, 0)));
    return stored;
}

} // namespace

void stop(const std::string& why) {
    std::cerr << why << "\n";
    std::exit(1);
}

const fs::path& plainStudy() {
    return madeOnce("plain", [](const fs::path& folder) {
        testing::writeOddSeries(largeStack(kSlices, "1.2.826.0.1.3680043.8.498.77.1"), folder,
                                testing::Naming::Shuffled);
    });
}

const fs::path& compressedStudy(const std::string& transferSyntax) {
    return madeOnce(transferSyntax, [&](const fs::path& folder) {
        using namespace imaging;
        testing::PlainFrame frame{kSide, kSide, 16, 12, storedSlice()};
        if (transferSyntax == testing::coding::kJpegBaseline) { // has 8 bits
            frame.bitsAllocated = frame.bitsStored = 8;
            for (std::uint16_t& value : frame.values)
                value = static_cast<std::uint16_t>(value / 16);
        }
        const auto word = [](int value) { return static_cast<std::uint16_t>(value); };
        const std::string stream = testing::encodeFrame(transferSyntax, frame);
        fs::create_directories(folder);
        for (int k = 0; k < kSlices; ++k)
            testing::compressedSlice(transferSyntax, 0.5 * k, k + 1)
                .word(tag::kColumns, "US", kSide)
                .word(tag::kRows, "US", kSide)
                .word(tag::kBitsAllocated, "US", word(frame.bitsAllocated))
                .word(tag::kBitsStored, "US", word(frame.bitsStored))
                .word(tag::kHighBit, "US", word(frame.bitsStored - 1))
                .fragments(transferSyntax, {stream})
                .write(folder / std::to_string(k));
    });
}

const fs::path& twentySeries() {
    return madeOnce("twenty", [](const fs::path& folder) {
        for (int series = 0; series < 20; ++series)
            testing::writeOddSeries(largeStack(100, "1.2.826.0.1.3680043.8.498.78." + std::to_string(series)),
                                    folder / std::to_string(series));
    });
}

const fs::path& longStudy() {
    return madeOnce("long", [](const fs::path& folder) {
        testing::writeOddSeries(largeStack(1500, "1.2.826.0.1.3680043.8.498.79.1"), folder);
    });
}

SeriesInfo onlySeries(const fs::path& folder) {
    const auto contents = imaging::scanPaths(std::span(&folder, 1), TaskContext{});
    if (!contents || contents->series.size() != 1) stop("the study does not scan");
    return contents->series.front();
}

VolumePtr loaded(const SeriesInfo& series) {
    auto result = imaging::loadSeries(series, TaskContext{});
    if (!result || result->volume->grid().slices() != series.imageCount) stop("the series does not load");
    return result->volume;
}

std::vector<fs::path> filesOf(const SeriesInfo& series) {
    std::vector<fs::path> files;
    for (const ImagePlace& image : series.images)
        files.push_back(image.file);
    return files;
}

} // namespace hemo::bench
