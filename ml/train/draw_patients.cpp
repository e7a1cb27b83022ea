#include "ml/train/draw_patients.h"

#include "core/image/volume.h"
#include "core/simulate/noise.h"
#include "core/simulate/real_head.h"
#include "ml/preprocess.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>
#include <thread>

namespace hemo::ml {
namespace {

constexpr double kWindowHighHu = 80;
constexpr int kBoneFromHu = 78; // the pictures end at 80
constexpr double kShownMm2 = 20, kFaintMm2 = 1;

/// How often and how large a kind is drawn: as in trauma, with more small ones than are met.
struct Kind {
    Finding finding;
    double share, leastMl, mostMl, leastHu, mostHu;
};
constexpr std::array kKinds{Kind{Finding::Intraventricular, 0.12, 0.7, 20, 50, 74},
                            Kind{Finding::Intraparenchymal, 0.28, 0.3, 45, 52, 76},
                            Kind{Finding::Subarachnoid, 0.18, 1.5, 20, 46, 68},
                            Kind{Finding::Epidural, 0.20, 1.0, 50, 54, 76},
                            Kind{Finding::Subdural, 0.22, 1.5, 60, 52, 76}};

using Random = std::mt19937;

double uniform(Random& random, double low, double high) {
    return low + (high - low) * random() / double(Random::max());
}

BleedSpec anyBleed(Random& random) {
    double at = uniform(random, 0, 1);
    const Kind* kind = kKinds.data();
    while (kind + 1 < kKinds.data() + kKinds.size() && at > kind->share)
        at -= (kind++)->share;
    BleedSpec spec;
    spec.kind = kind->finding;
    spec.side = uniform(random, 0, 1) < 0.5 ? Side::Left : Side::Right;
    spec.volumeMl = std::exp(uniform(random, std::log(kind->leastMl), std::log(kind->mostMl)));
    spec.hu = uniform(random, kind->leastHu, kind->mostHu);
    spec.placement = Placement::Anywhere;
    return spec;
}

/// The training pictures as a scan: their field and slice distance are known (preprocess.h).
Volume volumeOf(const Patient& patient) {
    const auto side = static_cast<int>(std::lround(std::sqrt(double(patient.pictures.front().grey.size()))));
    const double pixelMm = kTrainingFieldMm / side;
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> voxels;
    for (const Picture& picture : patient.pictures) {
        positions.push_back(
            {-kTrainingFieldMm / 2, -kTrainingFieldMm / 2, kTrainingSliceMm * double(positions.size())});
        for (const std::uint8_t grey : picture.grey)
            voxels.push_back(static_cast<std::int16_t>(std::lround(grey * kWindowHighHu / 255)));
    }
    return Volume(Grid(side, side, {1, 0, 0}, {0, 1, 0}, pixelMm, pixelMm, std::move(positions)),
                  std::move(voxels), patient.id);
}

void label(Patient& patient, const simulate::DrawnBleed& bleed, Finding kind, const Grid& grid) {
    std::vector<double> areaMm2(patient.pictures.size());
    for (const std::size_t voxel : bleed.voxels)
        areaMm2[voxel / grid.voxelsPerSlice()] += grid.columnSpacingMm() * grid.rowSpacingMm();
    for (std::size_t k = 0; k < patient.pictures.size(); ++k) {
        Picture& picture = patient.pictures[k];
        picture.known.fill(1);
        picture.isNearPositive = areaMm2[k] >= kFaintMm2 && areaMm2[k] < kShownMm2;
        if (areaMm2[k] < kShownMm2) continue;
        picture.labels[static_cast<std::size_t>(Finding::Any)] = 1;
        picture.labels[static_cast<std::size_t>(kind)] = 1;
    }
}

Patient drawn(const Patient& patient, const Volume& volume, const simulate::BleedHost& host, Random& random) {
    const BleedSpec spec = anyBleed(random);
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    const auto bleed =
        simulate::drawBleed(spec, host, volume.grid(), voxels, static_cast<unsigned>(random()));
    Patient with = patient;
    with.isDrawn = true;
    const std::size_t perSlice = volume.grid().voxelsPerSlice();
    const std::uint64_t seed = random();
    const double grainHu = uniform(random, 1, 4);
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        if (voxels[n] == volume.voxels()[n]) continue; // keeps its grey to the last digit
        // A scanner's noise is in blood as in brain: a network would learn the smoothness instead.
        const double hu =
            voxels[n] + grainHu * (simulate::normalNoise(n, seed) + simulate::normalNoise(n + 1, seed)) / 1.4;
        with.pictures[n / perSlice].grey[n % perSlice] =
            static_cast<std::uint8_t>(std::clamp(std::lround(hu * 255 / kWindowHighHu), 0L, 255L));
    }
    label(with, bleed, spec.kind, volume.grid());
    return with;
}

} // namespace

std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, int perPatient,
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
            for (int n = 0; n < perPatient; ++n)
                made[h].push_back(drawn(*hosts[h], volume, head->host(), random));
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
