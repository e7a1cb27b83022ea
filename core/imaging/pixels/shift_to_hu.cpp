// Plain loops over 16-bit numbers, written so that the compiler turns them into vector instructions: nothing
// in them depends on the value before. Built with -O3 for that.

#include "core/imaging/pixels/shift_to_hu.h"

#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hemo::imaging {
namespace {

using Word = std::uint16_t;
using Number = std::int16_t;
constexpr int kLowestHu = kOutsideHu + 1; // kOutsideHu itself is taken
constexpr int kHighestHu = std::numeric_limits<Number>::max();

enum class Sign { Signed, Unsigned };

/// Numbers are compared as signed ones, which every processor does at once: unsigned ones are moved down by
/// half of the range first.
template <Sign sign> constexpr int kMoved = sign == Sign::Unsigned ? 32768 : 0;

template <Sign sign> Number ordered(Word number) {
    return static_cast<Number>(sign == Sign::Unsigned ? number ^ 0x8000u : number);
}

/// Where the sample lies in its 16 bits, and which ordered numbers are padding.
struct Layout {
    int left, right;
    Number firstPadding, lastPadding; // first > last: none
};

template <Sign sign> Layout layoutOf(const StoredScale& scale) {
    Layout layout{15 - scale.highBit, 16 - scale.bitsStored, 1, 0};
    if (scale.padding) {
        const Number a = ordered<sign>(scale.padding->first), b = ordered<sign>(scale.padding->last);
        layout.firstPadding = std::min(a, b);
        layout.lastPadding = std::max(a, b);
    }
    return layout;
}

/// Without overlay bits beside it, with its sign (PS3.5 8.1.1).
template <Sign sign> Word sampleIn(Word raw, const Layout& layout) {
    const Word top = static_cast<Word>(raw << layout.left);
    return sign == Sign::Signed ? static_cast<Word>(static_cast<Number>(top) >> layout.right)
                                : static_cast<Word>(top >> layout.right);
}

/// As a sample or as the file's whole 16 bits: see stored_to_hu.cpp.
template <Sign sign> bool isPadding(Word raw, Word sample, const Layout& layout) {
    const Number a = ordered<sign>(raw), b = ordered<sign>(sample);
    return ((a >= layout.firstPadding) & (a <= layout.lastPadding)) |
           ((b >= layout.firstPadding) & (b <= layout.lastPadding));
}

struct Ends {
    Number lowest = std::numeric_limits<Number>::max(), highest = std::numeric_limits<Number>::min();
    bool isEmpty() const { return lowest > highest; }
};

template <Sign sign> Ends endsOf(std::span<const Number> values, const Layout& layout) {
    constexpr Ends kNothing;
    Number lowest = kNothing.lowest, highest = kNothing.highest;
    for (const Number value : values) {
        const Word raw = static_cast<Word>(value), sample = sampleIn<sign>(raw, layout);
        const bool isOut = isPadding<sign>(raw, sample, layout);
        const Number low = isOut ? kNothing.lowest : ordered<sign>(sample);
        const Number high = isOut ? kNothing.highest : ordered<sign>(sample);
        lowest = std::min(lowest, low);
        highest = std::max(highest, high);
    }
    return {lowest, highest};
}

template <Sign sign> void shift(std::span<Number> values, const Layout& layout, Word intercept) {
    for (Number& value : values) {
        const Word raw = static_cast<Word>(value), sample = sampleIn<sign>(raw, layout);
        const Number hu = static_cast<Number>(static_cast<Word>(sample + intercept));
        value = isPadding<sign>(raw, sample, layout) ? kOutsideHu : hu;
    }
}

template <Sign sign> std::optional<HuRange> convert(std::span<Number> values, const StoredScale& scale) {
    const int intercept = static_cast<int>(scale.rescale.intercept);
    const Layout layout = layoutOf<sign>(scale);
    const Ends ends = endsOf<sign>(values, layout);
    HuRange range;
    if (!ends.isEmpty()) {
        range.lowest = ends.lowest + kMoved<sign> + intercept;
        range.highest = ends.highest + kMoved<sign> + intercept;
        if (range.lowest < kLowestHu || range.highest > kHighestHu) return std::nullopt;
    }
    shift<sign>(values, layout, static_cast<Word>(intercept));
    return range;
}

} // namespace

std::optional<HuRange> shiftToHu(std::span<std::int16_t> values, const StoredScale& scale) {
    const double intercept = scale.rescale.intercept;
    if (scale.rescale.slope != 1 || intercept != std::floor(intercept) || std::abs(intercept) > 65536)
        return std::nullopt;
    return scale.isSigned ? convert<Sign::Signed>(values, scale) : convert<Sign::Unsigned>(values, scale);
}

} // namespace hemo::imaging
