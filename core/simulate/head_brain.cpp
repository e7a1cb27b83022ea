#include "core/simulate/head_anatomy.h"
#include "core/simulate/noise.h"

namespace hemo::simulate {
namespace {

constexpr float kFluid = 9, kGrey = 38, kWhite = 28, kDeepGrey = 37, kDura = 50, kCerebellum = 36;
constexpr float kFarMm = -9;

/// Into the ventricles of one half (x >= 0): lateral with its horns, third and fourth.
float ventricleMm(Point3 m) {
    if (m.x > 46) return kFarMm;
    const float frontalHorn = insideCapsule(m, {9, -33, 5}, {7, -14, 14}, 3.6f, 5);
    const float body = insideCapsule(m, {7, -14, 14}, {13, 18, 19}, 5, 5);
    const float atrium = insideCapsule(m, {13, 18, 19}, {24, 36, 6}, 5, 7);
    const float occipitalHorn = insideCapsule(m, {24, 36, 6}, {21, 62, 3}, 6, 2);
    const float temporalHorn = insideCapsule(m, {25, 32, -2}, {33, 2, -19}, 3.2f, 1.8f);
    const float third = insideEllipsoid(m, {0, 4, -1}, {2.4f, 15, 11});
    const float fourth = insideEllipsoid(m, {0, 30, -35}, {7, 4.5f, 10});
    const float lateral =
        joined(joined(joined(frontalHorn, body, 3), joined(atrium, occipitalHorn, 4), 3), temporalHorn, 2);
    // The septum keeps the two sides apart.
    return std::max({std::min(lateral, m.x - 0.8f), third, fourth});
}

float brainstemMm(Point3 m) {
    const float midbrain = insideEllipsoid(m, {0, 10, -14}, {16, 11, 12});
    const float pons = insideEllipsoid(m, {0, 13, -35}, {16, 13, 15});
    const float cord = insideCapsule(m, {0, 19, -48}, {0, 32, -160}, 8, 6);
    return joined(joined(midbrain, pons, 5), cord, 5);
}

float cerebellumMm(Point3 p) {
    return std::min(insideEllipsoid(p, {0, 40, -35}, {49, 37, 26}), 52 - 0.5f * std::abs(p.x) - p.z * 0.2f);
}

float cisternMm(Point3 m) {
    if (m.z > 24) return kFarMm;
    const float suprasellar = insideEllipsoid(m, {0, -15, -24}, {13, 8, 6});
    const float prepontine = insideEllipsoid(m, {0, -2, -33}, {11, 5, 14});
    const float quadrigeminal = insideEllipsoid(m, {0, 24, -7}, {9, 6, 8});
    const float magna = insideEllipsoid(m, {0, 66, -58}, {10, 8, 7});
    const float vallecula = insideCapsule(m, {0, 24, -56}, {0, 34, -160}, 13, 11);
    // Round the midbrain: a shell, open where the temporal lobe touches.
    const float midbrain = insideEllipsoid(m, {0, 10, -14}, {16, 11, 12});
    const float ambient = std::min(1.5f - std::abs(midbrain + 1.5f), m.y - 2);
    return std::max({suprasellar, prepontine, quadrigeminal, magna, vallecula, ambient});
}

/// Between temporal lobe and frontal lobe, over the insula.
float sylvianMm(Point3 m) {
    if (m.x < 30 || m.z > 30 || m.z < -24) return kFarMm;
    const float insulaX = 42 - 0.006f * (m.y + 4) * (m.y + 4);
    const float within = std::min({m.y + 24, 16 - m.y, m.z + 14, 18 - m.z}) / 4;
    const float cleft = std::min(1.3f - std::abs(m.x - insulaX), within);
    const float stem = insideEllipsoid(m, {54, -20, -4}, {15, 2.2f, 11});
    const float behind = insideEllipsoid(m, {54, 10, 6}, {14, 1.7f, 7});
    return std::max({cleft, stem, behind});
}

/// The great commissure: no fissure passes through it.
float callosumMm(Point3 m) {
    return insideEllipsoid(m, {0, 3, 8}, {60, 37, 21});
}

float deepGrey(Point3 m, float edgeMm) {
    if (m.x > 36 || m.z > 26 || m.z < -12) return 0;
    const float thalamus = insideEllipsoid(m, {11, 8, 4}, {8, 14, 9});
    const float caudate = insideCapsule(m, {14, -20, 8}, {17, 8, 20}, 5.5f, 2.5f);
    const float lentiform = insideEllipsoid(m, {25, -4, 2}, {6.5f, 16, 10});
    return coverage(std::max({thalamus, caudate, lentiform}), edgeMm + 1);
}

} // namespace

/// No brain is symmetric: a slow sway of a millimetre or two.
Point3 HeadAnatomy::swayed(Point3 p) const {
    const float s = float(m_seed % 97);
    return {p.x + 1.1f * std::sin(p.y * 0.045f + s) * std::cos(p.z * 0.05f + s),
            p.y + 1.5f * std::sin(p.x * 0.05f + 2 * s), p.z + 1.3f * std::sin(p.x * 0.04f + p.y * 0.03f + s)};
}

HeadAnatomy::BrainPlace HeadAnatomy::brainPlace(Point3 p, float depthMm) const {
    const Point3 q = swayed(p), m = mirrored(q);
    return {q, m, depthMm, cerebellumMm(q), brainstemMm(m)};
}

HeadAnatomy::Fluid HeadAnatomy::fluidAt(const BrainPlace& place) const {
    const Point3 q = place.swayed, m = place.mirrored;
    const float depthMm = place.depthMm;
    Fluid f{kFarMm, kFarMm, kFarMm, ventricleMm(m), 99};
    // The brain lies on the skull's floor and clear of its vault.
    const float rimMm = mix(0.3f, 1.3f, coverage(q.z + 6, 10));
    f.cisternMm = std::max(cisternMm(m), rimMm - depthMm);
    if (std::max(place.cerebellumMm, place.brainstemMm) > 0) return f;

    const float callosum = callosumMm(m);
    if (callosum < 0 && q.z > -22) {
        const float width = 1.1f + 0.8f * coverage(-callosum - 14, 20);
        f.fissureMm = width - m.x;
        f.cortexMm = std::min(f.cortexMm, m.x - width);
    }
    const float sylvian = sylvianMm(m);
    f.fissureMm = std::max(f.fissureMm, sylvian);
    f.cortexMm = std::min({f.cortexMm, -sylvian, depthMm - rimMm});

    // Sulci stand upright on the surface: the field is read where the ray from the middle meets the vault, so
    // that it hardly changes with depth, and its zero lines are the sulci.
    constexpr float kReachMm = 26;
    if (depthMm < kReachMm) {
        const Point3 c = q - Point3{0, 2, -4};
        const float k = std::max(length({c.x / 66, c.y / 83, c.z / 62}), 0.35f);
        const Point3 surface = c * (1 / k);
        const float bend = smoothNoise(surface * (1 / 30.f), m_seed + 22);
        const float n = smoothNoise(surface * (1 / 17.f) + Point3{bend, -bend, bend}, m_seed + 21);
        const float ends = 17 + 7 * smoothNoise(surface * (1 / 23.f), m_seed + 23);
        const float halfWidth = 1.25f * (1 - depthMm / ends);
        const float awayMm = std::abs(n) * 15;
        f.sulcusMm = std::min(halfWidth - awayMm, (ends - depthMm) * 0.5f);
        const float bottom = std::max(depthMm - ends, 0.f);
        f.cortexMm = std::min(f.cortexMm, std::sqrt(awayMm * awayMm + bottom * bottom) - halfWidth);
    }
    return f;
}

float HeadAnatomy::brainHu(Point3 p, float depthMm, float edgeMm) const {
    const BrainPlace place = brainPlace(p, depthMm);
    const Point3 q = place.swayed, m = place.mirrored;
    const float cerebellum = place.cerebellumMm, stem = place.brainstemMm;
    const Fluid f = fluidAt(place);
    const float tentorium = std::min(1.1f - std::abs(cerebellum + 0.8f), depthMm - 3);

    const float ribbon = coverage(3.1f - f.cortexMm, edgeMm + 0.8f);
    float hu = mix(kWhite, kGrey, std::max(ribbon, deepGrey(m, edgeMm)));
    if (stem > -2) hu = mix(hu, 33, coverage(stem, 2));
    if (cerebellum > -2) {
        // Folia: thin leaves that follow the surface.
        const float leaves = std::sin(cerebellum * 1.35f + 3 * smoothNoise(q * (1 / 14.f), m_seed + 25));
        const float outer = coverage(13 - cerebellum, 8);
        const float leafHu = kCerebellum - 2 + 3.5f * leaves * outer - 4 * (1 - outer);
        hu = mix(hu, mix(leafHu, 33, coverage(stem, 3)), coverage(cerebellum, 2));
    }
    if (tentorium > -2 && q.z < 14 && q.y > 8 && stem < -4) {
        hu = mix(hu, kDura - 4, coverage(tentorium, edgeMm));
    }
    const float fluid = std::max({f.sulcusMm, f.fissureMm, f.cisternMm, f.ventricleMm});
    hu = mix(hu, kFluid, coverage(fluid, edgeMm));
    // The falx hangs in the fissure, deep behind and shallow in front, and thickens at the sagittal sinus.
    const float falxEdge = mix(30, 48, std::clamp((q.y + 70) / 140, 0.f, 1.f));
    if (callosumMm(m) < -2 && q.z > -18 && std::max(cerebellum, stem) < -1) {
        const float falx = std::min(0.75f - m.x, falxEdge - depthMm);
        hu = mix(hu, kDura, coverage(falx, edgeMm));
        const float sinus = 3.5f - length({m.x, depthMm - 2, 0});
        if (q.y > -30) hu = mix(hu, kDura + 2, coverage(sinus, edgeMm));
    }
    return hu + 0.9f * smoothNoise(p * (1 / 6.f), m_seed + 24);
}

Surroundings HeadAnatomy::surroundingsAt(Point3 p) const {
    const float depth = cavityDepthMm(p);
    if (depth < 0) return {depth, kFarMm, kFarMm};
    const Fluid f = fluidAt(brainPlace(p, depth));
    return {depth, std::max({f.sulcusMm, f.fissureMm, f.cisternMm}), f.ventricleMm};
}

} // namespace hemo::simulate
