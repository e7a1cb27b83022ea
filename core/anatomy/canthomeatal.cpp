#include "core/anatomy/canthomeatal.h"

#include "core/anatomy/ear_canal.h"
#include "core/anatomy/head_middle.h"
#include "core/anatomy/orbital_rim.h"
#include "core/geometry/mean_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace hemo {
namespace {

constexpr int kBoneHu = 250;
constexpr double kRadians = std::numbers::pi / 180;
constexpr double kMostOffMm = 2.5, kMostTurnDegrees = 35;
constexpr double kMostUnlikeMm = 8; // between a way on the left and the same on the right

struct Between {
    double least = 0, most = 0;
    bool has(double mm) const { return least <= mm && mm <= most; }
};
// An adult's, mm. Of four landmarks each confirms the others; with one meatus they must lie closer to what is
// usual.
constexpr Between kMeatuses{98, 142}, kRims{80, 118}, kSameSide{56, 96};
// With one, it is measured from halfway between the rims, along the line between them and at a right angle to
// it. The middle ear and the mastoid's cells lie deeper for how far back they are.
constexpr Between kRimsOfThree{84, 114}, kOutOfThree{48, 74}, kBackOfThree{60, 92};
constexpr double kMostBackForOut = 1.65, kLeastAreaOfThreeMm2 = 6;
// The middle of a head is found from its length and may be turned where that of the skull is.
constexpr std::array kTurnsDegrees{0, 12, -12, 24, -24, 36, -36};
constexpr double kMostYawDegrees = 50;

/// What there is to choose from in one head.
struct Candidates {
    std::vector<EarCanal> leftCanals, rightCanals;
    std::vector<OrbitalRim> leftRims, rightRims;
};

Candidates candidatesIn(const Volume& volume, const std::vector<HeadLayer>& layers, HeadAxes axes) {
    const auto canals = [&](HeadSide side) {
        return earCanals(SideView(volume, layers, axes, side, kEarArea), kBoneHu);
    };
    const auto rims = [&](HeadSide side) {
        return orbitalRims(SideView(volume, layers, axes, side, kOrbitArea), kBoneHu);
    };
    Candidates found;
    found.leftRims = rims(HeadSide::Left);
    if (!found.leftRims.empty()) found.rightRims = rims(HeadSide::Right);
    if (found.rightRims.empty()) return {}; // without both there is no plane
    found.leftCanals = canals(HeadSide::Left);
    found.rightCanals = canals(HeadSide::Right);
    return found;
}

double distanceMm(PatientPoint a, PatientPoint b) {
    return length(b - a);
}

/// By least squares of the heights over the slices.
void fitPlane(CanthomeatalPlane& plane, std::span<const PatientPoint> places, HeadAxes axes) {
    MeanPlace mean;
    for (const PatientPoint p : places)
        mean.add(p);
    plane.through = mean.value();
    double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
    for (const PatientPoint p : places) {
        const Vec3 off = p - plane.through;
        const double x = dot(off, axes.left), y = dot(off, axes.posterior), z = dot(off, axes.up);
        xx += x * x, xy += x * y, yy += y * y, xz += x * z, yz += y * z;
    }
    const double of = xx * yy - xy * xy; // not 0: the places lie far apart, two on either side
    const double a = (xz * yy - yz * xy) / of, b = (yz * xx - xz * xy) / of;
    plane.up = normalized(axes.up - axes.left * a - axes.posterior * b);
    plane.offMm = 0;
    for (const PatientPoint p : places)
        plane.offMm = std::max(plane.offMm, std::abs(dot(p - plane.through, plane.up)));
    plane.turnedDegrees = std::acos(std::min(1.0, dot(plane.up, axes.up))) / kRadians;
}

/// A plane and how well its landmarks confirm each other.
struct Scored {
    CanthomeatalPlane plane;
    double score = 0;
};
using Best = std::optional<Scored>;

void keepBetter(Best& best, const Scored& found) {
    const bool isPlausible = found.plane.offMm <= kMostOffMm && found.plane.turnedDegrees <= kMostTurnDegrees;
    if (isPlausible && (!best || found.score > best->score)) best = found;
}

/// More for what is seen clearly, up to that of a whole canal.
double clearness(const EarCanal& canal) {
    constexpr double kUnitMm2 = 0.75, kEnoughMm2 = 15;
    return std::log1p(std::min(canal.areaMm2, kEnoughMm2) / kUnitMm2);
}
double clearness(const OrbitalRim& rim) {
    constexpr double kUnitMl = 0.5;
    return std::log1p(rim.openMl / kUnitMl);
}

void tryFour(Best& best, const EarCanal& leftCanal, const EarCanal& rightCanal, const OrbitalRim& leftRim,
             const OrbitalRim& rightRim, HeadAxes axes) {
    constexpr double kPerOffMm = 0.6, kPerUnlikeMm = 0.12;
    const std::array places{leftCanal.opening, rightCanal.opening, outerCorner(leftRim, rightRim, axes.up),
                            outerCorner(rightRim, leftRim, axes.up)};
    const auto& [leftEar, rightEar, leftEye, rightEye] = places;
    const double left = distanceMm(leftEar, leftEye), right = distanceMm(rightEar, rightEye);
    const double unlike = std::abs(left - right);
    const double across = std::abs(distanceMm(leftEar, rightEye) - distanceMm(rightEar, leftEye));
    if (!kMeatuses.has(distanceMm(leftEar, rightEar)) || !kRims.has(distanceMm(leftEye, rightEye))) return;
    if (!kSameSide.has(left) || !kSameSide.has(right)) return;
    if (unlike > kMostUnlikeMm || across > kMostUnlikeMm) return;
    Scored found{{leftEar, rightEar, leftEye, rightEye, {}, {}}};
    fitPlane(found.plane, places, axes);
    found.score = clearness(leftCanal) + clearness(rightCanal) + clearness(leftRim) + clearness(rightRim) -
                  kPerOffMm * found.plane.offMm - kPerUnlikeMm * (unlike + across);
    keepBetter(best, found);
}

void tryThree(Best& best, HeadSide side, const EarCanal& canal, const OrbitalRim& leftRim,
              const OrbitalRim& rightRim, HeadAxes axes) {
    const bool isLeft = side == HeadSide::Left;
    const PatientPoint leftEye = outerCorner(leftRim, rightRim, axes.up);
    const PatientPoint rightEye = outerCorner(rightRim, leftRim, axes.up);
    const Vec3 apart = leftEye - rightEye, off = canal.opening - lerp(leftEye, rightEye, 0.5);
    const double outMm = dot(off, normalized(apart)) * (isLeft ? 1 : -1);
    const double backMm = length(off - normalized(apart) * dot(off, normalized(apart)));
    if (canal.areaMm2 < kLeastAreaOfThreeMm2 || !kRimsOfThree.has(length(apart))) return;
    if (!kOutOfThree.has(outMm) || !kBackOfThree.has(backMm) || backMm > kMostBackForOut * outMm) return;
    Scored found{{{}, {}, leftEye, rightEye, {}, {}}, canal.areaMm2};
    (isLeft ? found.plane.leftMeatus : found.plane.rightMeatus) = canal.opening;
    fitPlane(found.plane, std::array{canal.opening, leftEye, rightEye}, axes);
    keepBetter(best, found);
}

/// With one meatus. Where both sides show what might be one and they make no four, one of them is none, and
/// nobody knows which.
struct BestOfThree {
    Best best;
    bool hasLeft = false, hasRight = false;
};

void choose(Best& four, BestOfThree& three, const Candidates& from, HeadAxes axes) {
    for (const OrbitalRim& leftRim : from.leftRims)
        for (const OrbitalRim& rightRim : from.rightRims) {
            for (const EarCanal& left : from.leftCanals)
                for (const EarCanal& right : from.rightCanals)
                    tryFour(four, left, right, leftRim, rightRim, axes);
            for (const EarCanal& left : from.leftCanals)
                tryThree(three.best, HeadSide::Left, left, leftRim, rightRim, axes);
            for (const EarCanal& right : from.rightCanals)
                tryThree(three.best, HeadSide::Right, right, leftRim, rightRim, axes);
        }
    const auto isLarge = [](const EarCanal& canal) { return canal.areaMm2 >= kLeastAreaOfThreeMm2; };
    three.hasLeft = three.hasLeft || std::ranges::any_of(from.leftCanals, isLarge);
    three.hasRight = three.hasRight || std::ranges::any_of(from.rightCanals, isLarge);
}

} // namespace

std::optional<CanthomeatalPlane> canthomeatalPlane(const Volume& volume) {
    const auto middle = HeadMiddle::find(volume, kBoneHu);
    if (!middle) return std::nullopt;
    const std::vector<HeadLayer> layers = headLayers(volume, *middle);
    if (layers.empty()) return std::nullopt;
    const Vec3 left = middle->left();
    const double found = std::atan2(left.y, left.x) / kRadians;
    BestOfThree three;
    for (const int turn : kTurnsDegrees) {
        if (std::abs(found + turn) > kMostYawDegrees) continue;
        const HeadAxes axes = headAxes(volume.grid(), left, turn * kRadians);
        Best four;
        choose(four, three, candidatesIn(volume, layers, axes), axes);
        if (four) return four->plane;
    }
    if (!three.best || (three.hasLeft && three.hasRight)) return std::nullopt;
    return three.best->plane;
}

} // namespace hemo
