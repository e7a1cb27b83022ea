#include "core/simulate/head_anatomy.h"
#include "core/simulate/noise.h"

namespace hemo::simulate {
namespace {

constexpr float kAir = -1000, kFat = -95, kMuscle = 55, kSkin = 35, kMucosa = 30;
constexpr float kTable = 1350, kDiploe = 620, kThinBone = 900, kPetrous = 1750;

float petrousMm(Point3 m) {
    return insideCapsule(m, {15, 3, -34}, {56, 26, -38}, 5, 10);
}

float vaultMm(Point3 p) {
    // Heads are wider behind the ears than at the forehead.
    const float narrowing = 1 - 0.11f * p.y / 83;
    const float vault = insideEllipsoid({p.x * narrowing, p.y, p.z}, {0, 2, 4}, {66, 83, 58});
    const float t = std::clamp((p.y + 28) / 30, 0.f, 1.f);
    // The roofs of the orbits bulge into the anterior fossa.
    const float roof = 5 * coverage(15 - std::abs(std::abs(p.x) - 31), 20) * (1 - t);
    const float floorZ = mix(-23, -38, t * t * (3 - 2 * t)) + roof;
    return std::min(vault, p.z - floorZ);
}

/// Cells of air between thin walls: a hardened random field.
float cellular(Point3 p, float cellMm, std::uint32_t seed, float edgeMm) {
    const float wallMm = std::abs(smoothNoise(p * (1 / cellMm), seed)) * cellMm * 0.7f - 0.6f;
    return mix(250, -900, coverage(wallMm, edgeMm + 0.5f));
}

struct Orbit {
    float coneMm, globeMm, lensMm, nerveMm, muscleMm;
};

Orbit orbitAt(Point3 m) {
    Orbit o;
    o.coneMm = insideCapsule(m, {32, -70, -38}, {13, -28, -34}, 17, 4);
    o.globeMm = 12 - length(m - Point3{33, -74, -38});
    o.lensMm = insideEllipsoid(m, {33.5f, -82.5f, -38}, {4.5f, 2, 4.5f});
    o.nerveMm = insideCapsule(m, {31, -62, -38}, {14, -30, -34}, 2.2f, 2);
    o.muscleMm = std::max(insideCapsule(m, {20.5f, -70, -38}, {13, -31, -34}, 2, 1.3f),
                          insideCapsule(m, {44.5f, -68, -38}, {17, -32, -34}, 2, 1.3f));
    return o;
}

struct Sinuses {
    float ethmoidMm, sphenoidMm, maxillaryMm, nasalMm, frontalMm;
    float any() const { return std::max({ethmoidMm, sphenoidMm, maxillaryMm, nasalMm, frontalMm}); }
};

Sinuses sinusesAt(Point3 m) {
    Sinuses s;
    s.ethmoidMm = insideEllipsoid(m, {7, -55, -41}, {6, 24, 14});
    s.sphenoidMm = insideEllipsoid(m, {7.5f, -19, -43}, {7, 11, 9});
    s.maxillaryMm = insideEllipsoid(m, {29, -58, -69}, {14, 18, 14});
    s.nasalMm = insideEllipsoid(m, {5.6f, -61, -69}, {5, 31, 17});
    s.frontalMm = insideEllipsoid(m, {11, -85, -15}, {10, 3.4f, 8});
    return s;
}

float headMm(Point3 p, float depthMm, float thicknessMm) {
    const Point3 m = mirrored(p);
    // The temporalis muscle pads the hollow behind the brow.
    const float temporalis = 9 * coverage(insideEllipsoid(m, {66, -30, -8}, {26, 34, 34}), 24);
    const float scalp = depthMm + thicknessMm + 5.5f + temporalis;
    const float face = insideEllipsoid(p, {0, -28, -64}, {64, 71, 56});
    const float nose = insideCapsule(p, {0, -90, -44}, {0, -103, -70}, 7, 11);
    const float behindEar = insideEllipsoid(m, {54, 24, -44}, {21, 34, 32});
    const float neck = insideCapsule(p, {0, 20, -62}, {0, 26, -160}, 60, 56);
    const float ear = insideEllipsoid(m, {74, 20, -38}, {8, 12, 24});
    return joined(joined(joined(joined(scalp, face, 12), std::max(neck, behindEar), 14), nose, 6), ear, 6);
}

/// So far out that nothing of the head can be there, told for the price of two comparisons.
bool isBeyondHead(Point3 p) {
    const float wide = std::abs(p.x) / 94, deep = p.y > 0 ? p.y / 116 : p.y / 126;
    return wide * wide + deep * deep > 1 || p.z > 92;
}

/// What a slice's head rests in: a carbon shell round a foam filling, open at the front.
float holderHu(Point3 p, float edgeMm) {
    const Point3 flat{p.x, p.y, 0};
    const float inside = insideEllipsoid(flat, {0, 4, 0}, {101, 113, 400});
    const float behind = coverage(p.y - 18, 6);
    const float shell = coverage(1.6f - std::abs(inside), edgeMm) * behind;
    return mix(mix(kAir, -960, coverage(inside, edgeMm) * behind), -250, shell);
}

} // namespace

float cavityDepthMm(Point3 p) {
    const Point3 m = mirrored(p);
    const float posterior = insideEllipsoid(p, {0, 38, -34}, {52, 42, 31});
    const float middle = insideEllipsoid(m, {37, -9, -25}, {24, 33, 19});
    const float foramen = insideCapsule(p, {0, 24, -55}, {0, 34, -160}, 14, 12);
    const float brain = joined(joined(joined(vaultMm(p), posterior, 5), middle, 4), foramen, 6);
    return std::min(brain, -petrousMm(m));
}

CavityBox HeadAnatomy::cavityBox() {
    return {{0, 0, 0}, {70, 86, 66}};
}

float HeadAnatomy::skullThicknessMm(Point3 p) const {
    const float ends = p.y / 83;
    const float side = coverage(std::abs(p.x) - 52, 24) * coverage(18 - p.z, 30);
    return 5.6f + 2.6f * ends * ends - 1.6f * side + 0.4f * smoothNoise(p * (1 / 34.f), m_seed + 11);
}

float HeadAnatomy::boneHu(Point3 p, float depthMm, float thicknessMm, float edgeMm) const {
    const float marrow = kDiploe + 260 * smoothNoise(p * 0.35f, m_seed + 12);
    // Distance into the diploe, between an inner table of 1.5 mm and an outer one of 1.8 mm.
    const float diploe = std::min(-depthMm - 1.5f, depthMm + thicknessMm - 1.8f);
    return mix(kTable, marrow, coverage(diploe, edgeMm));
}

float HeadAnatomy::outsideSkullHu(Point3 p, float head, float edgeMm) const {
    const float lobules = smoothNoise(p * (1 / 15.f), m_seed + 13);
    const float muscle = coverage(head - 4.5f + 1.2f * lobules, 1.5f);
    float hu = mix(kFat, kMuscle + 8 * lobules, muscle);
    // Fat planes between the muscles of neck and jaw.
    if (head > 8) hu = mix(hu, kFat, coverage(0.8f - std::abs(lobules) * 12, edgeMm + 0.6f));
    return mix(hu, kSkin, coverage(1.6f - head, edgeMm));
}

float HeadAnatomy::withFace(Point3 p, float hu, float edgeMm) const {
    const Point3 m = mirrored(p);
    const float zygoma = std::max(insideCapsule(m, {69, -12, -50}, {60, -60, -54}, 2.6f, 3.4f),
                                  insideCapsule(m, {60, -60, -54}, {46, -74, -58}, 4, 4));
    const float mandible = insideCapsule(m, {54, -6, -58}, {50, -18, -110}, 5, 4);
    hu = mix(hu, kTable, coverage(std::max(zygoma, mandible), edgeMm));

    const Sinuses s = sinusesAt(m);
    const Orbit o = orbitAt(m);
    const float wall = std::max(s.any() + 1.7f, p.y > -81 ? o.coneMm + 1.8f : -9.f);
    hu = mix(hu, kThinBone, coverage(wall, edgeMm));
    if (o.coneMm > -edgeMm) {
        hu = mix(hu, kFat, coverage(o.coneMm, edgeMm));
        hu = mix(hu, kMuscle, coverage(std::max(o.muscleMm, o.nerveMm), edgeMm));
    }
    hu = mix(hu, 45, coverage(o.globeMm, edgeMm));
    hu = mix(hu, 12, coverage(o.globeMm - 1.2f, edgeMm));
    hu = mix(hu, 90, coverage(o.lensMm, edgeMm));

    if (s.any() < -edgeMm) return hu;
    hu = mix(hu, kAir + 10, coverage(std::max({s.sphenoidMm, s.maxillaryMm, s.frontalMm}), edgeMm));
    const float turbinate = smoothNoise(p * (1 / 8.f), m_seed + 14);
    hu = mix(hu, mix(kAir, kMucosa, coverage(turbinate * 8 - 1, 1)), coverage(s.nasalMm, edgeMm));
    return s.ethmoidMm > -edgeMm ? mix(hu, cellular(p, 7, m_seed + 15, edgeMm), coverage(s.ethmoidMm, edgeMm))
                                 : hu;
}

float HeadAnatomy::hu(Point3 p, float edgeMm) const {
    if (isBeyondHead(p)) return holderHu(p, edgeMm);
    const float depth = cavityDepthMm(p);
    if (depth > edgeMm) return brainHu(p, depth, edgeMm);
    if (depth < -60) return holderHu(p, edgeMm);
    const Point3 m = mirrored(p);
    const float thickness = skullThicknessMm(p);
    const float head = headMm(p, depth, thickness);
    float hu = holderHu(p, edgeMm);
    if (head < -edgeMm) return hu;
    hu = mix(hu, outsideSkullHu(p, head, edgeMm), coverage(head, edgeMm));
    const float petrous = petrousMm(m);
    hu = mix(hu, boneHu(p, depth, thickness, edgeMm), coverage(std::max(depth + thickness, petrous), edgeMm));
    hu = mix(hu, kPetrous, coverage(std::min(petrous - 1, 44 - m.x), 4));
    if (p.z < 0) hu = withFace(p, hu, edgeMm);

    const float mastoid = insideEllipsoid(m, {56, 29, -46}, {11, 13, 16});
    if (mastoid > -3) {
        hu = mix(hu, kThinBone, coverage(mastoid + 2, edgeMm));
        hu = mix(hu, cellular(p, 6, m_seed + 16, edgeMm), coverage(mastoid, edgeMm));
    }
    const float canal = insideCapsule(m, {90, 12, -42}, {52, 14, -41}, 4, 3);
    hu = mix(hu, kAir, coverage(canal, edgeMm));
    return depth > -edgeMm ? mix(hu, brainHu(p, depth, edgeMm), coverage(depth, edgeMm)) : hu;
}

} // namespace hemo::simulate
