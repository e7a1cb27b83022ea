#include "core/classify/model_info.h"

#include <nlohmann/json.hpp>

namespace hemo {
namespace {

bool isPlausible(const ModelInfo& m) {
    return m.inputSize >= 32 && m.inputSize <= 2048 && m.neighbours >= 1 && m.neighbours <= 9 &&
           m.windowHighHu > m.windowLowHu && m.bifpnCells >= 1 && m.bifpnCells <= 8 && m.bifpnChannels >= 8 &&
           m.bifpnChannels <= 512 && m.rule.k >= 1 && m.rule.threshold > 0 && m.rule.threshold < 1;
}

} // namespace

Result<ModelInfo> parseModelInfo(std::string_view json) {
    constexpr auto kMessage = "The model folder is damaged: install the model again or choose another.";
    try {
        const auto root = nlohmann::json::parse(json);
        ModelInfo m;
        m.id = root.at("id").get<std::string>();
        m.terms = root.at("terms").get<std::string>();
        const auto& network = root.at("network");
        m.architecture = network.at("architecture").get<std::string>();
        m.bifpnCells = network.at("bifpn_cells").get<int>();
        m.bifpnChannels = network.at("bifpn_channels").get<int>();
        const auto& input = root.at("input");
        m.inputSize = input.at("size").get<int>();
        m.neighbours = input.at("slices").get<int>();
        m.windowLowHu = input.at("window_hu").at(0).get<double>();
        m.windowHighHu = input.at("window_hu").at(1).get<double>();
        for (const Finding f : kFindings) {
            const auto& c = root.at("calibration").at(std::string(findingName(f)));
            m.calibration[static_cast<std::size_t>(f)] = {c.at("scale").get<double>(),
                                                          c.at("offset").get<double>()};
        }
        m.rule = {root.at("rule").at("k").get<int>(), root.at("rule").at("threshold").get<double>()};
        m.weightsSha256 = root.at("weights_sha256").get<std::string>();
        if (!isPlausible(m)) return fail(ErrorCode::Model, kMessage, "model.json: a value is out of range");
        return m;
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCode::Model, kMessage, e.what());
    }
}

} // namespace hemo
