#include "core/simulate/bleed.h"

#include "core/geometry/voxel_place.h"
#include "core/simulate/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo::simulate {
namespace {

constexpr float kEdgeMm = 1.4f;    // a clot's own edge
constexpr float kOedemaMm = 5;     // round a clot in the brain
constexpr float kOedemaHu = 20;    // what white matter falls to
constexpr float kNever = 1e9f;     // a place no bleed of this kind reaches
constexpr float kMidlineMm = 1.2f; // clear of the falx

/// A place in the head with x folded so that the bleed's side is positive.
struct Site {
    Point3 at;
    Surroundings near;
};

/// Where a bleed starts and how it spreads: for every place, the size at which it is reached, in millimetres
/// of its thinnest direction, so that one number grows it and an edge has a known width.
class Growth {
public:
    Growth(const BleedSpec& spec, const BleedHost& host, unsigned seed)
        : m_kind(spec.kind),
          m_sign(isLeft(spec, host) ? 1.f : -1.f),
          m_host(host),
          m_seed(seed),
          m_dice(seed) {
        if (spec.placement == Placement::Anywhere) {
            m_turn = m_dice.uniform(0, std::numbers::pi_v<float>);
            m_flattening = m_dice.uniform(0.6f, 1.5f);
        }
        // A real head's midline is not where its box has it: what the falx does not part may cross.
        m_crossesMidline = (spec.at || spec.placement == Placement::Anywhere) && isPartedByNothing();
        m_start = spec.at                                 ? nearest(*spec.at)
                  : spec.placement == Placement::Anywhere ? anyPlace()
                                                          : startPlace();
    }

    /// From the box's centre, x towards the bleed's side.
    Point3 folded(PatientPoint p) const {
        const Vec3 v = p - m_host.box.centre;
        return {float(v.x) * m_sign, float(v.y), float(v.z)};
    }
    Site siteAt(PatientPoint p) const { return {folded(p), m_host.surroundings(p)}; }
    bool isOnSide(PatientPoint p) const { return m_crossesMidline || folded(p).x > kMidlineMm; }

    float reachedAt(const Site& s) const {
        if (s.near.depthMm <= 0) return kNever;
        switch (m_kind) {
        case BleedType::Epidural:
            return alongSkull(s, 2.6f * m_flattening);
        case BleedType::Subdural:
            return alongSkull(s, 9.f * m_flattening);
        case BleedType::Intraventricular:
            return layered(s);
        case BleedType::Subarachnoid:
            return betweenGyri(s);
        default:
            return roundClot(s);
        }
    }

    /// How much of the space this kind keeps to a voxel holds, 0..1.
    float inItsSpace(const Site& s) const {
        float inside = s.near.depthMm;
        if (m_kind == BleedType::Intraparenchymal) inside -= 2;
        return coverage(inside, 1);
    }

private:
    static bool isLeft(const BleedSpec& spec, const BleedHost& host) {
        return spec.at ? spec.at->x > host.box.centre.x : spec.side == Side::Left;
    }
    bool isPartedByNothing() const {
        return m_kind != BleedType::Subdural && m_kind != BleedType::Intraventricular;
    }
    bool isAlongSkull() const { return m_kind == BleedType::Epidural || m_kind == BleedType::Subdural; }

    PatientPoint unfolded(Point3 p) const { return m_host.box.centre + Vec3{p.x * m_sign, p.y, p.z}; }

    float jitter(unsigned which) const { return std::clamp(normalNoise(which, m_seed), -2.f, 2.f); }

    /// Typical places, in parts of the cavity's half size: putamen, parietal convexity, temporal squama,
    /// atrium, Sylvian fissure.
    Point3 startPlace() const {
        struct Typical {
            Point3 at;
            float spread;
        };
        const Typical typical = [&]() -> Typical {
            switch (m_kind) {
            case BleedType::Epidural:
                return {{0.9f, 0.02f, 0.12f}, 0.06f};
            case BleedType::Subdural:
                return {{0.8f, 0.0f, 0.35f}, 0.05f};
            case BleedType::Intraventricular:
                return {{0.32f, 0.42f, 0.1f}, 0};
            case BleedType::Subarachnoid:
                return {{0.6f, -0.18f, 0.0f}, 0.03f};
            default:
                return {{0.42f, -0.02f, 0.1f}, 0.04f};
            }
        }();
        const Vec3 half = m_host.box.half;
        const Point3 p{float(half.x) * (typical.at.x + typical.spread * jitter(1) * 0.5f),
                       float(half.y) * (typical.at.y + typical.spread * jitter(2)),
                       float(half.z) * (typical.at.z + typical.spread * jitter(3))};
        return isAlongSkull() ? onInnerTable(p) : p;
    }

    Point3 nearest(PatientPoint at) const {
        const Point3 p = folded(at);
        return isAlongSkull() && length(p) > 1 ? onInnerTable(p) : p;
    }

    /// A place that this kind can start from, anywhere in its half of the head.
    Point3 anyPlace() {
        const Vec3 half = m_host.box.half;
        if (m_kind == BleedType::Intraparenchymal) {
            constexpr int kTries = 60;
            constexpr float kDeepMm = 6;
            Point3 p;
            for (int n = 0; n < kTries; ++n) {
                p = {m_dice.uniform(4, float(half.x)), m_dice.uniform(-1, 1) * float(half.y),
                     m_dice.uniform(-1, 1) * float(half.z)};
                if (m_host.surroundings(unfolded(p)).depthMm > kDeepMm) break;
            }
            return p;
        }
        if (m_kind == BleedType::Intraventricular) return startPlace();
        const float angle = m_dice.uniform(-1, 1) * std::numbers::pi_v<float> / 2;
        const Point3 p{float(half.x) * std::cos(angle), float(half.y) * std::sin(angle),
                       float(half.z) * m_dice.uniform(-0.5f, 0.8f)};
        return onInnerTable(p);
    }

    /// Where the ray from the middle through p leaves the cavity.
    Point3 onInnerTable(Point3 p) const {
        const Point3 step = p * (0.5f / length(p));
        Point3 at = p * 0.3f;
        for (int i = 0; i < 400 && m_host.surroundings(unfolded(at)).depthMm > 0; ++i)
            at = at + step;
        return at;
    }

    /// A lens on the inner table: `flatness` times as wide as deep.
    float alongSkull(const Site& s, float flatness) const {
        const Point3 v = s.at - m_start;
        const float deep = s.near.depthMm;
        const float along = std::sqrt(std::max(dot(v, v) - deep * deep, 0.f)) / flatness;
        const float dent = 1 + 0.06f * smoothNoise(s.at * (1 / 15.f), m_seed + 31);
        return std::sqrt(deep * deep + along * along) * dent;
    }

    float roundClot(const Site& s) const {
        const Point3 away = s.at - m_start;
        const float cosine = std::cos(m_turn), sine = std::sin(m_turn);
        const Point3 v{away.x * cosine - away.y * sine, away.x * sine + away.y * cosine, away.z};
        // Longest from front to back, as clots of the basal ganglia are.
        const float size = length({v.x, v.y / 1.45f, v.z / 1.15f});
        return size * (1 + 0.16f * smoothNoise(s.at * (1 / 13.f), m_seed + 32));
    }

    /// Blood sinks to the back of a ventricle of a lying patient; more than it holds stretches it.
    float layered(const Site& s) const {
        constexpr float kFull = 100;
        // The third and fourth ventricles have no side.
        if (s.at.x < 3 || (s.at.x < 8 && s.at.z < -15)) return kNever;
        if (s.near.ventricleMm > 0) return std::clamp(70 - s.at.y, 0.f, kFull - 1);
        // Only the lateral ventricle stretches: not away from its middle.
        const Point3 v = s.at - m_start;
        return s.near.ventricleMm > -8 ? kFull - s.near.ventricleMm * 4 + 0.02f * length(v) : kNever;
    }

    /// Blood fills sulci and cisterns from the Sylvian fissure outwards, then thickens them.
    float betweenGyri(const Site& s) const {
        if (s.near.subarachnoidMm < -1.5f) return kNever;
        const Point3 v = s.at - m_start;
        return 0.25f * length(v) + 4 * std::max(-s.near.subarachnoidMm, 0.f);
    }

    BleedType m_kind;
    float m_sign;
    const BleedHost& m_host;
    unsigned m_seed;
    Dice m_dice;
    float m_turn = 0, m_flattening = 1;
    bool m_crossesMidline = false;
    Point3 m_start;
};

struct Candidate {
    std::size_t voxel;
    float reached, inSpace;
};

/// Every voxel of the bleed's half of the head that it could reach at all, and its oedema.
std::vector<Candidate> candidates(const Growth& growth, const CavityBox& box, const Grid& grid) {
    std::vector<Candidate> found;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j) {
            const std::size_t row = (std::size_t(k) * grid.rows() + j) * grid.columns();
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const Vec3 v = p - box.centre;
                if (std::abs(v.x) > box.half.x || std::abs(v.y) > box.half.y || std::abs(v.z) > box.half.z)
                    continue;
                if (!growth.isOnSide(p)) continue;
                const Site site = growth.siteAt(p);
                const float reached = growth.reachedAt(site);
                if (reached < kNever) found.push_back({row + i, reached, growth.inItsSpace(site)});
            }
        }
    return found;
}

/// The size at which `wanted` voxels are over half bleed.
float sizeFor(const std::vector<Candidate>& all, std::size_t wanted) {
    std::vector<float> sizes;
    for (const Candidate& c : all)
        if (c.inSpace > 0.5f) sizes.push_back(c.reached);
    if (sizes.empty() || wanted == 0) return -kNever;
    if (wanted >= sizes.size()) return *std::max_element(sizes.begin(), sizes.end()) + kEdgeMm;
    const auto nth = sizes.begin() + std::ptrdiff_t(wanted);
    std::nth_element(sizes.begin(), nth, sizes.end());
    return *nth;
}

std::int16_t blended(std::int16_t under, float over, float share) {
    return std::int16_t(std::lround(mix(under, over, share)));
}

} // namespace

double voxelVolumeMl(const Grid& grid) {
    const double step = grid.slices() > 1 ? grid.typicalSpacingMm() : 1;
    return grid.columnSpacingMm() * grid.rowSpacingMm() * step / 1000;
}

DrawnBleed describeBleed(std::vector<std::size_t> voxels, const Grid& grid) {
    DrawnBleed drawn;
    Vec3 sum;
    for (const std::size_t voxel : voxels)
        sum = sum + (placeOfVoxel(grid, voxel) - PatientPoint{});
    if (!voxels.empty()) drawn.centre = PatientPoint{} + sum * (1.0 / double(voxels.size()));
    drawn.volumeMl = double(voxels.size()) * voxelVolumeMl(grid);
    drawn.voxels = std::move(voxels);
    return drawn;
}

DrawnBleed drawBleed(const BleedSpec& spec, const BleedHost& host, const Grid& grid,
                     std::span<std::int16_t> voxels, unsigned seed, std::optional<double> thicknessMm) {
    const Growth growth(spec, host, seed);
    const std::vector<Candidate> all = candidates(growth, host.box, grid);
    const float size = thicknessMm
                           ? float(*thicknessMm)
                           : sizeFor(all, std::size_t(std::lround(spec.volumeMl / voxelVolumeMl(grid))));
    std::vector<std::size_t> inside;
    for (const Candidate& c : all) {
        const float share = std::min(coverage(size - c.reached, kEdgeMm), c.inSpace);
        std::int16_t& hu = voxels[c.voxel];
        if (spec.kind == BleedType::Intraparenchymal && hu > kOedemaHu) {
            const float rim = coverage(size + kOedemaMm / 2 - c.reached, kOedemaMm) * c.inSpace;
            hu = blended(hu, kOedemaHu, 0.8f * rim);
        }
        if (share <= 0) continue;
        const Point3 at = growth.folded(placeOfVoxel(grid, c.voxel));
        hu = blended(hu, float(spec.hu) * (1 + 0.05f * smoothNoise(at * (1 / 5.f), seed + 33)), share);
        if (share > 0.5f) inside.push_back(c.voxel);
    }
    return describeBleed(std::move(inside), grid);
}

} // namespace hemo::simulate
