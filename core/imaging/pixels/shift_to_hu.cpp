// Plain loops over 16-bit numbers, written so that the compiler turns them into vector instructions: nothing
// in them depends on the value before. Built with -O3 for that.

#include "core/imaging/pixels/shift_to_hu.h"

#include "core/image/volume.h"
#include "core/imaging/pixels/sample_bits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace hemo::imaging {
namespace {

using Word = std::uint16_t;
using Number = std::int16_t;
constexpr int kLowestHu = kOutsideHu + 1; // kOutsideHu itself is taken
constexpr int kHighestHu = std::numeric_limits<Number>::max();

/// Where the sample lies in its 16 bits, and which numbers are padding. Numbers are compared as signed ones,
/// which every processor does at once: unsigned ones are moved down by half of the range first.
struct Layout {
    SampleMask mask;
    Word moved;                               ///< 0x8000 or nothing
    Number firstPadding = 1, lastPadding = 0; ///< as they are compared

    Number ordered(Word number) const { return static_cast<Number>(number ^ moved); }
    int number(Number ordered) const { return ordered + moved; }
};

Layout layoutOf(const StoredScale& scale) {
    Layout layout{maskOf(scale.bits), static_cast<Word>(scale.bits.isSigned ? 0 : 0x8000)};
    if (scale.padding)
        std::tie(layout.firstPadding, layout.lastPadding) =
            std::minmax({layout.ordered(scale.padding->first), layout.ordered(scale.padding->last)});
    return layout;
}

enum class Padded { No, Maybe };

/// As a sample or as the file's whole 16 bits: see stored_to_hu.cpp.
template <Padded padded> bool isPadding(Word raw, Word sample, const Layout& layout) {
    if (padded == Padded::No) return false; // six times as fast
    const Number a = layout.ordered(raw), b = layout.ordered(sample);
    return ((a >= layout.firstPadding) & (a <= layout.lastPadding)) |
           ((b >= layout.firstPadding) & (b <= layout.lastPadding));
}

struct Ends {
    Number lowest = std::numeric_limits<Number>::max(), highest = std::numeric_limits<Number>::min();
    bool isEmpty() const { return lowest > highest; }
};

template <Below below, Padded padded> Ends endsOf(std::span<const Number> values, const Layout layout) {
    constexpr Ends kNothing;
    Number lowest = kNothing.lowest, highest = kNothing.highest;
    for (const Number value : values) {
        const Word raw = static_cast<Word>(value), sample = sampleIn<below>(raw, layout.mask);
        const Number number = layout.ordered(sample);
        // By masks, and without std::min: of branches and references the compiler makes no vectors here.
        const int out = isPadding<padded>(raw, sample, layout) ? -1 : 0;
        const auto low = static_cast<Number>((number & ~out) | (kNothing.lowest & out));
        const auto high = static_cast<Number>((number & ~out) | (kNothing.highest & out));
        lowest = low < lowest ? low : lowest;
        highest = high > highest ? high : highest;
    }
    return {lowest, highest};
}

template <Below below, Padded padded>
void shift(std::span<Number> values, const Layout layout, Word intercept) {
    for (Number& value : values) {
        const Word raw = static_cast<Word>(value), sample = sampleIn<below>(raw, layout.mask);
        const Number hu = static_cast<Number>(static_cast<Word>(sample + intercept));
        value = isPadding<padded>(raw, sample, layout) ? kOutsideHu : hu;
    }
}

template <Below below, Padded padded>
std::optional<HuRange> convert(std::span<Number> values, const StoredScale& scale) {
    const int intercept = static_cast<int>(scale.rescale.intercept);
    const Layout layout = layoutOf(scale);
    const Ends ends = endsOf<below, padded>(values, layout);
    HuRange range;
    if (!ends.isEmpty()) {
        range.lowest = layout.number(ends.lowest) + intercept;
        range.highest = layout.number(ends.highest) + intercept;
        if (range.lowest < kLowestHu || range.highest > kHighestHu) return std::nullopt;
    }
    shift<below, padded>(values, layout, static_cast<Word>(intercept));
    return range;
}

} // namespace

std::optional<HuRange> shiftToHu(std::span<std::int16_t> values, const StoredScale& scale) {
    const double intercept = scale.rescale.intercept;
    if (scale.rescale.slope != 1 || intercept != std::floor(intercept) || std::abs(intercept) > 65536)
        return std::nullopt;
    using enum Padded;
    const bool isLowest = maskOf(scale.bits).below == 0;
    if (!scale.padding)
        return isLowest ? convert<Below::Nothing, No>(values, scale)
                        : convert<Below::Bits, No>(values, scale);
    return isLowest ? convert<Below::Nothing, Maybe>(values, scale)
                    : convert<Below::Bits, Maybe>(values, scale);
}

} // namespace hemo::imaging
