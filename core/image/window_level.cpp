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
            if (preset.window.width < 1)
                return fail(ErrorCode::Damaged, "A window preset has no width: mend the presets file.");
            presets.push_back(std::move(preset));
        }
        return presets;
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCode::Damaged,
                    "The window presets file cannot be read: restore it from the program's own.", e.what());
    }
}

} // namespace hemo
