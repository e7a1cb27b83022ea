#include "viewer/render/brain_mask.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hemo::render {
namespace {

using Mask = std::vector<std::uint8_t>;

constexpr std::int16_t kBoneHu = 150, kSoftHu = -120;
constexpr float kClosingMm = 4.5f;     // foramina, sutures and thin plates
constexpr float kSeparateMm = 5;       // necks narrower than twice this part the brain from what is below
constexpr float kClearOfBoneMm = 1.6f; // voxels that share bone look like blood
constexpr double kSmallestMl = 60;
constexpr float kFar = 1e6f;

struct Shape {
    int columns, rows, slices;
    std::size_t size() const { return std::size_t(columns) * rows * slices; }
};

Shape shapeOf(const VoxelBox& box) {
    return {box.columns, box.rows, box.slices};
}

/// Squared distance along one line to the lower envelope of parabolas rooted at `squared`
/// (Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions").
class LineDistance {
public:
    explicit LineDistance(int longest) : m_in(longest), m_roots(longest), m_from(longest + 1) {}

    void run(float* squared, std::size_t stride, int n, float spacing) {
        for (int q = 0; q < n; ++q)
            m_in[q] = squared[q * stride];
        int last = 0;
        m_roots[0] = 0;
        m_from[0] = -kFar, m_from[1] = kFar;
        for (int q = 1; q < n; ++q) {
            float s = meeting(q, m_roots[last], spacing);
            while (last > 0 && s <= m_from[last])
                s = meeting(q, m_roots[--last], spacing);
            m_roots[++last] = q;
            m_from[last] = s, m_from[last + 1] = kFar;
        }
        for (int q = 0, k = 0; q < n; ++q) {
            while (m_from[k + 1] < float(q))
                ++k;
            const float d = float(q - m_roots[k]) * spacing;
            squared[q * stride] = d * d + m_in[m_roots[k]];
        }
    }

private:
    float meeting(int q, int r, float spacing) const {
        const float s2 = spacing * spacing;
        return ((m_in[q] / s2 + float(q) * float(q)) - (m_in[r] / s2 + float(r) * float(r))) /
               float(2 * (q - r));
    }
    std::vector<float> m_in;
    std::vector<int> m_roots;
    std::vector<float> m_from;
};

/// Squared distance in mm from every voxel to the nearest one where `isSource`.
template <class Predicate> std::vector<float> squaredDistance(const VoxelBox& box, Predicate isSource) {
    const Shape shape = shapeOf(box);
    std::vector<float> d(shape.size());
    for (std::size_t n = 0; n < d.size(); ++n)
        d[n] = isSource(n) ? 0 : kFar;
    LineDistance line(std::max({shape.columns, shape.rows, shape.slices}));
    const std::size_t slice = std::size_t(shape.columns) * shape.rows;
    for (int k = 0; k < shape.slices; ++k) {
        for (int j = 0; j < shape.rows; ++j)
            line.run(&d[box.index(0, j, k)], 1, shape.columns, float(box.spacingMm.x));
        for (int i = 0; i < shape.columns; ++i)
            line.run(&d[box.index(i, 0, k)], shape.columns, shape.rows, float(box.spacingMm.y));
    }
    for (std::size_t n = 0; n < slice; ++n)
        line.run(&d[n], slice, shape.slices, float(box.spacingMm.z));
    return d;
}

/// Spreads from `stack` over voxels that hold `from`, turning them into `to`; six neighbours, or four where a
/// slice is to be filled by itself. Returns how many it turned.
enum class Spread { InSlice, InVolume };
std::size_t flood(Mask& mask, const Shape& shape, std::vector<std::size_t> stack, std::uint8_t from,
                  std::uint8_t to, Spread spread) {
    const std::size_t row = shape.columns, slice = row * shape.rows;
    std::size_t turned = 0;
    const auto visit = [&](std::size_t n) {
        if (mask[n] != from) return;
        mask[n] = to;
        ++turned;
        stack.push_back(n);
    };
    std::vector<std::size_t> seeds;
    seeds.swap(stack);
    for (const std::size_t seed : seeds)
        visit(seed);
    while (!stack.empty()) {
        const std::size_t n = stack.back();
        stack.pop_back();
        const std::size_t i = n % row, j = n / row % shape.rows, k = n / slice;
        if (i > 0) visit(n - 1);
        if (i + 1 < row) visit(n + 1);
        if (j > 0) visit(n - row);
        if (j + 1 < std::size_t(shape.rows)) visit(n + row);
        if (spread == Spread::InSlice) continue;
        if (k > 0) visit(n - slice);
        if (k + 1 < std::size_t(shape.slices)) visit(n + slice);
    }
    return turned;
}

/// Leaves 1 in the largest body of ones; 0 elsewhere.
std::size_t keepLargest(Mask& mask, const Shape& shape) {
    constexpr std::uint8_t kUnseen = 1, kSeen = 2, kBest = 3;
    std::size_t largest = 0;
    for (std::size_t n = 0; n < mask.size(); ++n) {
        if (mask[n] != kUnseen) continue;
        const std::size_t size = flood(mask, shape, {n}, kUnseen, kSeen, Spread::InVolume);
        if (size <= largest) continue;
        std::replace(mask.begin(), mask.end(), kBest, kSeen);
        flood(mask, shape, {n}, kSeen, kBest, Spread::InVolume);
        largest = size;
    }
    for (std::uint8_t& m : mask)
        m = m == kBest;
    return largest;
}

/// Soft tissue that bone encloses within each slice once gaps are closed.
Mask enclosed(const VoxelBox& box, const std::vector<float>& fromBone) {
    const Shape shape = shapeOf(box);
    Mask open(shape.size());
    for (std::size_t n = 0; n < open.size(); ++n)
        open[n] = fromBone[n] > kClosingMm * kClosingMm;
    std::vector<std::size_t> border;
    for (int k = 0; k < shape.slices; ++k) {
        for (int i = 0; i < shape.columns; ++i)
            border.push_back(box.index(i, 0, k)), border.push_back(box.index(i, shape.rows - 1, k));
        for (int j = 0; j < shape.rows; ++j)
            border.push_back(box.index(0, j, k)), border.push_back(box.index(shape.columns - 1, j, k));
    }
    flood(open, shape, std::move(border), 1, 0, Spread::InSlice);
    for (std::size_t n = 0; n < open.size(); ++n)
        open[n] = open[n] && box.hu[n] > kSoftHu;
    return open;
}

} // namespace

Mask largestBodyOver(const VoxelBox& box, std::int16_t hu) {
    Mask mask(box.hu.size());
    for (std::size_t n = 0; n < mask.size(); ++n)
        mask[n] = box.hu[n] > hu;
    keepLargest(mask, shapeOf(box));
    return mask;
}

Mask grown(const VoxelBox& box, const Mask& mask, double mm) {
    const std::vector<float> away = squaredDistance(box, [&](std::size_t n) { return mask[n] != 0; });
    Mask result(mask.size());
    for (std::size_t n = 0; n < mask.size(); ++n)
        result[n] = away[n] <= mm * mm;
    return result;
}

Mask thickParts(const VoxelBox& box, const Mask& mask, std::int16_t hu, double thicknessMm) {
    // A voxel is half its size away from its own edge.
    const double radius = (thicknessMm + box.spacingMm.x) / 2, edgeMm = 1;
    const auto isDense = [&](std::size_t n) { return mask[n] && box.hu[n] > hu; };
    const std::vector<float> fromThin = squaredDistance(box, [&](std::size_t n) { return !isDense(n); });
    Mask core(mask.size());
    for (std::size_t n = 0; n < core.size(); ++n)
        core[n] = fromThin[n] >= radius * radius;
    Mask thick = grown(box, core, radius + edgeMm);
    for (std::size_t n = 0; n < thick.size(); ++n)
        thick[n] = thick[n] && isDense(n);
    return thick;
}

Mask insideSkull(const VoxelBox& box) {
    const std::vector<float> fromBone =
        squaredDistance(box, [&](std::size_t n) { return box.hu[n] >= kBoneHu; });
    Mask core = enclosed(box, fromBone);
    // Only the middles of bodies are compared, so that narrow necks do not join them.
    const std::vector<float> fromRim = squaredDistance(box, [&](std::size_t n) { return !core[n]; });
    for (std::size_t n = 0; n < core.size(); ++n)
        core[n] = core[n] && fromRim[n] > kSeparateMm * kSeparateMm;
    const std::size_t size = keepLargest(core, shapeOf(box));
    const double voxelMl = box.spacingMm.x * box.spacingMm.y * box.spacingMm.z / 1000;
    if (double(size) * voxelMl < kSmallestMl) return {};

    const float reach = kSeparateMm + kClosingMm;
    const std::vector<float> fromCore = squaredDistance(box, [&](std::size_t n) { return core[n] != 0; });
    for (std::size_t n = 0; n < core.size(); ++n)
        core[n] = fromCore[n] < reach * reach && fromBone[n] > kClearOfBoneMm * kClearOfBoneMm &&
                  box.hu[n] > kSoftHu;
    return core;
}

} // namespace hemo::render
