#include "core/simulate/mimics.h"

#include "core/simulate/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo::simulate {
namespace {

constexpr int kTissueToHu = 70;      // bone that lends its brightness to a voxel is left alone
constexpr float kSliceStretch = .6f; // 5 mm slices show a small ball in two of them

/// A ball with a soft edge, from the box's centre.
struct Spot {
    Point3 at;
    float radiusMm = 0;
};

/// One mimic, asked place by place how much of it is there.
class Change {
public:
    Change(const MimicSpec& spec, const BleedHost& host, unsigned seed)
        : m_spec(spec), m_host(host), m_seed(seed), m_dice(seed), m_size(float(spec.sizeMm)) {
        switch (spec.kind) {
        case Mimic::Infarct:
            m_centre = placeDeeperThan(4);
            m_turn = m_dice.uniform(0, std::numbers::pi_v<float>);
            m_edgeMm = m_dice.uniform(3, 11);
            break;
        case Mimic::Lacunes:
            for (int n = 0, count = 1 + int(m_dice.uniform(0, 5.99f)); n < count; ++n)
                m_spots.push_back({placeDeeperThan(15), m_size * m_dice.uniform(0.4f, 1)});
            break;
        case Mimic::Calcification:
            placeCalcium();
            break;
        default:
            break;
        }
    }

    /// 0..1 at a place of the brain.
    float at(Point3 p, const Surroundings& near) const {
        switch (m_spec.kind) {
        case Mimic::Infarct:
            return near.ventricleMm > 0 ? 0 : 0.85f * territory(p);
        case Mimic::WhiteMatterDisease:
            return near.ventricleMm > 0 || near.depthMm < 6
                       ? 0
                       : 0.7f * coverage(near.ventricleMm + m_size * (1 + 0.5f * noiseAt(p, 12)), 5);
        case Mimic::Atrophy:
            return shrunken(p, near);
        default:
            return spots(p);
        }
    }

private:
    float noiseAt(Point3 p, float featureMm) const { return smoothNoise(p * (1 / featureMm), m_seed + 51); }

    float territory(Point3 p) const {
        const Point3 away = p - m_centre;
        const float cosine = std::cos(m_turn), sine = std::sin(m_turn);
        const Point3 v{away.x * cosine - away.y * sine, (away.x * sine + away.y * cosine) / 1.5f, away.z};
        return coverage(m_size - length(v) * (1 + 0.25f * noiseAt(p, 17)), m_edgeMm);
    }

    /// Wider ventricles and sulci, and fluid between brain and table.
    float shrunken(Point3 p, const Surroundings& near) const {
        const float uneven = 1 + 0.3f * noiseAt(p, 25);
        return std::max({coverage(near.ventricleMm + m_size * uneven, 1.5f),
                         coverage(near.subarachnoidMm + m_size * 0.3f * uneven, 1),
                         coverage(m_size * 0.5f * uneven - near.depthMm, 1.5f)});
    }

    float spots(Point3 p) const {
        float most = 0;
        for (const Spot& s : m_spots) {
            const Point3 v = p - s.at;
            most = std::max(most, coverage(s.radiusMm - length({v.x, v.y, v.z * kSliceStretch}), 1.2f));
        }
        return most;
    }

    Point3 placeDeeperThan(float depthMm) {
        const Vec3 half = m_host.box.half;
        constexpr int kTries = 60;
        const float side = m_spec.side == Side::Left ? 1.f : -1.f;
        Point3 p;
        for (int n = 0; n < kTries; ++n) {
            p = {m_dice.uniform(4, float(half.x)) * side, m_dice.uniform(-1, 1) * float(half.y),
                 m_dice.uniform(-1, 1) * float(half.z)};
            if (m_host.surroundings(m_host.box.centre + Vec3{p.x, p.y, p.z}).depthMm > depthMm) break;
        }
        return p;
    }

    /// Pineal gland, choroid plexus, basal ganglia or dura, in parts of the cavity's half size.
    void placeCalcium() {
        constexpr std::array kUsual{Point3{0, 0.14f, -0.05f}, Point3{0.27f, 0.4f, 0.05f},
                                    Point3{0.27f, -0.06f, -0.05f}, Point3{0, -0.5f, 0.4f}};
        const auto which = std::min<std::size_t>(std::size_t(m_dice.uniform(0, 5)), kUsual.size());
        if (which == kUsual.size()) {
            m_spots.push_back({placeDeeperThan(2), m_size});
            return;
        }
        const Vec3 half = m_host.box.half;
        for (const float side : {-1.f, 1.f}) {
            if (kUsual[which].x == 0 && side < 0) continue;
            const Point3 usual = kUsual[which];
            const Point3 at{side * usual.x * float(half.x), usual.y * float(half.y), usual.z * float(half.z)};
            m_spots.push_back(
                {at + Point3{m_dice.uniform(-4, 4), m_dice.uniform(-5, 5), m_dice.uniform(-4, 4)},
                 m_size * m_dice.uniform(0.5f, 1)});
        }
    }

    const MimicSpec& m_spec;
    const BleedHost& m_host;
    unsigned m_seed;
    Dice m_dice;
    float m_size = 0, m_turn = 0, m_edgeMm = 5;
    Point3 m_centre;
    std::vector<Spot> m_spots;
};

} // namespace

std::vector<std::size_t> drawMimic(const MimicSpec& spec, const BleedHost& host, const Grid& grid,
                                   std::span<std::int16_t> voxels, unsigned seed) {
    const Change change(spec, host, seed);
    std::vector<std::size_t> changed;
    std::size_t voxel = 0;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i, ++voxel) {
                if (voxels[voxel] > kTissueToHu) continue;
                const PatientPoint place = grid.toPatient({double(i), double(j), double(k)});
                const Surroundings near = host.surroundings(place);
                if (near.depthMm <= 0) continue;
                const Vec3 v = place - host.box.centre;
                const float amount = change.at({float(v.x), float(v.y), float(v.z)}, near);
                if (amount <= 0.01f) continue;
                voxels[voxel] = std::int16_t(std::lround(mix(voxels[voxel], float(spec.hu), amount)));
                if (amount > 0.5f) changed.push_back(voxel);
            }
    return changed;
}

} // namespace hemo::simulate
