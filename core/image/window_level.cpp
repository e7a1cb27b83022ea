#include "core/image/window_level.h"

#include <nlohmann/json.hpp>

namespace hemo {

Result<std::vector<WindowPreset>> parseWindowPresets(std::string_view json) {
    try {
        std::vector<WindowPreset> presets;
        for (const auto& entry : nlohmann::json::parse(json)) {
            WindowPreset preset;
            preset.key = entry.at("key").get<int>();
            preset.name = entry.at("name").get<std::string>();
            preset.window = {entry.at("centre").get<double>(), entry.at("width").get<double>()};
            if (preset.window.width < 1) return fail(ErrorCode::Damaged, say("presets.no_width"));
            presets.push_back(std::move(preset));
        }
        return presets;
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCode::Damaged, say("presets.unreadable"), e.what());
    }
}

} // namespace hemo
