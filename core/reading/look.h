#pragma once

#include "core/geometry/grid.h"
#include "core/image/window_level.h"

#include <optional>
#include <vector>

namespace hemo {

/// How a reading is looked at, in whichever view: it is found again as it was left.
struct Look {
    PatientPoint place; ///< the crosshair, in the reading's own patient space, LPS mm
    /// Asked for by a reading that this one is linked to: then it may lie where this one has no slice.
    bool isLed = false;
    /// Since it scrolls alone the crosshair was put somewhere, not only moved along the slices.
    bool isPlaced = false;
    WindowLevel window;
    std::optional<int> presetKey; ///< of the preset in use; none after a drag
    bool isInverted = false;
    bool operator==(const Look&) const = default;
};

/// On opening: the middle of the scan, in the brain window where there is one, else the file's own.
Look lookFromTheStart(const Grid& grid, const std::optional<WindowLevel>& fileWindow,
                      const std::vector<WindowPreset>& presets);

} // namespace hemo
