#include "ml/train/measure_maps.h"

#include "ml/model_folder.h"
#include "ml/network/module_weights.h"
#include "ml/network/slice_network.h"
#include "ml/preprocess.h"
#include "ml/train/augment.h"
#include "ml/train/channels.h"
#include "ml/train/evaluate.h"
#include "ml/train/map_figures.h"
#include "ml/train/outlines.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <thread>

namespace hemo::ml {
namespace {

struct MeasuredModel {
    ModelInfo info;
    std::unique_ptr<SliceNetwork> network;
    std::optional<int> heldOutFold; ///< none: it has learned from everybody
};

std::optional<int> heldOutFoldOf(const std::filesystem::path& modelFolder) {
    std::ifstream in(modelFolder / "model.json");
    const auto root = nlohmann::json::parse(in, nullptr, false);
    const auto training = root.is_object() ? root.find("training") : root.end();
    if (training == root.end() || !training->is_object()) return std::nullopt;
    const auto fold = training->find("held_out_fold");
    if (fold == training->end() || !fold->is_number_integer()) return std::nullopt;
    return fold->get<int>();
}

Result<MeasuredModel> readModel(const std::filesystem::path& folder) {
    auto files = readModelFolder(folder);
    if (!files) return tl::unexpected(files.error());
    const ModelInfo& info = files->info;
    auto network = loadSliceNetwork(info, files->weights);
    if (!network) return tl::unexpected(network.error());
    (*network)->module().eval();
    (*network)->fold();
    return MeasuredModel{info, std::move(*network), heldOutFoldOf(folder)};
}

/// A fold that two networks held out would count its patients twice.
Result<std::vector<MeasuredModel>> readModels(const std::vector<std::filesystem::path>& folders) {
    std::vector<MeasuredModel> models;
    std::set<int> folds;
    for (const auto& folder : folders) {
        auto model = readModel(folder);
        if (!model) return tl::unexpected(model.error());
        if (model->heldOutFold && !folds.insert(*model->heldOutFold).second)
            return fail(ErrorCode::Model, "Two of the models held out the same patients: give one of them.");
        models.push_back(std::move(*model));
    }
    return models;
}

using PatientIndex = std::map<std::pair<Source, std::string>, const Patient*>;

PatientIndex indexOf(const std::vector<Patient>& patients) {
    PatientIndex index;
    for (const Patient& p : patients)
        index[{p.source, p.id}] = &p;
    return index;
}

Plane planeOf(const torch::Tensor& map) {
    const auto values = map.to(torch::kFloat).contiguous();
    Plane plane(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)));
    std::copy_n(values.data_ptr<float>(), plane.values.size(), plane.values.begin());
    return plane;
}

/// Every method's map of one slice.
void measureSlice(const MeasuredModel& model, const OutlinedSlice& slice, const Patient& patient,
                  std::vector<ScoredMap>& scored) {
    const torch::NoGradGuard noGrad;
    const auto input = toNetworkInput(channelsOf(stackPictures({{&patient, slice.slice}}), model.info));
    for (const Explanation explanation : explanationsOf(model.info)) {
        const SliceReading reading = model.network->read(input, explanation);
        const auto any = model.info.calibration[0];
        const double p = probabilityOf(reading.logits[0][0].item<double>(), any);
        ScoredMap map{slice.patient, slice.source, explanation, {}, {}, slice.areaMm2, {}};
        map.isLearned = model.heldOutFold != patient.fold;
        map.isShown = p > model.info.rule.threshold;
        map.score = scoreMap(planeOf(reading.heat[0]), slice.inside, kTrainingFieldMm, heatUnit(explanation));
        scored.push_back(std::move(map));
    }
}

Result<void> measureModel(const MeasuredModel& model, const MeasureMapsOptions& options,
                          std::vector<ScoredMap>& scored) {
    const auto patients = readPictureSets(options.dataFolder, model.info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto outlines = readOutlines(options.dataFolder, model.info.inputSize);
    if (!outlines) return tl::unexpected(outlines.error());
    const PatientIndex index = indexOf(*patients);
    const bool takesLearned = options.alsoLearned || !model.heldOutFold;
    int done = 0;
    for (const OutlinedSlice& slice : *outlines) {
        const auto found = index.find({slice.source, slice.patient});
        if (found == index.end() || slice.slice >= found->second->pictures.size())
            return fail(ErrorCode::Damaged, "A drawn outline belongs to no picture.");
        if (found->second->fold != model.heldOutFold && !takesLearned) continue;
        measureSlice(model, slice, *found->second, scored);
        ++done;
    }
    std::fprintf(stderr, "%s: %d outlined slices\n", model.info.id.c_str(), done);
    return {};
}

} // namespace

Result<std::string> measureMaps(const MeasureMapsOptions& options) {
    torch::set_num_threads(options.threads > 0 ? options.threads
                                               : std::max(1, int(std::thread::hardware_concurrency())));
    const auto models = readModels(options.modelFolders);
    if (!models) return tl::unexpected(models.error());
    std::vector<ScoredMap> scored;
    for (const MeasuredModel& model : *models)
        if (auto measured = measureModel(model, options, scored); !measured)
            return tl::unexpected(measured.error());
    return mapTables(scored);
}

} // namespace hemo::ml
