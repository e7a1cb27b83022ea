#pragma once

#include "core/classify/verdict/explanation.h"
#include "core/image/blood_limits.h"
#include "core/image/overlay.h"
#include "core/image/window_level.h"
#include "core/reading/way_of_reading.h"
#include "core/state/first_layout.h"
#include "core/state/key_table.h"
#include "core/state/mouse_table.h"
#include "core/study/recent_study.h"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hemo {

/// What a site can fix beside the way of reading, the log and single keys.
enum class Setting {
    WindowPresets,
    Memory,
    ReadAhead,
    PatientNames,
    Mouse,
    HeatColours,
    TextSize,
    Theme,
    Language,
    BloodLimits,
    Hangings,
    FirstLayout,
    MostRecents,
    StartFolder,
    Model
};

/// How the window looks; images stand on black in each of them.
enum class Theme { Dark, Light, HighContrast };
constexpr Theme kThemes[] = {Theme::Dark, Theme::Light, Theme::HighContrast};

/// What the window speaks. Logs, programs without a window and JSON speak English.
enum class Language {
    System, ///< the desktop's where the window knows it, else English
    English,
    Spanish
};
constexpr Language kLanguages[] = {Language::System, Language::English, Language::Spanish};

/// What the user wants whatever is open.
struct Preferences {
    std::vector<WindowPreset> presets;
    std::shared_ptr<const KeyTable> keys; ///< null: the program has not said yet what its keys are
    MouseTable mouse;
    std::string model;                      ///< name of the one that reads; empty: the program's own
    std::string operatingPoint;             ///< name of the rule that is asked for; empty: the model's own
    std::optional<Explanation> explanation; ///< asked for; none: the model's own
    WayOfReading way = WayOfReading::Assisted;
    bool isWayFixed = false; ///< by the site: nobody changes it here
    bool isLogKept = true;   ///< each reading with a verdict of the reader's own goes into the reading log
    bool isLogFixed = false; ///< by the site: nobody switches it here
    std::set<Setting> fixed; ///< by the site, as well
    OverlayStyle heatStyle;
    int textPercent = 100;             ///< size of text and controls, from the next start on
    BloodLimits bloodLimits;           ///< of what grows from a place that is pointed at
    Hangings hangings;                 ///< arrangements of the reader's own
    FirstLayout firstLayout;           ///< of a series that is seen for the first time
    int mostRecents = kMostRecents;    ///< so many studies that were opened are listed; 0: none is kept
    std::filesystem::path startFolder; ///< where it is asked what to open; empty: beside what was opened last
    Theme theme = Theme::Dark;
    Language language = Language::System; ///< from the next start on
    bool arePanelsFolded = false;
    bool isPatientTextShown = true;
    bool isListReadAhead = false; ///< all that is listed is read while nothing else is to do
    /// Over this the volumes that were not looked at longest are let go.
    std::size_t mostVolumeBytes = std::numeric_limits<std::size_t>::max();
    bool operator==(const Preferences&) const = default;
};

} // namespace hemo
