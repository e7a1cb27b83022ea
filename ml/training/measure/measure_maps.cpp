#include "ml/training/measure/measure_maps.h"

#include "ml/guarded.h"
#include "ml/reader/device/threads.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/channels.h"
#include "ml/training/data/outlines.h"
#include "ml/training/data/pictures_by_size.h"
#include "ml/training/measure/evaluate.h"
#include "ml/training/measure/fold_models.h"
#include "ml/training/measure/map_figures.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace hemo::ml {
namespace {

using PatientIndex = std::map<std::pair<Source, std::string>, const Patient*>;

PatientIndex indexOf(const std::vector<Patient>& patients) {
    PatientIndex index;
    for (const Patient& p : patients)
        index[{p.source, p.id}] = &p;
    return index;
}

Plane heatOf(const torch::Tensor& map) {
    const auto values = map.to(torch::kFloat).contiguous();
    Plane plane(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)));
    std::copy_n(values.data_ptr<float>(), plane.values.size(), plane.values.begin());
    return plane;
}

/// Every method's map of one slice.
void measureSlice(const FoldModel& model, const OutlinedSlice& slice, const Patient& patient,
                  std::vector<ScoredMap>& scored) {
    const torch::NoGradGuard noGrad;
    const auto square = toNetworkInput(channelsOf(stackPictures({{&patient, slice.slice}}), model.info));
    const HeadCut part = model.network->cutOf(planeOf(patient.pictures[slice.slice]));
    for (const Explanation explanation : explanationsOf(model.info)) {
        const SliceReading reading = model.network->readPart(square, part, explanation);
        const auto any = model.info.calibration[0];
        const double p = probabilityOf(reading.logits[0][0].item<double>(), any);
        ScoredMap map{slice.patient, slice.source, explanation, {}, {}, slice.areaMm2, {}};
        map.isLearned = model.heldOutFold != patient.fold;
        map.isShown = p > model.info.rule.threshold;
        map.score = scoreMap(heatOf(reading.heat[0]), slice.inside, kTrainingFieldMm, heatUnit(explanation));
        scored.push_back(std::move(map));
    }
}

Result<void> measureModel(const FoldModel& model, const MeasureMapsOptions& options, PicturesBySize& pictures,
                          std::vector<ScoredMap>& scored) {
    const auto patients = pictures.of(model.info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto outlines = loadOutlines(options.dataFolder, model.info.inputSize);
    if (!outlines) return tl::unexpected(outlines.error());
    const PatientIndex index = indexOf(**patients);
    const bool takesLearned = !model.heldOutFold;
    int done = 0;
    for (const OutlinedSlice& slice : *outlines) {
        const auto found = index.find({slice.source, slice.patient});
        if (found == index.end() || slice.slice >= found->second->pictures.size())
            return fail(ErrorCode::Damaged, say("data.outline_alone"));
        if (found->second->fold != model.heldOutFold && !takesLearned) continue;
        measureSlice(model, slice, *found->second, scored);
        ++done;
    }
    std::fprintf(stderr, "%s: %d outlined slices\n", model.info.id.c_str(), done);
    return {};
}

Result<std::string> measureAll(const MeasureMapsOptions& options) {
    const auto models = loadFoldModels(options.modelFolders);
    if (!models) return tl::unexpected(models.error());
    PicturesBySize pictures(options.dataFolder);
    std::vector<ScoredMap> scored;
    for (const FoldModel& model : *models)
        if (auto measured = measureModel(model, options, pictures, scored); !measured)
            return tl::unexpected(measured.error());
    return mapTables(scored);
}

} // namespace

Result<std::string> measureMaps(const MeasureMapsOptions& options) {
    useThreadsOrAll(options.threads);
    return guarded([&] { return measureAll(options); });
}

} // namespace hemo::ml
