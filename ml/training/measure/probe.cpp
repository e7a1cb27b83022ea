#include "ml/training/measure/probe.h"

#include "core/classify/verdict/wilson.h"
#include "ml/guarded.h"
#include "ml/reader/device/threads.h"
#include "ml/training/data/draw_patients.h"
#include "ml/training/data/pictures_by_size.h"
#include "ml/training/measure/evaluate.h"
#include "ml/training/measure/fold_models.h"
#include "ml/training/report/bootstrap.h"
#include "ml/training/report/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace hemo::ml {
namespace {

/// A bleed of which every bleed-free patient gets one.
struct Probe {
    BleedType kind;
    double size; ///< mm along the skull, else mL
};
constexpr std::array kProbes{Probe{BleedType::Subdural, 4},          Probe{BleedType::Subdural, 8},
                             Probe{BleedType::Subdural, 12},         Probe{BleedType::Epidural, 5},
                             Probe{BleedType::Epidural, 10},         Probe{BleedType::Epidural, 20},
                             Probe{BleedType::Intraparenchymal, 1},  Probe{BleedType::Intraparenchymal, 5},
                             Probe{BleedType::Intraparenchymal, 20}, Probe{BleedType::Subarachnoid, 5},
                             Probe{BleedType::Subarachnoid, 20},     Probe{BleedType::Intraventricular, 3},
                             Probe{BleedType::Intraventricular, 10}};
/// What is no blood, of which each gets one too.
struct MimicProbe {
    const char* name;
    simulate::MimicSpec spec;
};
using simulate::Mimic;
constexpr std::array kMimicProbes{
    MimicProbe{"fresh infarct, 15 mm", {Mimic::Infarct, Side::Left, 15, 25}},
    MimicProbe{"fresh infarct, 40 mm", {Mimic::Infarct, Side::Left, 40, 25}},
    MimicProbe{"old infarct, 25 mm", {Mimic::Infarct, Side::Left, 25, 12}},
    MimicProbe{"lacunes, 5 mm", {Mimic::Lacunes, Side::Left, 5, 12}},
    MimicProbe{"white matter disease, 10 mm", {Mimic::WhiteMatterDisease, Side::Left, 10, 23}},
    MimicProbe{"atrophy, 5 mm", {Mimic::Atrophy, Side::Left, 5, 8}},
    MimicProbe{"calcifications, 3 mm", {Mimic::Calcification, Side::Left, 3, 150}}};
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

std::vector<simulate::MimicSpec> mimicsFor(std::size_t patient) {
    std::vector<simulate::MimicSpec> mimics;
    for (const MimicProbe& probe : kMimicProbes) {
        mimics.push_back(probe.spec);
        mimics.back().side = patient % 2 ? Side::Left : Side::Right;
    }
    return mimics;
}

std::vector<bool> showsMimic(const Patient& patient) {
    std::vector<bool> shows;
    for (const Picture& picture : patient.pictures)
        shows.push_back(picture.showsMimic);
    return shows;
}

struct AllFound {
    std::array<Found, kProbes.size()> bleeds;
    std::array<Found, kMimicProbes.size()> mimics;
};

void probe(const FoldModel& model, const std::vector<const Patient*>& heads, AllFound& found) {
    const auto clean = answersOf(*model.network, model.info, heads);
    const double threshold = clearThreshold(clean);
    const auto read = [&](const Patient& p) { return answersOf(*model.network, model.info, {&p}).front(); };
    for (std::size_t h = 0; h < heads.size(); ++h) {
        const auto seed = static_cast<std::uint32_t>(h);
        const auto bleeds = drawBleeds(*heads[h], bleedsFor(h), seed);
        for (std::size_t n = 0; n < bleeds.size(); ++n)
            countFound(clean[h], read(bleeds[n]), threshold, found.bleeds[n]);
        const auto mimics = drawMimics(*heads[h], mimicsFor(h), seed);
        for (std::size_t n = 0; n < mimics.size(); ++n)
            countFound(clean[h], read(mimics[n]), showsMimic(mimics[n]), threshold, found.mimics[n]);
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

void addRow(TextTable& table, const std::string& name, const Found& f) {
    table.add({name, std::to_string(f.heads), share(f.foundHeads, f.heads), std::to_string(f.slices),
               share(f.foundSlices, f.slices), share(f.wereOver, f.slices)});
}

std::string tablesOf(const AllFound& found) {
    TextTable bleeds({"drawn", "heads", "found in any slice", "slices", "found", "over before"}),
        mimics({"no blood", "heads", "over in any slice", "slices", "over", "over before"});
    for (std::size_t n = 0; n < kProbes.size(); ++n)
        addRow(bleeds, std::string(bleedTypeName(kProbes[n].kind)) + ", " + sizeText(kProbes[n]),
               found.bleeds[n]);
    for (std::size_t n = 0; n < kMimicProbes.size(); ++n)
        addRow(mimics, kMimicProbes[n].name, found.mimics[n]);
    return bleeds.text() + "\n" + mimics.text();
}

Result<std::string> probeAll(const ProbeOptions& options) {
    const auto models = loadFoldModels(options.modelFolders);
    if (!models) return tl::unexpected(models.error());
    PicturesBySize pictures(options.dataFolder);
    AllFound found;
    for (const FoldModel& model : *models) {
        if (!model.heldOutFold) return fail(ErrorCode::Model, say("measure.knows_every_head"));
        const auto patients = pictures.of(model.info.inputSize);
        if (!patients) return tl::unexpected(patients.error());
        std::vector<const Patient*> heads;
        for (const Patient& patient : **patients)
            if (patient.fold == *model.heldOutFold && patient.isWholeScan && patient.isBleedFree())
                heads.push_back(&patient);
        if (heads.empty()) return fail(ErrorCode::NotFound, say("measure.no_clear_head"));
        probe(model, heads, found);
    }
    return tablesOf(found);
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
    std::vector<bool> isShown;
    for (const auto& slice : with.slices)
        isShown.push_back(slice.labels[0] > 0 && !slice.isNearPositive);
    countFound(without, with, isShown, threshold, found);
}

void countFound(const PatientAnswers& without, const PatientAnswers& with, const std::vector<bool>& isShown,
                double threshold, Found& found) {
    int slices = 0, over = 0;
    for (std::size_t k = 0; k < with.slices.size(); ++k) {
        if (!isShown[k]) continue;
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
