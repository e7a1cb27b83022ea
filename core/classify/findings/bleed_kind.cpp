#include "core/classify/findings/bleed_kind.h"

#include <array>

namespace hemo {
namespace {

constexpr double kLikely = 0.5;     // less likely than not is no more than a guess
constexpr double kLikelySeen = 0.3; // where the shape, which is another opinion, speaks for it
constexpr double kClearLead = 0.2;  // before the next kind

/// Of the suspicious slices, each as much as it counts in the rule: a dip says little of the kind.
std::array<double, 6> meanOf(const Finding& finding, const Prediction& prediction) {
    const std::vector<bool> suspicious = suspiciousSlices(prediction);
    std::array<double, 6> mean{};
    double weight = 0;
    for (int k = finding.firstSlice; k <= finding.lastSlice; ++k) {
        if (!suspicious[static_cast<std::size_t>(k)]) continue;
        const SlicePrediction& slice = prediction.slices[static_cast<std::size_t>(k)];
        weight += slice.share;
        for (std::size_t f = 0; f < mean.size(); ++f)
            mean[f] += slice.share * slice.p[f];
    }
    for (double& p : mean)
        p = weight > 0 ? p / weight : 0;
    return mean;
}

} // namespace

bool agree(BleedType kind, BleedShape shape) {
    switch (shape) {
    case BleedShape::Unclear:
        return true;
    case BleedShape::Crescent:
        return kind == BleedType::Subdural;
    case BleedShape::Lens:
        return kind == BleedType::Epidural;
    case BleedShape::AlongSkull:
        return kind == BleedType::Subdural || kind == BleedType::Epidural;
    case BleedShape::InTissue:
        return kind == BleedType::Intraparenchymal;
    case BleedShape::InVentricles:
        return kind == BleedType::Intraventricular;
    }
    return false;
}

std::optional<KindOfBleed> kindOf(const Finding& finding, const Prediction& prediction) {
    if (!finding.p.namesSubtypes) return std::nullopt;
    const std::array<double, 6> mean = meanOf(finding, prediction);
    const auto of = [&](BleedType kind) { return mean[static_cast<std::size_t>(kind)]; };
    BleedType best = BleedType::Epidural;
    for (const BleedType kind : kBleedTypes)
        if (kind != BleedType::Any && of(kind) > of(best)) best = kind;
    if (!agree(best, finding.shape)) return std::nullopt;
    if (of(best) <= (finding.shape == BleedShape::Unclear ? kLikely : kLikelySeen)) return std::nullopt;
    for (const BleedType kind : kBleedTypes)
        if (kind != BleedType::Any && kind != best && of(best) - of(kind) < kClearLead) return std::nullopt;
    return KindOfBleed{best, of(best)};
}

} // namespace hemo
