#include "core/reading/look.h"

#include <algorithm>

namespace hemo {
namespace {

constexpr int kBrainKey = 1;

} // namespace

Look lookFromTheStart(const Grid& grid, const std::optional<WindowLevel>& fileWindow,
                      const std::vector<WindowPreset>& presets) {
    Look look;
    look.place = grid.centre();
    const auto brain = std::find_if(presets.begin(), presets.end(),
                                    [](const WindowPreset& preset) { return preset.key == kBrainKey; });
    look.window = brain != presets.end() ? brain->window : fileWindow.value_or(WindowLevel{});
    if (!presets.empty()) look.presetKey = kBrainKey;
    return look;
}

} // namespace hemo
