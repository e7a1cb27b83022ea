#include "ml/training/measure/fold_models.h"

#include "ml/reader/model/model_folder.h"
#include "ml/training/data/model_description.h"

#include <set>

namespace hemo::ml {
namespace {

Result<FoldModel> readModel(const std::filesystem::path& folder) {
    auto files = loadModelFolder(folder);
    if (!files) return tl::unexpected(files.error());
    const ModelInfo& info = files->info;
    auto network = loadSliceNetwork(info, files->weights);
    if (!network) return tl::unexpected(network.error());
    (*network)->module().eval();
    (*network)->fold();
    return FoldModel{info, std::move(*network), heldOutFoldOf(folder)};
}

} // namespace

Result<std::vector<FoldModel>> loadFoldModels(const std::vector<std::filesystem::path>& folders) {
    std::vector<FoldModel> models;
    std::set<int> folds;
    for (const auto& folder : folders) {
        auto model = readModel(folder);
        if (!model) return tl::unexpected(model.error());
        if (model->heldOutFold && !folds.insert(*model->heldOutFold).second)
            return fail(ErrorCode::Model, say("measure.held_out_twice"));
        models.push_back(std::move(*model));
    }
    return models;
}

} // namespace hemo::ml
