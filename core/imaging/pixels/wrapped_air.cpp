#include "core/imaging/pixels/wrapped_air.h"

#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace hemo::imaging {
namespace {

constexpr int kRange = 4096;     // of 12 bits
constexpr int kLowestHu = -1024; // of CT in 12 bits
constexpr int kAirHu = -900;     // air is below, with noise

/// The HU that were meant.
int mended(int hu, int intercept) {
    if (hu == kOutsideHu) return hu;
    return hu - intercept >= kRange + kLowestHu ? hu - kRange : hu;
}

int interceptOf(const Rescale& rescale) {
    return static_cast<int>(std::lround(rescale.intercept));
}

void lookAtRim(std::span<const std::int16_t> hu, int columns, int intercept, WrapEvidence& evidence) {
    constexpr int kPoints = 360;
    const int rows = static_cast<int>(hu.size()) / columns;
    const double radius =
        0.47 * std::min(columns, rows); // inside what scanners fill around their round field
    for (int p = 0; p < kPoints; ++p) {
        const double angle = 2 * std::numbers::pi * p / kPoints;
        const int column = static_cast<int>(columns / 2.0 + radius * std::cos(angle));
        const int row = static_cast<int>(rows / 2.0 + radius * std::sin(angle));
        ++evidence.rim;
        if (mended(hu[static_cast<std::size_t>(row) * columns + column], intercept) < kAirHu)
            ++evidence.rimAir;
    }
}

} // namespace

bool mayHaveWrappedAir(const SliceHeader& slice) {
    return slice.pixels.bitsStored == 12 && !slice.pixels.isSigned && slice.rescale &&
           slice.rescale->slope == 1 && std::abs(slice.rescale->intercept) < 100;
}

void WrapEvidence::join(const WrapEvidence& other) {
    pixels += other.pixels;
    air += other.air;
    rim += other.rim;
    rimAir += other.rimAir;
    jumpsAsIs += other.jumpsAsIs;
    jumpsMended += other.jumpsMended;
}

WrapEvidence lookForWrappedAir(std::span<const std::int16_t> hu, int columns, const Rescale& rescale) {
    WrapEvidence evidence;
    const int intercept = interceptOf(rescale);
    const auto isJump = [](int a, int b) { return std::abs(a - b) > kRange / 2; };
    int before = 0, mendedBefore = 0;
    for (const std::int16_t now : hu) {
        if (now == kOutsideHu) continue;
        const int mendedNow = mended(now, intercept);
        if (evidence.pixels++ > 0) {
            evidence.jumpsAsIs += isJump(now, before);
            evidence.jumpsMended += isJump(mendedNow, mendedBefore);
        }
        if (mendedNow < kAirHu) ++evidence.air;
        before = now;
        mendedBefore = mendedNow;
    }
    if (!hu.empty()) lookAtRim(hu, columns, intercept, evidence);
    return evidence;
}

bool isAirWrapped(const WrapEvidence& e) {
    const bool hasAir = e.air * 20 > e.pixels; // a twentieth; metal alone is far less
    const bool isAround = e.rimAir * 2 > e.rim;
    const bool hasJumps = e.jumpsAsIs * 1000 > e.pixels && e.jumpsMended * 4 < e.jumpsAsIs;
    return hasAir && isAround && hasJumps;
}

void mendWrappedAir(std::span<std::int16_t> hu, const Rescale& rescale) {
    const int intercept = interceptOf(rescale);
    for (std::int16_t& value : hu)
        value = static_cast<std::int16_t>(mended(value, intercept));
}

} // namespace hemo::imaging
