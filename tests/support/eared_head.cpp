#include "tests/support/eared_head.h"

#include <cmath>
#include <optional>

namespace hemo::testing {
namespace {

constexpr float kBone = 1100, kAir = -1000, kSoft = 40, kFat = -80;

std::optional<float> ear(PatientPoint p, Canals canals) {
    constexpr double kInnerX = 34, kDrumX = 40, kRadiusMm = 3.5, kBackMm = 11, kUpMm = 12;
    const double out = std::abs(p.x), back = p.y - kDrawnMeatus.y, up = p.z - kDrawnMeatus.z;
    if (out > kDrumX && std::hypot(back, up) < kRadiusMm) {
        const bool isFilled = canals == Canals::BothFilled || (canals == Canals::LeftFilled && p.x > 0);
        return isFilled ? kSoft : kAir;
    }
    const bool isBone = out > kInnerX && out < kDrawnMeatus.x && std::abs(back) < kBackMm;
    return isBone && std::abs(up) < kUpMm ? std::optional(kBone) : std::nullopt;
}

/// The cone widens to the front; where its outer wall meets the slanted face, there is the rim.
std::optional<float> orbit(PatientPoint p, float hu) {
    constexpr double kApexX = 14, kApexY = -28, kLongMm = kApexY - kDrawnRim.y, kRimRadiusMm = 20;
    constexpr double kAxisMm = kDrawnRim.x - kRimRadiusMm - kApexX, kNoseX = 8, kNoseY = -88;
    constexpr double kUpMm = 26, kSideX = 56, kSlant = 0.5;
    const double out = std::abs(p.x), up = p.z - kDrawnRim.z, along = (kApexY - p.y) / kLongMm;
    if (p.y > kApexY || std::abs(up) > kUpMm || out > kSideX) return std::nullopt;
    if (out < kNoseX) return p.y > kNoseY ? std::optional(kBone) : std::nullopt;
    if (std::hypot(out - kApexX - kAxisMm * along, up) < kRimRadiusMm * along) return hu < -300 ? hu : kFat;
    const double faceY = kDrawnRim.y + (out - kDrawnRim.x) * kSlant;
    if (p.y > faceY) return kBone;
    return hu > kSoft ? std::optional(kSoft) : std::nullopt;
}

} // namespace

float EaredHead::operator()(PatientPoint p, float hu) const {
    if (const auto drawn = ear(p, m_canals)) return *drawn;
    return orbit(p, hu).value_or(hu);
}

} // namespace hemo::testing
