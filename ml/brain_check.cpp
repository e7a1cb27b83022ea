#include "ml/preprocess.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace hemo::ml {
namespace {

using Mask = std::vector<std::uint8_t>;

constexpr int kCheckSize = 128;         // pixels a side: enough to see a skull, whatever the network's input
constexpr float kBone = 0.9f;           // of the window: thin bone is diluted by what lies beside it
constexpr double kSmallestBrain = 0.04; // of the picture
constexpr float kLeastGrey = 0.15f, kMostGrey = 0.8f; // mean of what bone closes in
constexpr double kLeastBoneRound = 0.8;               // of the directions: ribs round a liver leave more open

/// Thicker by 11 mm on each side: open sutures and the fontanelles of a newborn do not
/// open the skull.
Mask thickened(const Mask& mask, int width, int height) {
    constexpr int kBy = 6;
    Mask across(mask.size()), both(mask.size());
    const auto anyAlong = [&](const Mask& m, int x, int y, int dx, int dy) {
        for (int n = -kBy; n <= kBy; ++n) {
            const int px = x + n * dx, py = y + n * dy;
            if (px >= 0 && py >= 0 && px < width && py < height && m[std::size_t(py) * width + px])
                return true;
        }
        return false;
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            across[std::size_t(y) * width + x] = anyAlong(mask, x, y, 1, 0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            both[std::size_t(y) * width + x] = anyAlong(across, x, y, 0, 1);
    return both;
}

/// Everything that can be reached from the picture's edge without crossing `wall`.
Mask outsideOf(const Mask& wall, int width, int height) {
    Mask reached(wall.size());
    std::vector<std::size_t> open;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        const std::size_t at = std::size_t(y) * width + x;
        if (wall[at] || reached[at]) return;
        reached[at] = true;
        open.push_back(at);
    };
    for (int x = 0; x < width; ++x)
        visit(x, 0), visit(x, height - 1);
    for (int y = 0; y < height; ++y)
        visit(0, y), visit(width - 1, y);
    while (!open.empty()) {
        const int x = int(open.back() % width), y = int(open.back() / width);
        open.pop_back();
        visit(x - 1, y), visit(x + 1, y), visit(x, y - 1), visit(x, y + 1);
    }
    return reached;
}

/// The share of directions from a place in which there is bone.
double boneRound(const Mask& bone, int width, int height, double x, double y) {
    constexpr int kDirections = 90;
    int hits = 0;
    for (int d = 0; d < kDirections; ++d) {
        const double angle = 2 * std::numbers::pi * d / kDirections, dx = std::cos(angle),
                     dy = std::sin(angle);
        for (int step = 0;; ++step) {
            const int px = int(std::lround(x + dx * step)), py = int(std::lround(y + dy * step));
            if (px < 0 || py < 0 || px >= width || py >= height) break;
            if (!bone[std::size_t(py) * width + px]) continue;
            ++hits;
            break;
        }
    }
    return double(hits) / kDirections;
}

} // namespace

bool showsBrain(const Plane& networkPlane) {
    const Plane plane = resamplePlane(networkPlane, AxisMap::fit(networkPlane.width, kCheckSize), kCheckSize,
                                      AxisMap::fit(networkPlane.height, kCheckSize), kCheckSize, 0);
    Mask bone(plane.values.size());
    std::transform(plane.values.begin(), plane.values.end(), bone.begin(),
                   [](float v) { return v >= kBone; });
    const auto wall = thickened(bone, plane.width, plane.height);
    const auto outside = outsideOf(wall, plane.width, plane.height);
    double count = 0, grey = 0, x = 0, y = 0;
    for (std::size_t v = 0; v < wall.size(); ++v)
        if (!wall[v] && !outside[v])
            ++count, grey += plane.values[v], x += double(v % plane.width), y += double(v / plane.width);
    if (count < kSmallestBrain * double(wall.size())) return false;
    if (grey / count < kLeastGrey || grey / count > kMostGrey) return false;
    return boneRound(bone, plane.width, plane.height, x / count, y / count) >= kLeastBoneRound;
}

} // namespace hemo::ml
