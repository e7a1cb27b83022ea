#include "ml/train/probe.h"

#include "ml/guarded.h"
#include "ml/threads.h"
#include "ml/train/draw_patients.h"
#include "ml/train/evaluate.h"
#include "ml/train/fold_models.h"
#include "ml/train/pictures_by_size.h"
#include "ml/train/report/bootstrap.h"
#include "ml/train/report/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace hemo::ml {
namespace {

/// A bleed of which every bleed-free patient gets one.
struct Probe {
    Finding kind;
    double size; ///< mm along the skull, else mL
};
constexpr std::array kProbes{Probe{Finding::Subdural, 4},          Probe{Finding::Subdural, 8},
                             Probe{Finding::Subdural, 12},         Probe{Finding::Epidural, 5},
                             Probe{Finding::Epidural, 10},         Probe{Finding::Epidural, 20},
                             Probe{Finding::Intraparenchymal, 1},  Probe{Finding::Intraparenchymal, 5},
                             Probe{Finding::Intraparenchymal, 20}, Probe{Finding::Subarachnoid, 5},
                             Probe{Finding::Subarachnoid, 20},     Probe{Finding::Intraventricular, 3},
                             Probe{Finding::Intraventricular, 10}};
constexpr double kProbeHu = 62;           // acute blood, neither fresh nor clotted
constexpr double kClearSpecificity = 0.9; // of slices without a bleed

std::vector<BleedToDraw> bleedsFor(std::size_t patient) {
    BleedSpec spec;
    spec.side = patient % 2 ? Side::Left : Side::Right;
    spec.hu = kProbeHu;
    spec.placement = Placement::Anywhere;
    std::vector<BleedToDraw> bleeds;
    for (const Probe& probe : kProbes) {
        spec.kind = probe.kind;
        bleeds.push_back(BleedToDraw::ofSize(spec, probe.size));
    }
    return bleeds;
}

void probe(const FoldModel& model, const std::vector<const Patient*>& heads,
           std::array<Found, kProbes.size()>& found) {
    const auto clean = answersOf(*model.network, model.info, heads);
    const double threshold = clearThreshold(clean);
    for (std::size_t h = 0; h < heads.size(); ++h) {
        const auto drawn = drawBleeds(*heads[h], bleedsFor(h), static_cast<std::uint32_t>(h));
        for (std::size_t n = 0; n < drawn.size(); ++n)
            countFound(clean[h], answersOf(*model.network, model.info, {&drawn[n]}).front(), threshold,
                       found[n]);
    }
}

std::string sizeText(const Probe& probe) {
    char text[32];
    std::snprintf(text, sizeof text, isAlongSkull(probe.kind) ? "%g mm thick" : "%g mL", probe.size);
    return text;
}

std::string share(int hits, int cases) {
    return estimateText(cases == 0 ? std::nullopt : std::optional(wilson(hits, cases)), 2);
}

std::string tableOf(const std::array<Found, kProbes.size()>& found) {
    TextTable table({"drawn", "heads", "found in any slice", "slices", "found", "over before"});
    for (std::size_t n = 0; n < kProbes.size(); ++n) {
        const Found& f = found[n];
        table.add({std::string(findingName(kProbes[n].kind)) + ", " + sizeText(kProbes[n]),
                   std::to_string(f.heads), share(f.foundHeads, f.heads), std::to_string(f.slices),
                   share(f.foundSlices, f.slices), share(f.wereOver, f.slices)});
    }
    return table.text();
}

Result<std::string> probeAll(const ProbeOptions& options) {
    const auto models = readFoldModels(options.modelFolders);
    if (!models) return tl::unexpected(models.error());
    PicturesBySize pictures(options.dataFolder);
    std::array<Found, kProbes.size()> found;
    for (const FoldModel& model : *models) {
        if (!model.heldOutFold)
            return fail(ErrorCode::Model,
                        "This model learned from every head: give one that held out a fold.");
        const auto patients = pictures.of(model.info.inputSize);
        if (!patients) return tl::unexpected(patients.error());
        std::vector<const Patient*> heads;
        for (const Patient& patient : **patients)
            if (patient.fold == *model.heldOutFold && patient.isBleedFree()) heads.push_back(&patient);
        if (heads.empty())
            return fail(ErrorCode::NotFound,
                        "The fold that this model held out has no head that is known to be "
                        "free of blood: nothing can be drawn into it.");
        probe(model, heads, found);
    }
    return tableOf(found);
}

} // namespace

double clearThreshold(const std::vector<PatientAnswers>& clean) {
    std::vector<double> logits;
    for (const PatientAnswers& patient : clean)
        for (const auto& slice : patient.slices)
            logits.push_back(slice.logits[0]);
    std::sort(logits.begin(), logits.end());
    return percentile(logits, kClearSpecificity);
}

void countFound(const PatientAnswers& without, const PatientAnswers& with, double threshold, Found& found) {
    int slices = 0, over = 0;
    for (std::size_t k = 0; k < with.slices.size(); ++k) {
        if (with.slices[k].labels[0] == 0 || with.slices[k].isNearPositive) continue;
        ++slices;
        over += with.slices[k].logits[0] > threshold;
        found.wereOver += without.slices[k].logits[0] > threshold;
    }
    if (slices == 0) return;
    found.slices += slices;
    found.foundSlices += over;
    ++found.heads;
    found.foundHeads += over > 0;
}

Result<std::string> probeModels(const ProbeOptions& options) {
    useThreadsOrAll(options.threads);
    return guarded([&] { return probeAll(options); });
}

} // namespace hemo::ml
