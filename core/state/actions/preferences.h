#pragma once

#include "core/state/app_state.h"

/// What the user wants whatever is open, and what the program has to say.
namespace hemo::action {

/// Which models can be chosen; the program's own first.
struct ModelsFound {
    std::vector<ModelChoice> models;
};
/// Another model reads, now and from now on: what is seen is read again. Empty: the program's own.
struct ChooseModel {
    std::string name;
};
/// Judges by another of the model's rules, now and from now on.
struct ChooseOperatingPoint {
    std::string name;
};
/// Makes the heat another way, now and from now on.
struct ChooseExplanation {
    Explanation explanation;
};
/// How the reader wants to read; nothing happens where the site has fixed it.
struct ChooseWay {
    WayOfReading way;
};
/// The site's own choice, for as long as the program runs.
struct FixWay {
    WayOfReading way;
};
/// Whether readings are logged; nothing happens where the site has fixed it.
struct KeepLog {
    bool isKept;
};
/// The site's own choice, for as long as the program runs.
struct FixLog {
    bool isKept;
};
struct SetHeatOpacity {
    double opacity;
};
struct SetHeatColours {
    HeatColours colours;
};
/// From the next start on.
struct SetTextPercent {
    int percent;
};
struct SetTheme {
    Theme theme;
};
/// From the next start on.
struct SetLanguage {
    Language language;
};
struct SetBloodLimits {
    BloodLimits limits;
};
/// All arrangements that are kept.
struct SetHangings {
    Hangings hangings;
};
/// What is seen now, to be hung again under that number; what was kept there is gone.
struct KeepHanging {
    int number;
};
/// As it was kept under that number.
struct HangAs {
    int number;
};
/// How a series stands that is seen for the first time, from now on.
struct SetFirstLayout {
    FirstLayout layout;
};
/// How many studies are listed; those beyond are forgotten.
struct SetMostRecents {
    int count;
};
/// Where it is asked what to open; empty: beside what was opened last.
struct SetStartFolder {
    std::filesystem::path folder;
};
struct TogglePanels {};
/// Whether there is room for all panels beside the pictures.
struct RoomChanged {
    bool isNarrow;
};
struct TogglePatientText {};
/// Whether all that is listed is read by itself.
struct ReadListAhead {
    bool isOn;
};
struct SetPresets {
    std::vector<WindowPreset> presets;
};
/// The site's own choices, or the command line's, for as long as the program runs: from now on nobody changes
/// these here.
struct FixSettings {
    std::set<Setting> settings;
};
struct SetKeys {
    std::shared_ptr<const KeyTable> keys;
};
struct SetMouse {
    MouseTable mouse;
};
struct SetMostVolumeBytes {
    std::size_t bytes;
};
struct Notify {
    Notice notice;
};
struct DismissNotice {};

} // namespace hemo::action
