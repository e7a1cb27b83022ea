#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo::imaging {
namespace {

constexpr double kFarthestMm = 1e5;     // no scanner's table is longer
constexpr double kRightAngle = 0.01;    // cosine that rounding leaves
constexpr double kMostLeanDegrees = 35; // gantries tilt by 30

bool isFinite(Vec3 v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

bool isNear(PatientPoint p) {
    return isFinite(p - PatientPoint{}) && std::abs(p.x) <= kFarthestMm && std::abs(p.y) <= kFarthestMm &&
           std::abs(p.z) <= kFarthestMm;
}

bool isPossibleMm(Vec3 step) {
    return isFinite(step) && length(step) >= 0.01 && length(step) <= 100;
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("volume_file.damaged"), what);
}

PatientPoint at(const VoxelSteps& s, double i, double j, double k) {
    return s.first + s.column * i + s.row * j + s.slice * k;
}

double determinant(const VoxelSteps& s) {
    return dot(cross(s.column, s.row), s.slice);
}

} // namespace

Result<VoxelSteps> stepsFromQuaternion(std::span<const double, 3> bcd, std::span<const double, 3> offset,
                                       std::span<const double, 3> sizesMm, double qfac) {
    double b = bcd[0], c = bcd[1], d = bcd[2];
    const double squared = b * b + c * c + d * d;
    constexpr double kRounding = 1e-3; // four bytes a number
    if (!std::isfinite(squared) || squared > 1 + kRounding) return damaged("quaternion");
    const double a = std::sqrt(std::max(0.0, 1 - squared));
    if (a == 0) { // half a turn: rounding must not make the axes longer
        const double shrink = 1 / std::sqrt(squared);
        b *= shrink, c *= shrink, d *= shrink;
    }
    const Vec3 x{a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)};
    const Vec3 y{2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)};
    const Vec3 z{2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c};
    return VoxelSteps{x * sizesMm[0],
                      y * sizesMm[1],
                      z * (qfac < 0 ? -sizesMm[2] : sizesMm[2]),
                      {offset[0], offset[1], offset[2]}};
}

VoxelSteps stepsFromRows(std::span<const double, 12> r) {
    return {{r[0], r[4], r[8]}, {r[1], r[5], r[9]}, {r[2], r[6], r[10]}, {r[3], r[7], r[11]}};
}

VoxelSteps rasToLps(const VoxelSteps& s) {
    const auto turned = [](Vec3 v) { return Vec3{-v.x, -v.y, v.z}; };
    return {turned(s.column), turned(s.row), turned(s.slice), {-s.first.x, -s.first.y, s.first.z}};
}

VoxelSteps stepsFromSizes(std::span<const double, 3> sizesMm) {
    return {{sizesMm[0], 0, 0}, {0, sizesMm[1], 0}, {0, 0, sizesMm[2]}, {}};
}

double farthestApartMm(const VoxelSteps& a, const VoxelSteps& b, const VolumeHeader& volume) {
    double farthest = 0;
    for (const double i : {0.0, volume.columns - 1.0})
        for (const double j : {0.0, volume.rows - 1.0})
            for (const double k : {0.0, volume.slices - 1.0})
                farthest = std::max(farthest, length(at(a, i, j, k) - at(b, i, j, k)));
    return farthest;
}

bool areMirrored(const VoxelSteps& a, const VoxelSteps& b) {
    return (determinant(a) < 0) != (determinant(b) < 0);
}

Result<PlacedVolume> placeVolume(const VolumeHeader& volume) {
    const VoxelSteps& s = volume.steps;
    if (!isPossibleMm(s.column) || !isPossibleMm(s.row) || !isPossibleMm(s.slice))
        return damaged("voxel size");
    if (!isNear(s.first) || !isNear(at(s, volume.columns, volume.rows, volume.slices)))
        return damaged("position");
    const Vec3 right = normalized(s.column);
    if (std::abs(dot(right, normalized(s.row))) > kRightAngle)
        return fail(ErrorCode::Unsupported, say("volume_file.sheared"));
    const Vec3 down = normalized(s.row - right * dot(s.row, right));
    const double along = dot(s.slice, cross(right, down));
    const double lean = std::acos(std::min(1.0, std::abs(along) / length(s.slice))) * 180 / std::numbers::pi;
    if (lean > kMostLeanDegrees) return fail(ErrorCode::Unsupported, say("volume_file.leaning"));
    PlacedVolume placed;
    placed.order = along > 0 ? SliceOrder::AlongNormal : SliceOrder::AgainstNormal;
    std::vector<PatientPoint> positions;
    positions.reserve(static_cast<std::size_t>(volume.slices));
    for (int n = 0; n < volume.slices; ++n)
        positions.push_back(at(s, 0, 0, placed.order == SliceOrder::AlongNormal ? n : volume.slices - 1 - n));
    placed.grid =
        Grid(volume.columns, volume.rows, right, down, length(s.column), length(s.row), std::move(positions));
    return placed;
}

} // namespace hemo::imaging
