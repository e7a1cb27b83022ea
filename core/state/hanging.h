#pragma once

#include "core/image/slab.h"
#include "core/image/window_level.h"
#include "core/state/layout.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// How a reading is hung: what a reader arranged once and wants again with one key, for whatever is open. A
/// hanging protocol (DICOM PS3.3 C.23), in the terms of this program.
struct Hanging {
    /// Of one view, in the order of the viewports.
    struct View {
        Slab slab;
        std::optional<WindowLevel> ownWindow; ///< in place of the reading's
        bool operator==(const View&) const = default;
    };
    ViewSet views = ViewSet::Four;
    bool isBeside = false; ///< another series beside it, the one that is suggested
    bool isCrosshairShown = true;
    std::optional<int> presetKey; ///< of the reading's window; none: `window`
    WindowLevel window;
    std::vector<View> each;
    bool operator==(const Hanging&) const = default;
};

/// The numbers that arrangements of the reader's own are kept under: the keys after those of the view sets.
inline constexpr int kFirstHanging = 6, kLastHanging = 9;
using Hangings = std::map<int, Hanging>;

/// As settings keep it: JSON in one line.
std::string hangingText(const Hanging& hanging);
/// None where it is not to be understood.
std::optional<Hanging> hangingFrom(std::string_view text);

} // namespace hemo
