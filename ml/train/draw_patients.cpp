#include "ml/train/draw_patients.h"

#include "core/image/volume.h"
#include "core/simulate/mimics.h"
#include "core/simulate/noise.h"
#include "core/simulate/real_head.h"
#include "ml/preprocess.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <random>
#include <thread>

namespace hemo::ml {
namespace {

constexpr int kBoneFromHu = 78; // the pictures end at 80
constexpr double kShownMm2 = 20, kFaintMm2 = 1;
// Blood is seen where it is denser than what was there and than brain.
constexpr float kSeenRiseHu = 12, kSeenFromHu = 46;

/// How often and how large a kind is drawn: as in trauma, with more small ones than are met. What lies along
/// the skull is drawn by its thickness: by volume most would be too thin to be seen, and teach that a label
/// means nothing.
struct Kind {
    Finding finding;
    double share, least, most, leastHu, mostHu; ///< mL; along the skull mm
    bool isAlongSkull() const { return finding == Finding::Epidural || finding == Finding::Subdural; }
};
constexpr std::array kKinds{
    Kind{Finding::Intraventricular, 0.12, 2, 20, 48, 72},
    Kind{Finding::Intraparenchymal, 0.28, 0.5, 45, 50, 76}, Kind{Finding::Subarachnoid, 0.18, 3, 30, 44, 66},
    Kind{Finding::Epidural, 0.20, 4, 20, 50, 76}, Kind{Finding::Subdural, 0.22, 2.5, 12, 48, 74}};

using Random = std::mt19937;

double uniform(Random& random, double low, double high) {
    return low + (high - low) * random() / double(Random::max());
}

/// One of the ranges, each as often as its share says.
template <class Range, std::size_t kCount>
const Range& pick(const std::array<Range, kCount>& ranges, Random& random) {
    double at = uniform(random, 0, 1);
    const Range* range = ranges.data();
    while (range + 1 < ranges.data() + ranges.size() && at > range->share)
        at -= (range++)->share;
    return *range;
}

struct AnyBleed {
    BleedSpec spec;
    std::optional<double> thicknessMm;
};

AnyBleed anyBleed(Random& random) {
    const Kind& kind = pick(kKinds, random);
    AnyBleed bleed;
    BleedSpec& spec = bleed.spec;
    spec.kind = kind.finding;
    spec.side = uniform(random, 0, 1) < 0.5 ? Side::Left : Side::Right;
    const double size = std::exp(uniform(random, std::log(kind.least), std::log(kind.most)));
    if (kind.isAlongSkull())
        bleed.thicknessMm = size;
    else
        spec.volumeMl = size;
    spec.hu = uniform(random, kind.leastHu, kind.mostHu);
    spec.placement = Placement::Anywhere;
    return bleed;
}

/// The training pictures as a scan: their field and slice distance are known (preprocess.h).
Volume volumeOf(const Patient& patient) {
    const int side = patient.pictures.front().side();
    const double pixelMm = kTrainingFieldMm / side;
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> voxels;
    for (const Picture& picture : patient.pictures) {
        positions.push_back(
            {-kTrainingFieldMm / 2, -kTrainingFieldMm / 2, kTrainingSliceMm * double(positions.size())});
        for (const std::uint8_t grey : picture.grey)
            voxels.push_back(static_cast<std::int16_t>(std::lround(grey * kPictureHu.highHu / 255)));
    }
    return Volume(Grid(side, side, {1, 0, 0}, {0, 1, 0}, pixelMm, pixelMm, std::move(positions)),
                  std::move(voxels), patient.id);
}

std::vector<double> areaPerSlice(const std::vector<std::size_t>& voxels, const Grid& grid) {
    std::vector<double> areaMm2(static_cast<std::size_t>(grid.slices()));
    for (const std::size_t voxel : voxels)
        areaMm2[voxel / grid.voxelsPerSlice()] += grid.columnSpacingMm() * grid.rowSpacingMm();
    return areaMm2;
}

/// Labels and masks of the slices that show enough of the bleed; where little of it is seen nobody could say,
/// and nothing is learned from the slice. `riseHu`: by how much the picture became denser.
void label(Patient& patient, const simulate::DrawnBleed& bleed, Finding kind, const Volume& volume,
           std::span<const float> riseHu) {
    const Grid& grid = volume.grid();
    std::vector<std::size_t> seen;
    const std::size_t perSlice = grid.voxelsPerSlice();
    for (const std::size_t voxel : bleed.voxels) {
        if (riseHu[voxel] <= 0) continue; // bone lies there
        if (riseHu[voxel] >= kSeenRiseHu && volume.voxels()[voxel] + riseHu[voxel] >= kSeenFromHu)
            seen.push_back(voxel);
        auto& mask = patient.pictures[voxel / perSlice].mask;
        mask.resize(perSlice);
        mask[voxel % perSlice] = 255;
    }
    const auto areaMm2 = areaPerSlice(bleed.voxels, grid), seenMm2 = areaPerSlice(seen, grid);
    for (std::size_t k = 0; k < patient.pictures.size(); ++k) {
        Picture& picture = patient.pictures[k];
        picture.known.fill(1);
        if (areaMm2[k] < kFaintMm2) continue;
        if (seenMm2[k] < kShownMm2) {
            picture.isNearPositive = true;
            continue;
        }
        picture.labels[static_cast<std::size_t>(Finding::Any)] = 1;
        picture.labels[static_cast<std::size_t>(kind)] = 1;
    }
}

/// What a mimic's size and HU are drawn from, and how often it is.
struct MimicRange {
    simulate::Mimic kind;
    double share, leastMm, mostMm, leastHu, mostHu;
};
constexpr std::array kMimicRanges{MimicRange{simulate::Mimic::Infarct, 0.34, 8, 45, 21, 29},
                                  MimicRange{simulate::Mimic::Infarct, 0.16, 8, 40, 8, 18},
                                  MimicRange{simulate::Mimic::Lacunes, 0.1, 2, 7, 8, 20},
                                  MimicRange{simulate::Mimic::WhiteMatterDisease, 0.12, 4, 14, 20, 27},
                                  MimicRange{simulate::Mimic::Atrophy, 0.16, 1, 7, 4, 14},
                                  MimicRange{simulate::Mimic::Calcification, 0.12, 1, 4, 90, 250}};

simulate::MimicSpec anyMimic(Random& random) {
    const MimicRange& range = pick(kMimicRanges, random);
    return {range.kind, uniform(random, 0, 1) < 0.5 ? Side::Left : Side::Right,
            uniform(random, range.leastMm, range.mostMm), uniform(random, range.leastHu, range.mostHu)};
}

/// Draws one mimic, sometimes more: the old have several.
void drawMimics(Patient& patient, const simulate::BleedHost& host, const Grid& grid,
                std::span<std::int16_t> voxels, Random& random) {
    constexpr double kOneMore = 0.4;
    do {
        const auto changed =
            simulate::drawMimic(anyMimic(random), host, grid, voxels, static_cast<unsigned>(random()));
        const auto areaMm2 = areaPerSlice(changed, grid);
        for (std::size_t k = 0; k < areaMm2.size(); ++k)
            if (areaMm2[k] >= kShownMm2) patient.pictures[k].showsMimic = true;
    } while (uniform(random, 0, 1) < kOneMore);
}

/// Smooths a square picture with a Gaussian of `sigmaPixels`.
void smooth(std::span<float> picture, int side, double sigmaPixels) {
    constexpr int kReach = 3;
    std::array<float, 2 * kReach + 1> kernel{};
    float sum = 0;
    for (int d = -kReach; d <= kReach; ++d)
        sum += kernel[d + kReach] = static_cast<float>(std::exp(-d * d / (2 * sigmaPixels * sigmaPixels)));
    std::vector<float> line(static_cast<std::size_t>(side));
    const auto smoothLine = [&](float* first, int step) {
        for (int x = 0; x < side; ++x) {
            float mean = 0;
            for (int d = -kReach; d <= kReach; ++d)
                mean += kernel[d + kReach] * first[std::clamp(x + d, 0, side - 1) * step];
            line[x] = mean / sum;
        }
        for (int x = 0; x < side; ++x)
            first[x * step] = line[x];
    };
    for (int n = 0; n < side; ++n)
        smoothLine(&picture[std::size_t(n) * side], 1);
    for (int n = 0; n < side; ++n)
        smoothLine(&picture[n], side);
}

/// What a scanner would have made of what was drawn, in HU beside the volume's own: edges as soft as its
/// kernel makes them, and its noise in blood as in brain. A network would learn sharp edges and smoothness
/// instead of blood.
std::vector<float> scannedChange(const Volume& volume, std::span<const std::int16_t> drawnHu,
                                 Random& random) {
    const int side = volume.grid().columns();
    const std::size_t perSlice = volume.grid().voxelsPerSlice();
    const std::uint64_t seed = random();
    const double edge = uniform(random, 0.5, 1.3) * side / 256,
                 grainSize = uniform(random, 0.5, 0.9) * side / 256;
    const auto grainHu = static_cast<float>(uniform(random, 2, 8));
    std::vector<float> change(drawnHu.size()), grain(perSlice);
    for (std::size_t first = 0; first < change.size(); first += perSlice) {
        const auto before = volume.voxels().subspan(first, perSlice);
        const auto after = drawnHu.subspan(first, perSlice);
        if (std::equal(before.begin(), before.end(), after.begin())) continue;
        const auto slice = std::span(change).subspan(first, perSlice);
        for (std::size_t n = 0; n < perSlice; ++n) {
            slice[n] = float(after[n] - before[n]);
            grain[n] = slice[n] == 0 ? 0 : simulate::normalNoise(first + n, seed) * grainHu;
        }
        smooth(slice, side, edge);
        smooth(grain, side, grainSize);
        for (std::size_t n = 0; n < perSlice; ++n) {
            // Bone stays bone: what lies over it is not seen.
            if (before[n] >= kBoneFromHu || std::abs(slice[n]) < 0.5f) slice[n] = 0;
            if (slice[n] > 3) slice[n] += grain[n];
        }
    }
    return change;
}

Patient drawn(const Patient& patient, const Volume& volume, const simulate::BleedHost& host, bool bleeds,
              Random& random) {
    constexpr double kBoth = 0.3;
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    Patient with = patient;
    with.isDrawn = true;
    if (!bleeds || uniform(random, 0, 1) < kBoth) drawMimics(with, host, volume.grid(), voxels, random);
    simulate::DrawnBleed bleed;
    const auto [spec, thicknessMm] = anyBleed(random);
    if (bleeds)
        bleed = simulate::drawBleed(spec, host, volume.grid(), voxels, static_cast<unsigned>(random()),
                                    thicknessMm);
    const auto change = scannedChange(volume, voxels, random);
    if (bleeds) label(with, bleed, spec.kind, volume, change);
    const std::size_t perSlice = volume.grid().voxelsPerSlice();
    for (std::size_t n = 0; n < change.size(); ++n) {
        if (change[n] == 0) continue; // keeps its grey to the last digit
        const double hu = volume.voxels()[n] + change[n];
        with.pictures[n / perSlice].grey[n % perSlice] =
            static_cast<std::uint8_t>(std::clamp(std::lround(hu * 255 / kPictureHu.highHu), 0L, 255L));
    }
    return with;
}

} // namespace

std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, DrawnShares copies,
                                  std::uint32_t seed) {
    std::vector<const Patient*> hosts;
    for (const Patient* p : patients)
        if (p->source == Source::CtIch && !p->isDrawn && !p->hasBleed()) hosts.push_back(p);
    std::vector<std::vector<Patient>> made(hosts.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t h = next++; h < hosts.size(); h = next++) {
            const Volume volume = volumeOf(*hosts[h]);
            const auto head = simulate::RealHead::find(volume, {kBoneFromHu});
            if (!head) continue;
            Random random(seed + static_cast<std::uint32_t>(h) * 7919u);
            for (int n = 0; n < copies.bleeds + copies.mimics; ++n)
                made[h].push_back(drawn(*hosts[h], volume, head->host(), n < copies.bleeds, random));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned n = 1; n < std::max(1u, std::thread::hardware_concurrency()); ++n)
            threads.emplace_back(work);
        work();
    }
    std::vector<Patient> all;
    for (auto& of : made)
        std::move(of.begin(), of.end(), std::back_inserter(all));
    return all;
}

} // namespace hemo::ml
