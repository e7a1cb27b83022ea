#include "core/imaging/read/thumbnail.h"

#include "core/image/volume.h"
#include "core/imaging/guarded.h"
#include "core/imaging/header/object_kind.h"
#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/palette.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/pixels/settle_stored.h"
#include "core/imaging/pixels/stored_to_hu.h"
#include "core/imaging/pixels/wrapped_air.h"
#include "core/imaging/source/open_image.h"
#include "core/imaging/volume_files/volume_file.h"

#include <algorithm>
#include <cmath>

namespace hemo::imaging {
namespace {

/// Grey, or three colours, 0..1, as stored: a pixel's value by column and row.
struct Greys {
    int columns = 0, rows = 0, samples = 1;
    std::vector<float> values;
    float at(int column, int row, int sample) const {
        return values[(static_cast<std::size_t>(row) * columns + column) * samples + sample];
    }
};

/// Which way to read the stored picture so that it is seen as a radiologist expects.
struct Turn {
    bool isTransposed = false, flipsAcross = false, flipsDown = false;
};

Turn turnFor(const SliceHeader& slice) {
    if (!slice.orientation) return {};
    const Orientation o = *slice.orientation;
    const Vec3 n = o.normal();
    Vec3 right{1, 0, 0}, down{0, 1, 0}; // axial: patient's left on the right, back below
    if (std::abs(n.x) > std::abs(n.y) && std::abs(n.x) > std::abs(n.z)) {
        right = {0, 1, 0}; // sagittal: front on the left, head up
        down = {0, 0, -1};
    } else if (std::abs(n.y) > std::abs(n.z)) {
        down = {0, 0, -1}; // coronal
    }
    Turn turn;
    turn.isTransposed = std::abs(dot(o.column, right)) > std::abs(dot(o.row, right));
    turn.flipsAcross = dot(turn.isTransposed ? o.column : o.row, right) < 0;
    turn.flipsDown = dot(turn.isTransposed ? o.row : o.column, down) < 0;
    return turn;
}

void spread(std::vector<float>& values, float low, float high, bool isInverted) {
    const float scale = high > low ? 1 / (high - low) : 0;
    for (float& v : values) {
        v = std::clamp((v - low) * scale, 0.f, 1.f);
        if (isInverted) v = 1 - v;
    }
}

Greys windowed(std::span<const std::byte> bytes, const SliceHeader& slice) {
    const auto* stored = reinterpret_cast<const std::int16_t*>(bytes.data());
    std::vector<std::int16_t> hu(stored, stored + slice.pixels.pixelCount());
    SliceHeader settled = slice;
    settleBits(settled.pixels, hu);
    convertToHu(hu, scaleOf(settled, hu).scale);
    if (mayHaveWrappedAir(slice) && isAirWrapped(lookForWrappedAir(hu, slice.pixels.columns, *slice.rescale)))
        mendWrappedAir(hu, *slice.rescale);
    const WindowLevel window = slice.about.fileWindow.value_or(WindowLevel{40, 80});
    Greys greys{slice.pixels.columns, slice.pixels.rows, 1, {}};
    greys.values.reserve(hu.size());
    for (std::int16_t value : hu)
        greys.values.push_back(static_cast<float>(window.grey(value)));
    return greys;
}

/// From the darkest to the brightest value; colours as they are.
Greys stretched(std::span<const std::byte> bytes, const PixelLayout& pixels) {
    Greys greys{pixels.columns, pixels.rows, pixels.samplesPerPixel, {}};
    const std::size_t count = pixels.pixelCount() * pixels.samplesPerPixel;
    greys.values.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (pixels.bitsAllocated == 8) {
            // Colours by planes (PS3.3 C.7.6.3.1.3) are brought together here.
            const std::size_t from =
                pixels.isPlanar && pixels.samplesPerPixel > 1 ? i % 3 * pixels.pixelCount() + i / 3 : i;
            greys.values[i] = std::to_integer<std::uint8_t>(bytes[from]);
        } else {
            const auto* words = reinterpret_cast<const std::uint16_t*>(bytes.data());
            greys.values[i] = pixels.isSigned ? static_cast<std::int16_t>(words[i]) : words[i];
        }
    }
    if (pixels.samplesPerPixel > 1) {
        spread(greys.values, 0, 255, false);
    } else {
        const auto [low, high] = std::minmax_element(greys.values.begin(), greys.values.end());
        spread(greys.values, *low, *high, pixels.photometric == "MONOCHROME1");
    }
    return greys;
}

std::uint8_t boxMean(const Greys& greys, int c0, int c1, int r0, int r1, int sample) {
    float sum = 0;
    for (int r = r0; r < r1; ++r)
        for (int c = c0; c < c1; ++c)
            sum += greys.at(c, r, sample);
    return static_cast<std::uint8_t>(std::lround(255 * sum / static_cast<float>((c1 - c0) * (r1 - r0))));
}

RgbaImagePtr shrunk(const Greys& greys, const Turn& turn) {
    const int across = turn.isTransposed ? greys.rows : greys.columns;
    const int down = turn.isTransposed ? greys.columns : greys.rows;
    const double factor = std::max(1.0, std::max(across, down) / static_cast<double>(kThumbnailSide));
    auto image = std::make_shared<RgbaImage>(std::max(1, static_cast<int>(across / factor)),
                                             std::max(1, static_cast<int>(down / factor)));
    const auto range = [](int index, int parts, int size, bool isFlipped) {
        if (isFlipped) index = parts - 1 - index;
        const int from = static_cast<int>(static_cast<long>(index) * size / parts);
        return std::pair(from,
                         std::max(from + 1, static_cast<int>(static_cast<long>(index + 1) * size / parts)));
    };
    for (int y = 0; y < image->height; ++y) {
        for (int x = 0; x < image->width; ++x) {
            const auto a = range(x, image->width, across, turn.flipsAcross);
            const auto d = range(y, image->height, down, turn.flipsDown);
            const auto& c = turn.isTransposed ? d : a;
            const auto& r = turn.isTransposed ? a : d;
            const auto mean = [&](int s) { return boxMean(greys, c.first, c.second, r.first, r.second, s); };
            const std::uint8_t first = mean(0);
            image->at(x, y) = greys.samples >= 3 ? Rgba{first, mean(1), mean(2)} : Rgba{first, first, first};
        }
    }
    return image;
}

Greys painted(std::span<const std::byte> bytes, const PixelLayout& pixels, const Palette& palette) {
    Greys colours{pixels.columns, pixels.rows, 3, {}};
    colours.values.reserve(pixels.pixelCount() * 3);
    for (std::size_t i = 0; i < pixels.pixelCount(); ++i) {
        const int stored = pixels.bitsAllocated == 8
                               ? std::to_integer<int>(bytes[i])
                               : reinterpret_cast<const std::uint16_t*>(bytes.data())[i];
        const Rgba colour = palette.at(stored);
        for (const std::uint8_t part : {colour.r, colour.g, colour.b})
            colours.values.push_back(static_cast<float>(part) / 255);
    }
    return colours;
}

/// Brightness and two differences become red, green and blue (PS3.3 C.7.6.3.1.2).
void mixColours(Greys& greys) {
    for (std::size_t i = 0; i + 2 < greys.values.size(); i += 3) {
        const float y = greys.values[i], cb = greys.values[i + 1] - 0.5f, cr = greys.values[i + 2] - 0.5f;
        greys.values[i] = std::clamp(y + 1.402f * cr, 0.f, 1.f);
        greys.values[i + 1] = std::clamp(y - 0.344136f * cb - 0.714136f * cr, 0.f, 1.f);
        greys.values[i + 2] = std::clamp(y + 1.772f * cb, 0.f, 1.f);
    }
}

/// As our JPEG and RLE leave them; uncompressed half-resolution differences are another layout.
bool isUnmixed(const PixelLayout& pixels) {
    return pixels.photometric == "YBR_FULL" ||
           (pixels.photometric == "YBR_FULL_422" && pixels.place.isEncapsulated);
}

/// JPEG 2000's own mixtures are undone with the compression.
bool isMixed(const PixelLayout& pixels) {
    return pixels.photometric == "RGB" || pixels.photometric == "YBR_RCT" || pixels.photometric == "YBR_ICT";
}

bool canBeShown(const PixelLayout& pixels) {
    const bool isWhole = pixels.bitsAllocated == 8 || pixels.bitsAllocated == 16;
    if (pixels.isGrey() || pixels.photometric == "PALETTE COLOR")
        return pixels.samplesPerPixel == 1 && isWhole;
    return (isMixed(pixels) || isUnmixed(pixels)) && pixels.samplesPerPixel == 3 && pixels.bitsAllocated == 8;
}

Result<Greys> greysOf(ByteWindow& file, const SliceHeader& slice, std::span<const std::byte> bytes) {
    if (whyNotASlice(slice).empty()) return windowed(bytes, slice);
    if (slice.pixels.photometric == "PALETTE COLOR") {
        const Result<DicomHeader> header = DicomHeader::read(file);
        if (!header) return tl::unexpected(header.error());
        const std::optional<Palette> palette = parsePalette(*header);
        if (!palette) return fail(ErrorCode::Damaged, say("pixels.no_colours"));
        return painted(bytes, slice.pixels, *palette);
    }
    Greys greys = stretched(bytes, slice.pixels);
    if (isUnmixed(slice.pixels)) mixColours(greys);
    return greys;
}

Result<RgbaImagePtr> decodeThumbnail(const ImagePlace& place) {
    Result<ByteWindow> file = openImage(place);
    if (!file) return tl::unexpected(file.error());
    const auto headers = parseSliceHeaders(place, *file);
    if (!headers) return tl::unexpected(headers.error());
    const auto frame = static_cast<std::size_t>(place.frame);
    if (frame >= headers->size()) return RgbaImagePtr();
    SliceHeader slice = (*headers)[frame];
    if (!canBeShown(slice.pixels)) return RgbaImagePtr();
    // Of a film of which nobody says where its frames lie: the middle one.
    if (!slice.enhanced) slice.pixels.frame = slice.pixels.frames / 2;
    std::vector<std::byte> bytes(slice.pixels.bytes());
    const auto facts = readPixels(*file, slice.pixels, bytes);
    if (!facts) return tl::unexpected(facts.error());
    if (slice.pixels.bitsAllocated == 16)
        settleStored(slice.pixels, *facts,
                     {reinterpret_cast<const std::int16_t*>(bytes.data()), bytes.size() / 2});
    const Result<Greys> greys = greysOf(*file, slice, bytes);
    if (!greys) return tl::unexpected(greys.error());
    return shrunk(*greys, turnFor(slice));
}

/// Research volumes name no window: the brain's.
Result<RgbaImagePtr> volumeThumbnail(const SeriesInfo& series) {
    const Result<VolumePtr> middle = loadMiddleSlice(series, TaskContext{});
    if (!middle) return tl::unexpected(middle.error());
    const Grid& grid = (*middle)->grid();
    Greys greys{grid.columns(), grid.rows(), 1, {}};
    greys.values.reserve(grid.voxelCount());
    for (const std::int16_t hu : (*middle)->voxels())
        greys.values.push_back(static_cast<float>(WindowLevel{}.grey(hu)));
    SliceHeader place; // which way it is turned is all that matters here
    if (series.areDirectionsKnown)
        place.orientation = Orientation{grid.rowDirection(), grid.columnDirection()};
    return shrunk(greys, turnFor(place));
}

} // namespace

RgbaImagePtr makeThumbnail(const SeriesInfo& series) {
    if (series.images.empty()) return nullptr;
    const ImagePlace& middle = series.images[series.images.size() / 2];
    return guarded(ErrorCode::Damaged, say("pixels.no_picture"),
                   [&] {
                       return series.format == SeriesFormat::Dicom ? decodeThumbnail(middle)
                                                                   : volumeThumbnail(series);
                   })
        .value_or(nullptr);
}

} // namespace hemo::imaging
