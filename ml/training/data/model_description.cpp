#include "ml/training/data/model_description.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace hemo::ml {
namespace {

using nlohmann::ordered_json;

ordered_json trainingOf(const std::filesystem::path& modelFolder) {
    const auto root = loadDescription(modelFolder);
    const auto training = root.is_object() ? root.find("training") : root.end();
    return training != root.end() && training->is_object() ? *training : ordered_json::object();
}

} // namespace

ordered_json loadDescription(const std::filesystem::path& modelFolder) {
    std::ifstream in(modelFolder / "model.json");
    auto description = ordered_json::parse(in, nullptr, false);
    return description.is_object() ? description : ordered_json();
}

std::optional<int> heldOutFoldOf(const std::filesystem::path& modelFolder) {
    const auto training = trainingOf(modelFolder);
    const auto fold = training.find("held_out_fold");
    if (fold == training.end() || !fold->is_number_integer()) return std::nullopt;
    return fold->get<int>();
}

bool isTaughtByOwnData(const ordered_json& training) {
    const auto data = training.find("data");
    if (data == training.end() || !data->is_array() || data->empty()) return false;
    return data->front().is_object() && data->front().value("name", ordered_json()) == kOwnDataName;
}

bool haveSameNetwork(const ModelInfo& a, const ModelInfo& b) {
    return a.architecture == b.architecture && a.windows == b.windows && a.bifpnCells == b.bifpnCells &&
           a.bifpnChannels == b.bifpnChannels && a.hasClassMap == b.hasClassMap && a.mapShare == b.mapShare;
}

} // namespace hemo::ml
