#include "core/imaging/pixels/stored_to_hu.h"

#include "core/image/volume.h"
#include "core/imaging/pixels/shift_to_hu.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace hemo::imaging {
namespace {

constexpr int kLowestHu = kOutsideHu + 1; // kOutsideHu itself is taken
constexpr int kHighestHu = std::numeric_limits<std::int16_t>::max();
/// Padding lies at or below air. Nothing in a head but air is under this.
constexpr double kTissueHu = -500;
/// No bone is brighter (dense enamel reaches it); metal is, up to what the scale holds.
constexpr double kBoneHu = 3000;

double huOf(std::uint16_t raw, const StoredScale& scale) {
    return scale.rescale.slope * sampleOf(raw, scale.bits) + scale.rescale.intercept;
}

/// In the order of the file's numbers: signed ones as signed.
int asNumber(std::uint16_t raw, bool isSigned) {
    return isSigned ? static_cast<std::int16_t>(raw) : raw;
}

bool isPadding(std::uint16_t raw, const StoredScale& scale) {
    if (!scale.padding) return false;
    const int first = asNumber(scale.padding->first, scale.bits.isSigned);
    const int last = asNumber(scale.padding->last, scale.bits.isSigned);
    const auto isWithin = [&](int v) { return v >= std::min(first, last) && v <= std::max(first, last); };
    // As the file's 16 bits: scanners pad 12-bit values with -2000, which 12 bits cannot hold. And as a
    // sample: others leave the bits above a negative one empty.
    return isWithin(asNumber(raw, scale.bits.isSigned)) || isWithin(sampleOf(raw, scale.bits));
}

/// What a padding value would hide if it were believed.
enum class PaddingRisk { None, Metal, Tissue };

PaddingRisk paddingRisk(const StoredScale& scale) {
    if (!scale.padding) return PaddingRisk::None;
    // Outside the bits that hold the sample it is no sample at all, so it cannot hide one.
    const int limit = scale.bits.isSigned ? 1 << (scale.bits.stored - 1) : 1 << scale.bits.stored;
    const auto isSample = [&](std::uint16_t raw) {
        const int number = asNumber(raw, scale.bits.isSigned);
        return number >= -limit && number < limit;
    };
    const auto [first, last] = *scale.padding;
    if (!isSample(first) && !isSample(last)) return PaddingRisk::None;
    const double a = huOf(first, scale), b = huOf(last, scale);
    const double low = !isSample(first) ? b : !isSample(last) ? a : std::min(a, b);
    const double high = !isSample(first) ? b : !isSample(last) ? a : std::max(a, b);
    if (high <= kTissueHu || low > kHighestHu) return PaddingRisk::None;
    return low > kBoneHu ? PaddingRisk::Metal : PaddingRisk::Tissue;
}

bool areCornersPadding(std::span<const std::int16_t> stored, const PixelLayout& pixels,
                       const StoredScale& scale) {
    const auto columns = static_cast<std::size_t>(pixels.columns);
    if (stored.size() < columns || columns == 0) return false;
    const std::size_t last = stored.size() - 1;
    const std::array corners{std::size_t{0}, columns - 1, last - (columns - 1), last};
    return std::all_of(corners.begin(), corners.end(), [&](std::size_t corner) {
        return isPadding(static_cast<std::uint16_t>(stored[corner]), scale);
    });
}

std::vector<std::int16_t> tableOf(const StoredScale& scale, std::vector<bool>& clamps) {
    std::vector<std::int16_t> table(65536);
    clamps.assign(table.size(), false);
    for (unsigned raw = 0; raw < table.size(); ++raw) {
        const auto stored = static_cast<std::uint16_t>(raw);
        if (isPadding(stored, scale)) {
            table[raw] = kOutsideHu;
            continue;
        }
        const double hu = std::round(huOf(stored, scale));
        clamps[raw] = hu < kLowestHu || hu > kHighestHu;
        table[raw] = static_cast<std::int16_t>(std::clamp<double>(hu, kLowestHu, kHighestHu));
    }
    return table;
}

/// One table a scale and thread: slices of a series nearly always share it.
struct Conversion {
    StoredScale scale;
    std::vector<std::int16_t> table;
    std::vector<bool> clamps;
};

bool isSame(const StoredScale& a, const StoredScale& b) {
    const auto paddingOf = [](const StoredScale& s) { return s.padding.value_or(Padding{}); };
    return a.bits == b.bits && a.rescale.slope == b.rescale.slope &&
           a.rescale.intercept == b.rescale.intercept && a.padding.has_value() == b.padding.has_value() &&
           paddingOf(a).first == paddingOf(b).first && paddingOf(a).last == paddingOf(b).last;
}

const Conversion& conversionFor(const StoredScale& scale) {
    static thread_local Conversion last;
    if (last.table.empty() || !isSame(last.scale, scale)) {
        last.table = tableOf(scale, last.clamps);
        last.scale = scale;
    }
    return last;
}

} // namespace

void HuRange::join(const HuRange& other) {
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    hasClamped = hasClamped || other.hasClamped;
}

BelievedScale scaleOf(const SliceHeader& slice, std::span<const std::int16_t> stored) {
    BelievedScale believed{{bitsOf(slice.pixels), slice.rescale.value_or(Rescale{}), slice.padding}};
    const StoredScale& scale = believed.scale;
    const PaddingRisk risk = paddingRisk(scale);
    if (risk == PaddingRisk::None) return believed;
    if (risk == PaddingRisk::Metal && areCornersPadding(stored, slice.pixels, scale)) return believed;
    believed.hasUnusedPadding = std::any_of(stored.begin(), stored.end(), [&](std::int16_t value) {
        return isPadding(static_cast<std::uint16_t>(value), scale);
    });
    believed.scale.padding.reset();
    return believed;
}

HuRange convertToHu(std::span<std::int16_t> values, const StoredScale& scale) {
    if (const auto shifted = shiftToHu(values, scale)) return *shifted;
    const Conversion& conversion = conversionFor(scale);
    HuRange range;
    const std::int16_t* table = conversion.table.data();
    int lowest = range.lowest, highest = range.highest;
    for (std::int16_t& value : values) {
        value = table[static_cast<std::uint16_t>(value)];
        const int inside = value == kOutsideHu ? highest : value; // outside counts for neither end
        highest = std::max(highest, inside);
        lowest = std::min(lowest, value == kOutsideHu ? lowest : inside);
    }
    range.lowest = lowest;
    range.highest = highest;
    // Clamped values sit at the two ends, so only a slice that reaches one can hold any.
    range.hasClamped =
        (lowest == kLowestHu || highest == kHighestHu) &&
        std::find(conversion.clamps.begin(), conversion.clamps.end(), true) != conversion.clamps.end();
    return range;
}

} // namespace hemo::imaging
