#include "ml/training/learn/start_weights.h"

#include "ml/reader/model/model_folder.h"
#include "ml/training/data/model_description.h"

namespace hemo::ml {
namespace {

Result<StartWeights> readTrunk(const std::filesystem::path& file) {
    const auto data = loadModelFile(file);
    if (!data) return tl::unexpected(data.error());
    auto weights = parseSafetensors(*data);
    if (!weights) return tl::unexpected(weights.error());
    return StartWeights{std::move(*weights), false};
}

Result<StartWeights> readNetwork(const TrainOptions& options, const ModelInfo& wanted) {
    auto model = loadModelFolder(options.beginsWith);
    if (!model) return tl::unexpected(model.error());
    if (!haveSameNetwork(model->info, wanted))
        return fail(ErrorCode::Model, say("train.start_of_another_kind"));
    return StartWeights{std::move(model->weights), true};
}

} // namespace

Result<StartWeights> loadStart(const TrainOptions& options, const ModelInfo& wanted) {
    return options.beginsWith.empty() ? readTrunk(options.trunkFile) : readNetwork(options, wanted);
}

} // namespace hemo::ml
