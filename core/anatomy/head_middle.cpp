#include "core/anatomy/head_middle.h"

#include "core/anatomy/skull.h"
#include "core/geometry/mean_place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using namespace raster;

constexpr double kCoarseMm = 2; // fine enough for a middle
constexpr double kNearMm = 15;  // slices whose centres are averaged: a head may lean
constexpr double kMostTurnDegrees = 35, kLeastLengthening = 1.15; // of variances: a round head shows no axis

/// Every n-th pixel of a slice.
std::vector<std::int16_t> thinned(std::span<const std::int16_t> hu, int columns, int rows, int n) {
    std::vector<std::int16_t> out;
    for (int j = n / 2; j < rows; j += n)
        for (int i = n / 2; i < columns; i += n)
            out.push_back(hu[static_cast<std::size_t>(j) * columns + i]);
    return out;
}

/// Sums over the inside of one slice's skull, in its own plane.
struct Moments {
    double n = 0, i = 0, j = 0, ii = 0, jj = 0, ij = 0;
};

Moments momentsOf(const Mask& inside) {
    Moments m;
    for (std::size_t v = 0; v < inside.set.size(); ++v) {
        if (!inside.set[v]) continue;
        const auto [i, j] = inside.placeOf(v);
        ++m.n, m.i += i, m.j += j, m.ii += i * i, m.jj += j * j, m.ij += i * j;
    }
    return m;
}

/// Second moments about each slice's own centre, in the patient's x and y.
struct Spread {
    double xx = 0, yy = 0, xy = 0;
    void add(Vec3 a, double weight) {
        xx += weight * a.x * a.x, yy += weight * a.y * a.y, xy += weight * a.x * a.y;
    }
};

/// Across the head's long axis; the patient's own left where the head shows none.
Vec3 leftOf(const Spread& s) {
    const double half = (s.xx - s.yy) / 2, root = std::hypot(half, s.xy), mean = (s.xx + s.yy) / 2;
    if (mean + root < kLeastLengthening * (mean - root)) return {1, 0, 0};
    const double longAxis = 0.5 * std::atan2(2 * s.xy, s.xx - s.yy); // from x towards y
    double turn = longAxis - std::numbers::pi / 2;
    if (turn < -std::numbers::pi / 2) turn += std::numbers::pi;
    if (std::abs(turn) > kMostTurnDegrees * std::numbers::pi / 180) return {1, 0, 0};
    return {std::cos(turn), std::sin(turn), 0};
}

} // namespace

std::optional<HeadMiddle> HeadMiddle::find(const Volume& volume, int boneFrom) {
    const Grid& grid = volume.grid();
    // A picture of a few fine pixels has at least one coarse one.
    const int n = std::clamp(static_cast<int>(std::lround(kCoarseMm / grid.columnSpacingMm())), 1,
                             std::max(1, std::min(grid.columns(), grid.rows())));
    const int step = std::max(1, grid.slices() / 40); // forty slices show where the middle is
    const int first = n / 2;                          // of the fine pixels
    const int columns = (grid.columns() - first + n - 1) / n;
    std::vector<Moments> all;
    std::vector<int> slices;
    for (int k = 0; k < grid.slices(); k += step) {
        const auto hu = thinned(volume.slice(k), grid.columns(), grid.rows(), n);
        all.push_back(momentsOf(
            skullInside({hu, columns, {grid.columnSpacingMm() * n, grid.rowSpacingMm() * n}, boneFrom})));
        slices.push_back(k);
    }
    double largest = 0;
    for (const Moments& m : all)
        largest = std::max(largest, m.n);
    if (largest == 0) return std::nullopt;

    HeadMiddle middle;
    Spread spread;
    const Vec3 right = grid.rowDirection() * (grid.columnSpacingMm() * n);
    const Vec3 down = grid.columnDirection() * (grid.rowSpacingMm() * n);
    for (std::size_t s = 0; s < all.size(); ++s) {
        const Moments& m = all[s];
        if (m.n < largest / 3) continue;
        const double i = m.i / m.n, j = m.j / m.n;
        middle.m_centres.push_back(grid.toPatient({i * n + first, j * n + first, double(slices[s])}));
        spread.add(right, m.ii - m.n * i * i);
        spread.add(down, m.jj - m.n * j * j);
        const double both = m.ij - m.n * i * j; // of right and down together
        spread.add(right + down, both);
        spread.add(right, -both);
        spread.add(down, -both);
    }
    middle.m_left = leftOf(spread);
    return middle;
}

PatientPoint HeadMiddle::centreNear(PatientPoint p) const {
    const auto nearer = [&](PatientPoint a, PatientPoint b) {
        return std::abs(a.z - p.z) < std::abs(b.z - p.z);
    };
    const PatientPoint nearest = *std::min_element(m_centres.begin(), m_centres.end(), nearer);
    MeanPlace mean;
    for (const PatientPoint& c : m_centres)
        if (std::abs(c.z - nearest.z) <= kNearMm) mean.add(c);
    return mean.value();
}

} // namespace hemo
