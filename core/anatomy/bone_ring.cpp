#include "core/anatomy/bone_ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo {

using namespace raster;

namespace {

constexpr int kDirections = BoneBreak::kDirections;
constexpr double kLeastRadiusMm = 30, kMostRadiusMm = 120; // of a new-born's head and of a large one
constexpr double kMostLengthening = 1.8;                   // long over wide
constexpr double kNearest = 0.75, kFarthest = 1.3;         // of the ellipse: where its bone is looked for

double angleOf(int direction) {
    return 2 * std::numbers::pi * direction / kDirections;
}

/// Bone as a ray from some place meets it. Places are in mm from the corner of the picture.
class Rays {
public:
    Rays(const Mask& bone, PixelMm pixel) : m_bone(bone), m_pixel(pixel) {}

    Point2 middleOfBone() const {
        Point2 sum;
        double count = 0;
        for (std::size_t n = 0; n < m_bone.set.size(); ++n) {
            if (!m_bone.set[n]) continue;
            const auto [i, j] = m_bone.placeOf(n);
            sum.x += i * m_pixel.across;
            sum.y += j * m_pixel.down;
            ++count;
        }
        return {sum.x / count, sum.y / count};
    }

    /// How far the first bone lies from a place, looked for between two distances.
    std::optional<double> firstBone(Point2 from, double angle, double nearest, double farthest) const {
        const double step = std::min(m_pixel.across, m_pixel.down) / 2;
        for (double r = nearest; r <= farthest; r += step) {
            const auto place = placeAt(from.towards(angle, r), m_bone.shape(), m_pixel);
            if (place && m_bone.set[*place]) return r;
        }
        return std::nullopt;
    }

private:
    const Mask& m_bone;
    PixelMm m_pixel;
};

bool isHead(const Ellipse& e) {
    double least = 1e9, most = 0;
    for (int d = 0; d < kDirections; ++d) {
        const double r = e.radius(angleOf(d));
        least = std::min(least, r), most = std::max(most, r);
    }
    return least >= kLeastRadiusMm && most <= kMostRadiusMm && most <= kMostLengthening * least;
}

/// Laid along all that rays from the middle of the bone meet, and then along what of that lies near it:
/// crests and the bones of the face do not.
std::optional<Ellipse> laidAlong(const Rays& rays) {
    const Point2 middle = rays.middleOfBone();
    std::vector<Point2> met;
    for (int d = 0; d < kDirections; ++d)
        if (const auto r = rays.firstBone(middle, angleOf(d), 0, 2 * kMostRadiusMm))
            met.push_back(middle.towards(angleOf(d), *r));
    const auto rough = fitEllipse(met);
    if (!rough) return std::nullopt;
    constexpr double kMostOff = 0.15;
    std::erase_if(met, [&](Point2 p) { return std::abs(rough->reach(p) - 1) > kMostOff; });
    auto fine = fitEllipse(met);
    return fine && isHead(*fine) ? fine : std::nullopt;
}

/// How far out bone lies, of the ellipse's radius; none where there is no bone.
using Outline = std::array<std::optional<double>, kDirections>;

Outline outlineOf(const Rays& rays, const Ellipse& ellipse) {
    Outline outline;
    for (int d = 0; d < kDirections; ++d) {
        const double r = ellipse.radius(angleOf(d));
        const auto bone = rays.firstBone(ellipse.centre, angleOf(d), kNearest * r, kFarthest * r);
        if (bone) outline[static_cast<std::size_t>(d)] = *bone / r;
    }
    return outline;
}

std::size_t turned(int direction) {
    return static_cast<std::size_t>((direction % kDirections + kDirections) % kDirections);
}

/// As the other side of the head does, where that has bone, led from one end of the break to the other.
BoneBreak between(const Outline& outline, int mirror, int from, int to) {
    const auto alike = [&](int d) { return outline[turned(mirror - d)]; };
    const auto led = [&](int d, double atFrom, double atTo) {
        return std::lerp(atFrom, atTo, double(d - from) / double(to - from));
    };
    bool isMirrored = true;
    for (int d = from; d <= to; ++d)
        isMirrored = isMirrored && alike(d);
    BoneBreak found{from, {}};
    for (int d = from; d <= to; ++d) {
        double reach = led(d, *outline[turned(from)], *outline[turned(to)]);
        if (isMirrored) reach += *alike(d) - led(d, *alike(from), *alike(to));
        found.reaches.push_back(reach);
    }
    return found;
}

std::vector<BoneBreak> breaksOf(const Outline& outline, const Ellipse& ellipse) {
    std::vector<BoneBreak> breaks;
    const auto first = std::ranges::find_if(outline, [](const auto& o) { return o.has_value(); });
    if (first == outline.end()) return breaks;
    const auto mirror = static_cast<int>(std::lround(ellipse.longAxis() / std::numbers::pi * kDirections));
    const auto begin = static_cast<int>(first - outline.begin());
    for (int d = begin, last = begin; d <= begin + kDirections; ++d) {
        if (!outline[turned(d)]) continue;
        if (d > last + 1) breaks.push_back(between(outline, mirror, last, d));
        last = d;
    }
    return breaks;
}

} // namespace

Point2 BoneBreak::at(const Ellipse& ellipse, double step) const {
    const auto n = std::min(static_cast<std::size_t>(step), reaches.size() - 2);
    const double reach = std::lerp(reaches[n], reaches[n + 1], step - double(n));
    const double angle = 2 * std::numbers::pi * (from + step) / kDirections;
    return ellipse.centre.towards(angle, ellipse.radius(angle) * reach);
}

double BoneBreak::widthMm(const Ellipse& ellipse) const {
    return distance(at(ellipse, 0), at(ellipse, last()));
}

std::optional<std::size_t> placeAt(Point2 p, Shape shape, PixelMm pixel) {
    const long x = std::lround(p.x / pixel.across), y = std::lround(p.y / pixel.down);
    if (x < 0 || y < 0 || x >= shape.columns || y >= shape.rows) return std::nullopt;
    return static_cast<std::size_t>(y) * shape.columns + static_cast<std::size_t>(x);
}

std::optional<BoneRing> boneRing(const Mask& bone, PixelMm pixel) {
    if (bone.count() == 0) return std::nullopt;
    const Rays rays(bone, pixel);
    const auto ellipse = laidAlong(rays);
    if (!ellipse) return std::nullopt;
    return BoneRing{*ellipse, breaksOf(outlineOf(rays, *ellipse), *ellipse)};
}

} // namespace hemo
