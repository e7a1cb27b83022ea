#include "ml/training/data/draw_patients.h"

#include "core/cores.h"
#include "core/image/volume.h"
#include "core/raster/distance.h"
#include "core/simulate/mimics.h"
#include "core/simulate/real_head.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/training/data/random.h"
#include "ml/training/data/scanned_change.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <random>
#include <thread>

namespace hemo::ml {
namespace {

constexpr double kShownMm2 = 20, kFaintMm2 = 1;
// Blood is seen where it is denser than what was there and than brain, and not where it is so thin that it
// could be the blurred edge of bone.
constexpr float kSeenRiseHu = 12, kSeenFromHu = 46, kSeenDepthMm = 1.2f;
constexpr double kSeenMm2 = 10; // this deep within it

constexpr int kClearOfBlood = 3; // slices: nearer to a bleed there may be blood that nobody labelled

/// How often and how large a kind is drawn: as in trauma, with more small ones than are met. What lies along
/// the skull is drawn by its thickness: by volume most would be too thin to be seen, and teach that a label
/// means nothing.
struct Kind {
    BleedType type;
    double share, least, most, leastHu, mostHu; ///< mL; along the skull mm
};
constexpr std::array kKinds{Kind{BleedType::Intraventricular, 0.12, 2, 20, 48, 72},
                            Kind{BleedType::Intraparenchymal, 0.28, 0.5, 45, 50, 76},
                            Kind{BleedType::Subarachnoid, 0.18, 3, 30, 44, 66},
                            Kind{BleedType::Epidural, 0.20, 4, 20, 50, 76},
                            Kind{BleedType::Subdural, 0.22, 2.5, 12, 48, 74}};

constexpr auto kindsOf(Emphasis emphasis) {
    auto kinds = kKinds;
    if (emphasis == Emphasis::Real) return kinds;
    constexpr std::array kShares{0.08, 0.20, 0.20, 0.28, 0.24};
    for (std::size_t n = 0; n < kinds.size(); ++n)
        kinds[n].share = kShares[n];
    return kinds;
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

BleedToDraw anyBleed(Emphasis emphasis, Random& random) {
    const auto kinds = kindsOf(emphasis);
    const Kind& kind = pick(kinds, random);
    BleedSpec spec;
    spec.kind = kind.type;
    spec.side = uniform(random, 0, 1) < 0.5 ? Side::Left : Side::Right;
    const double size = std::exp(uniform(random, std::log(kind.least), std::log(kind.most)));
    spec.hu = uniform(random, kind.leastHu, kind.mostHu);
    spec.placement = Placement::Anywhere;
    return BleedToDraw::ofSize(spec, size);
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

/// How much of each slice of a bleed can be seen. `riseHu`: by how much the picture became denser.
std::vector<double> seenPerSlice(const simulate::DrawnBleed& bleed, const Volume& volume,
                                 std::span<const float> riseHu) {
    const Grid& grid = volume.grid();
    std::vector<std::uint8_t> seen(riseHu.size());
    for (const std::size_t voxel : bleed.voxels)
        seen[voxel] = riseHu[voxel] >= kSeenRiseHu && volume.voxels()[voxel] + riseHu[voxel] >= kSeenFromHu;
    std::vector<double> seenMm2;
    for (int k = 0; k < grid.slices(); ++k) {
        const auto slice = std::span(seen).subspan(k * grid.voxelsPerSlice(), grid.voxelsPerSlice());
        if (std::none_of(slice.begin(), slice.end(), [](std::uint8_t isSeen) { return isSeen; })) {
            seenMm2.push_back(0);
            continue;
        }
        const raster::Mask shown{grid.columns(), {slice.begin(), slice.end()}};
        const auto depth = raster::distanceInside(shown, raster::pixelMm(grid));
        const auto deep =
            std::count_if(depth.begin(), depth.end(), [](float mm) { return mm >= kSeenDepthMm; });
        seenMm2.push_back(double(deep) * grid.columnSpacingMm() * grid.rowSpacingMm());
    }
    return seenMm2;
}

void drawMask(Patient& patient, const simulate::DrawnBleed& bleed, std::span<const float> riseHu) {
    for (const std::size_t voxel : bleed.voxels) {
        if (riseHu[voxel] <= 0) continue; // bone lies there
        Picture& picture = patient.pictures[voxel / patient.pictures.front().grey.size()];
        picture.mask.resize(picture.grey.size());
        picture.mask[voxel % picture.grey.size()] = 255;
    }
}

/// Labels of the slices that show enough of the bleed; where little of it is seen nobody could say, and
/// nothing is learned from the slice.
void label(Patient& patient, const simulate::DrawnBleed& bleed, BleedType kind, const Volume& volume,
           std::span<const float> riseHu) {
    const auto areaMm2 = areaPerSlice(bleed.voxels, volume.grid());
    const auto seenMm2 = seenPerSlice(bleed, volume, riseHu);
    for (std::size_t k = 0; k < patient.pictures.size(); ++k) {
        Picture& picture = patient.pictures[k];
        if (picture.isNearPositive) continue;
        picture.known.fill(1);
        if (areaMm2[k] < kFaintMm2) continue;
        picture.isNearPositive = seenMm2[k] < kSeenMm2;
        if (picture.isNearPositive) continue;
        picture.labels[static_cast<std::size_t>(BleedType::Any)] = 1;
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

/// A copy of which only what is clear of blood can teach, and nothing else is left of what its own slices
/// are.
Patient copyToDrawInto(const Patient& patient) {
    Patient copy = patient;
    copy.isDrawn = true;
    const int slices = static_cast<int>(patient.pictures.size());
    for (int k = 0; k < slices; ++k) {
        Picture& picture = copy.pictures[k];
        for (int j = std::max(0, k - kClearOfBlood + 1); j < std::min(slices, k + kClearOfBlood); ++j)
            picture.isNearPositive |= patient.pictures[j].hasBleed();
        picture.labels.fill(0);
        picture.mask.clear();
    }
    return copy;
}

/// The copy with what the scanner saw of the change.
void show(Patient& copy, const Volume& before, std::span<const float> change) {
    const std::size_t perSlice = before.grid().voxelsPerSlice();
    for (std::size_t n = 0; n < change.size(); ++n) {
        if (change[n] == 0) continue; // keeps its grey to the last digit
        const double hu = before.voxels()[n] + change[n];
        copy.pictures[n / perSlice].grey[n % perSlice] =
            static_cast<std::uint8_t>(std::clamp(std::lround(hu * 255 / kPictureHu.highHu), 0L, 255L));
    }
}

/// A patient's head, found once and drawn into as often as wanted.
class Host {
public:
    static std::optional<Host> find(const Patient& patient) {
        if (!patient.isWholeScan) return std::nullopt; // single slices are no head
        Volume volume = volumeOf(patient);
        auto head = simulate::RealHead::find(volume, {kPictureBoneHu});
        if (!head) return std::nullopt;
        return Host(patient, std::move(volume), std::move(*head));
    }
    Patient with(const BleedToDraw& bleed, Random& random) const { return finish(begin(), bleed, random); }
    Patient with(const simulate::MimicSpec& mimic, Random& random) const {
        Drawing drawing = begin();
        draw(mimic, drawing, random);
        return finish(std::move(drawing), std::nullopt, random);
    }
    /// A bleed of any kind, which may lie beside mimics, or mimics alone.
    Patient withAny(bool bleeds, Emphasis emphasis, Random& random) const {
        constexpr double kBoth = 0.3, kOneMoreMimic = 0.4; // the old have several
        const bool hasMimics = !bleeds || uniform(random, 0, 1) < kBoth;
        const auto bleed = bleeds ? std::optional(anyBleed(emphasis, random)) : std::nullopt;
        Drawing drawing = begin();
        if (hasMimics) {
            do
                draw(anyMimic(random), drawing, random);
            while (uniform(random, 0, 1) < kOneMoreMimic);
        }
        return finish(std::move(drawing), bleed, random);
    }

private:
    /// A copy while it is drawn into.
    struct Drawing {
        Patient copy;
        std::vector<std::int16_t> voxels;
    };

    Host(const Patient& patient, Volume volume, simulate::RealHead head)
        : m_patient(patient), m_volume(std::move(volume)), m_head(std::move(head)) {}

    Drawing begin() const {
        return {copyToDrawInto(m_patient), {m_volume.voxels().begin(), m_volume.voxels().end()}};
    }
    void draw(const simulate::MimicSpec& mimic, Drawing& drawing, Random& random) const {
        const Grid& grid = m_volume.grid();
        const auto changed =
            simulate::drawMimic(mimic, m_head.host(), grid, drawing.voxels, static_cast<unsigned>(random()));
        const auto areaMm2 = areaPerSlice(changed, grid);
        for (std::size_t k = 0; k < areaMm2.size(); ++k)
            if (areaMm2[k] >= kShownMm2) drawing.copy.pictures[k].showsMimic = true;
    }
    Patient finish(Drawing drawing, const std::optional<BleedToDraw>& wanted, Random& random) const {
        simulate::DrawnBleed bleed;
        if (wanted)
            bleed = simulate::drawBleed(wanted->spec, m_head.host(), m_volume.grid(), drawing.voxels,
                                        static_cast<unsigned>(random()), wanted->thicknessMm);
        const auto change = scannedChange(m_volume, drawing.voxels, random);
        if (wanted) {
            drawMask(drawing.copy, bleed, change);
            label(drawing.copy, bleed, wanted->spec.kind, m_volume, change);
        }
        show(drawing.copy, m_volume, change);
        return std::move(drawing.copy);
    }

    const Patient& m_patient;
    Volume m_volume;
    simulate::RealHead m_head;
};

template <class Wanted>
std::vector<Patient> drawEach(const Patient& patient, std::span<const Wanted> wanted, std::uint32_t seed) {
    std::vector<Patient> drawn;
    const auto host = Host::find(patient);
    if (!host) return drawn;
    Random random(seed);
    for (const Wanted& w : wanted)
        drawn.push_back(host->with(w, random));
    return drawn;
}

/// All who do not bleed, and as many others, not always the same.
std::vector<const Patient*> hostsAmong(const std::vector<const Patient*>& patients, std::uint32_t seed) {
    std::vector<const Patient*> hosts, bleeding;
    for (const Patient* p : patients)
        if (!p->isDrawn && p->isWholeScan) (p->hasBleed() ? bleeding : hosts).push_back(p);
    Random random(seed);
    std::shuffle(bleeding.begin(), bleeding.end(), random);
    bleeding.resize(std::min(bleeding.size(), hosts.size()));
    hosts.insert(hosts.end(), bleeding.begin(), bleeding.end());
    return hosts;
}

} // namespace

bool isAlongSkull(BleedType kind) {
    return kind == BleedType::Epidural || kind == BleedType::Subdural;
}

BleedToDraw BleedToDraw::ofSize(BleedSpec spec, double size) {
    if (isAlongSkull(spec.kind)) return {spec, size};
    spec.volumeMl = size;
    return {spec, std::nullopt};
}

std::vector<Patient> drawBleeds(const Patient& patient, std::span<const BleedToDraw> wanted,
                                std::uint32_t seed) {
    return drawEach(patient, wanted, seed);
}

std::vector<Patient> drawMimics(const Patient& patient, std::span<const simulate::MimicSpec> wanted,
                                std::uint32_t seed) {
    return drawEach(patient, wanted, seed);
}

std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, DrawnShares copies,
                                  std::uint32_t seed, Emphasis emphasis) {
    const auto hosts = hostsAmong(patients, seed);
    std::vector<std::vector<Patient>> made(hosts.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t h = next++; h < hosts.size(); h = next++) {
            const auto host = Host::find(*hosts[h]);
            if (!host) continue;
            Random random(seed + static_cast<std::uint32_t>(h) * 7919u);
            for (int n = 0; n < copies.bleeds + copies.mimics; ++n)
                made[h].push_back(host->withAny(n < copies.bleeds, emphasis, random));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int n = 1; n < coresAllowed(); ++n)
            threads.emplace_back(work);
        work();
    }
    std::vector<Patient> all;
    for (auto& of : made)
        std::move(of.begin(), of.end(), std::back_inserter(all));
    return all;
}

} // namespace hemo::ml
