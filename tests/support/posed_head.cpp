#include "tests/support/posed_head.h"

#include "core/simulate/head_anatomy.h"
#include "core/simulate/noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo::testing {
namespace {

using simulate::Point3;

constexpr PatientPoint kBleed{30, -10, 10};

Point3 narrowed(PatientPoint p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
}

Grid gridFor(const PosedHead& head) {
    const double tilt = head.tiltDegrees * std::numbers::pi / 180;
    const Vec3 row{1, 0, 0}, column{0, std::cos(tilt), std::sin(tilt)};
    const PatientPoint corner = PatientPoint{} + head.fieldShiftMm -
                                row * (0.5 * (head.columns - 1) * head.pixelMm) -
                                column * (0.5 * (head.rows - 1) * head.pixelMm);
    std::vector<PatientPoint> positions;
    positions.reserve(static_cast<std::size_t>(head.slices));
    for (int k = 0; k < head.slices; ++k)
        positions.push_back(corner + Vec3{0, 0, (k - 0.5 * (head.slices - 1)) * head.sliceMm});
    return Grid(head.columns, head.rows, row, column, head.pixelMm, head.pixelMm, std::move(positions));
}

} // namespace

VolumePtr posedHead(const PosedHead& head) {
    const simulate::HeadAnatomy anatomy(head.seed);
    const RigidTransform back = head.pose.inverse();
    const Grid grid = gridFor(head);
    const int parts = std::clamp(static_cast<int>(std::lround(head.sliceMm)), 1, 5);
    const auto densityAt = [&](PatientPoint p) {
        if (length(p - kBleed) < head.bleedRadiusMm) return 66.f;
        const float hu = anatomy.hu(narrowed(p), static_cast<float>(head.pixelMm));
        return head.over ? head.over(p, hu) : hu;
    };
    std::vector<std::int16_t> voxels;
    voxels.reserve(grid.voxelCount());
    for (int k = 0; k < head.slices; ++k)
        for (int j = 0; j < head.rows; ++j)
            for (int i = 0; i < head.columns; ++i) {
                const PatientPoint middle = grid.toPatient({double(i), double(j), double(k)});
                float sum = 0; // a slice shows the mean of what lies in its thickness
                for (int part = 0; part < parts; ++part)
                    sum += densityAt(
                        back.apply(middle + grid.normal() * (((part + 0.5) / parts - 0.5) * head.sliceMm)));
                const double noise = head.noiseHu * simulate::normalNoise(voxels.size(), head.noiseSeed);
                voxels.push_back(
                    static_cast<std::int16_t>(std::lround(sum / static_cast<float>(parts) + noise)));
            }
    return std::make_shared<const Volume>(grid, std::move(voxels), "1.2.826.0.1.3680043.8.498.79");
}

std::vector<PatientPoint> brainPlaces() {
    const simulate::CavityBox box = simulate::HeadAnatomy::cavityBox();
    constexpr int kAcross = 12;
    std::vector<PatientPoint> places;
    const auto at = [](int n) { return 2.0 * (n + 0.5) / kAcross - 1; };
    for (int k = 0; k < kAcross; ++k)
        for (int j = 0; j < kAcross; ++j)
            for (int i = 0; i < kAcross; ++i) {
                const PatientPoint p =
                    box.centre + Vec3{at(i) * box.half.x, at(j) * box.half.y, at(k) * box.half.z};
                if (simulate::cavityDepthMm(narrowed(p)) > 0) places.push_back(p);
            }
    return places;
}

} // namespace hemo::testing
