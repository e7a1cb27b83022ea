#pragma once

#include "core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// Window centre and width in HU (DICOM PS3.3 C.11.2.1.2, linear). They change together.
struct WindowLevel {
    double centre = 40, width = 80;

    /// Grey 0..1 of a value in HU: the C.11.2.1.2.1 LINEAR function.
    double grey(double hu) const {
        const double x = (hu - (centre - 0.5)) / (width > 1 ? width - 1 : 1) + 0.5;
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }
    bool operator==(const WindowLevel&) const = default;
};

struct WindowPreset {
    int key = 0;      ///< the number key that chooses it
    std::string name; ///< "Brain"
    WindowLevel window;
    bool operator==(const WindowPreset&) const = default;
};

/// Reads `[{"key": 1, "name": "Brain", "width": 80, "centre": 40}, ...]`. Fails: Damaged.
Result<std::vector<WindowPreset>> parseWindowPresets(std::string_view json);

} // namespace hemo
