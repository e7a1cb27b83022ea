#include "ml/train/fold_models.h"

#include "ml/model_folder.h"
#include "ml/network/module_weights.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace hemo::ml {
namespace {

Result<FoldModel> readModel(const std::filesystem::path& folder) {
    auto files = readModelFolder(folder);
    if (!files) return tl::unexpected(files.error());
    const ModelInfo& info = files->info;
    auto network = loadSliceNetwork(info, files->weights);
    if (!network) return tl::unexpected(network.error());
    (*network)->module().eval();
    (*network)->fold();
    return FoldModel{info, std::move(*network), heldOutFoldOf(folder)};
}

} // namespace

std::optional<int> heldOutFoldOf(const std::filesystem::path& modelFolder) {
    std::ifstream in(modelFolder / "model.json");
    const auto root = nlohmann::json::parse(in, nullptr, false);
    const auto training = root.is_object() ? root.find("training") : root.end();
    if (training == root.end() || !training->is_object()) return std::nullopt;
    const auto fold = training->find("held_out_fold");
    if (fold == training->end() || !fold->is_number_integer()) return std::nullopt;
    return fold->get<int>();
}

Result<std::vector<FoldModel>> readFoldModels(const std::vector<std::filesystem::path>& folders) {
    std::vector<FoldModel> models;
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

} // namespace hemo::ml
