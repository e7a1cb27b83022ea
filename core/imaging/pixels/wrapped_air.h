#pragma once

#include "core/imaging/header/slice_header.h"

#include <cstdint>
#include <span>

namespace hemo::imaging {

// Some archives hold CT whose values were written as they are, in HU, into 12 unsigned bits with an intercept
// near 0: everything below zero came back at the upper end, so air is brighter than bone (the RSNA 2019 set
// has such series). The header alone does not tell them from sound series, so the picture must agree before
// anything is mended.

/// True where the header allows for it: 12 unsigned bits, a slope of 1, an intercept near 0.
bool mayHaveWrappedAir(const SliceHeader& slice);

/// What slices show of it; joined over a series, so that all of it is read in one way.
struct WrapEvidence {
    std::uint64_t pixels = 0, air = 0;            ///< air: what would be air once mended
    std::uint64_t rim = 0, rimAir = 0;            ///< the same on a circle around the head
    std::uint64_t jumpsAsIs = 0, jumpsMended = 0; ///< over half the range, from one pixel to the next
    void join(const WrapEvidence& other);
};

WrapEvidence lookForWrappedAir(std::span<const std::int16_t> hu, int columns, const Rescale& rescale);

/// True where, mended, there is air, it lies around the head, and jumps that no tissue makes are gone:
/// between skin and air, and wherever noise crosses zero.
bool isAirWrapped(const WrapEvidence& evidence);

void mendWrappedAir(std::span<std::int16_t> hu, const Rescale& rescale);

} // namespace hemo::imaging
