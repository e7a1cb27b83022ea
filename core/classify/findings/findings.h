#pragma once

#include "core/classify/verdict/assess.h"
#include "core/classify/verdict/prediction.h"
#include "core/result.h"
#include "core/task.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hemo {

enum class FindingSide { Left, Midline, Right };
/// "left", "midline", "right".
std::string_view sideName(FindingSide side);

/// Where blood was measured: voxels of 50 to 90 HU that hang together with the hot region, within the skull.
/// Phantoms' bleeds that are whole are measured 0 to 10 % too small, subdurals in slices of 5 mm up to 21 %.
struct BleedOutline {
    std::vector<std::uint32_t> voxels; ///< into the volume's voxels, in order
    double volumeMl = 0;               ///< theirs, and of the voxels beside them the share that is not bone
    /// False: blood may go on beyond it (`outline_end.h`).
    bool isWhole = true;
    bool operator==(const BleedOutline&) const = default;
};

/// How outlined blood lies in the head: a second opinion on its kind.
enum class BleedShape { Unclear, Crescent, Lens, AlongSkull, InTissue, InVentricles };
/// "crescent", "lens", "along skull", "in tissue", "in ventricles"; "" where it is unclear.
std::string_view shapeName(BleedShape shape);

struct KindOfBleed {
    BleedType type = BleedType::Subdural; ///< never Any
    double p = 0;                         ///< the mean of the finding's suspicious slices
    bool operator==(const KindOfBleed&) const = default;
};

/// One bleed: suspicious slices that touch each other, or between which the blood itself goes on. What the
/// second reader points at.
struct Finding {
    int firstSlice = 0, lastSlice = 0, mostTellingSlice = 0; ///< of the volume, in its order
    SlicePrediction p; ///< the largest of its slices, each output by itself; `slice` is the most telling one
    /// In the most telling slice: the middle of the outline there, else of the heat; none without either.
    std::optional<PatientPoint> place;
    /// Of the head's own middle: that of `place` first, then others on which a tenth of it lies. Empty where
    /// no skull is found, or nothing says where it lies.
    std::vector<FindingSide> sides;
    std::optional<BleedOutline> outline; ///< none where HU cannot be measured or no blood is dense enough
    std::optional<int> overBloodHu; ///< where nothing is outlined: of what is hot and denser than any blood
    BleedShape shape = BleedShape::Unclear; ///< of the outline
    std::optional<KindOfBleed> kind;        ///< of the whole finding; none: unclear, or no blood at all
    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;
using FindingsPtr = std::shared_ptr<const Findings>;

/// The findings of a scan that was judged suspicious, most telling first; none otherwise. The heat says
/// where, so a finding is as good as the network: it is no measurement of all blood in the head. Fails:
/// Cancelled.
Result<Findings> findFindings(const Volume& volume, const Prediction& prediction, const ScanHeader& header,
                              const TaskContext& context);

} // namespace hemo
