#include "ml/training/learn/average_models.h"

#include "ml/guarded.h"
#include "ml/reader/device/threads.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/model/sha256.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/model_description.h"
#include "ml/training/data/split_patients.h"
#include "ml/training/learn/renew_norms.h"
#include "ml/training/learn/trainer.h"
#include "ml/training/learn/weight_average.h"
#include "ml/training/learn/write_model.h"
#include "ml/training/measure/held_out.h"

#include <nlohmann/json.hpp>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// What must be the same of networks whose weights are to be averaged.
bool areOfOneKind(const ModelInfo& a, const ModelInfo& b) {
    return haveSameNetwork(a, b) && a.inputSize == b.inputSize && a.terms == b.terms;
}

/// Of so few networks a running mean is the plain one.
Result<std::unique_ptr<SliceNetwork>> meanOf(const std::vector<ModelFolder>& models) {
    WeightAverage mean;
    std::unique_ptr<SliceNetwork> network;
    for (const ModelFolder& model : models) {
        auto loaded = loadSliceNetwork(model.info, model.weights);
        if (!loaded) return tl::unexpected(loaded.error());
        network = std::move(*loaded);
        mean.add(network->module());
    }
    mean.copyTo(network->module());
    return network;
}

Result<std::vector<ModelFolder>> readAll(const std::vector<fs::path>& folders) {
    std::vector<ModelFolder> models;
    for (const fs::path& folder : folders) {
        auto model = loadModelFolder(folder);
        if (!model) return tl::unexpected(model.error());
        models.push_back(std::move(*model));
        if (!areOfOneKind(models.back().info, models.front().info))
            return fail(ErrorCode::Model, say("train.networks_differ"));
        if (heldOutFoldOf(folder) != heldOutFoldOf(folders.front()))
            return fail(ErrorCode::Model, say("train.networks_held_out"));
    }
    return models;
}

/// How one of the networks was taught; taken out of the description of them all.
ordered_json takeSettings(const ordered_json& model, ordered_json& all) {
    const ordered_json training = model.value("training", ordered_json::object());
    ordered_json taught{{"id", model.value("id", "")}, {"weights_sha256", model.value("weights_sha256", "")}};
    for (const char* setting :
         {"epochs", "drawn_bleeds_per_patient", "drawn_mimics_per_patient", "mostly_drawn",
          "class_map_weight", "seed", "begins_with", "half_precision_largest_change_of_p"}) {
        if (training.contains(setting)) taught[setting] = training[setting];
        all.erase(setting);
    }
    return taught;
}

/// The first model's description, and in it how each of them was taught.
ordered_json describe(const AverageOptions& options, const std::string& sha256) {
    ordered_json mean = loadDescription(options.models.front());
    mean["id"] = options.modelId;
    mean["weights_sha256"] = sha256;
    mean["figures"] = {{"note", "The mean of several networks, not measured yet."}};
    ordered_json& training = mean["training"];
    ordered_json taught = ordered_json::array();
    for (const fs::path& folder : options.models)
        taught.push_back(takeSettings(loadDescription(folder), training));
    training["mean_of"] = std::move(taught);
    training["norms_renewed_with_pictures"] = options.pictures;
    return mean;
}

/// Whether the split is that which a network was taught with, as far as its folder says: the mean must know
/// of nobody whom its networks did not.
bool wasTaughtWith(const fs::path& model, const fs::path& data, const PatientSplit& split) {
    const ordered_json training = loadDescription(model).value("training", ordered_json::object());
    const auto heldOut = training.value("held_out_patients", ordered_json());
    return isTaughtByOwnData(training) == isOwnData(data) &&
           (heldOut.is_null() || heldOut == ordered_json(patientsHash(split.heldOut)));
}

Result<std::vector<WeightTensor>> averageWeights(const std::vector<ModelFolder>& models,
                                                 const AverageOptions& options) {
    const ModelInfo& info = models.front().info;
    const auto patients = loadPictureSets(options.dataFolder, info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto split = splitPatients(*patients, heldOutFoldOf(options.models.front()));
    for (const fs::path& model : options.models)
        if (!wasTaughtWith(model, options.dataFolder, split))
            return fail(ErrorCode::Unsupported, say("train.networks_of_others"));
    if (split.learn.empty()) return fail(ErrorCode::NotFound, say("train.nobody_to_look_at"));
    const auto mean = meanOf(models);
    if (!mean) return tl::unexpected(mean.error());
    renewNorms(**mean, info, split.learn, options.pictures, options.seed);
    return weightsOf((*mean)->module(), WeightType::Float);
}

Result<void> average(const AverageOptions& options) {
    if (fs::exists(options.out)) return fail(ErrorCode::WriteFailed, say("data.folder_there"));
    const auto models = readAll(options.models);
    if (!models) return tl::unexpected(models.error());
    const auto mean = averageWeights(*models, options);
    if (!mean) return tl::unexpected(mean.error());
    const auto weights = toSafetensors(*mean);
    const auto description = describe(options, sha256Hex(weights)).dump(2) + "\n";
    std::error_code error;
    fs::create_directories(options.out, error);
    if (auto w = writeModelFile(options.out / "weights.safetensors", weights.data(), weights.size()); !w)
        return w;
    return writeModelFile(options.out / "model.json", description.data(), description.size());
}

} // namespace

Result<void> averageModels(const AverageOptions& options) {
    useThreadsOrAll(options.threads);
    return guarded([&] { return average(options); });
}

} // namespace hemo::ml
