#include "app/volume_commands.h"

#include "core/state/select/screen.h"
#include "viewer/widgets/tr.h"

#include <array>

namespace hemo::ui {
namespace {

bool hasVolume(const AppState& s) {
    return hasPicture(s) && select::volumeViewport(s);
}

/// What is on or off in the view of the volume.
Command ofVolume(std::string_view id, const QString& text, QKeyCombination key, bool (*isOn)(const Viewport&),
                 Action (*toggle)(ViewportId)) {
    const auto isOnNow = [isOn](const AppState& s) {
        const auto volume = select::volumeViewport(s);
        return volume && isOn(*select::viewport(s, *volume));
    };
    const auto act = [toggle](const AppState& s) {
        return toggle(select::volumeViewport(s).value_or(kLead));
    };
    return {id, text, {QKeySequence(key)}, {}, hasVolume, isOnNow, act};
}

struct SeenFrom {
    std::string_view id;
    const char* text;
    Qt::Key key;
    VolumeCamera camera;
};
constexpr std::array kSides{
    SeenFrom{"seen-from-front", QT_TRANSLATE_NOOP("hemo::ui", "Volume from the front"), Qt::Key_A, {0, 0}},
    SeenFrom{"seen-from-behind", QT_TRANSLATE_NOOP("hemo::ui", "Volume from behind"), Qt::Key_P, {180, 0}},
    SeenFrom{"seen-from-left",
             QT_TRANSLATE_NOOP("hemo::ui", "Volume from the patient's left"),
             Qt::Key_L,
             {90, 0}},
    SeenFrom{"seen-from-right",
             QT_TRANSLATE_NOOP("hemo::ui", "Volume from the patient's right"),
             Qt::Key_R,
             {-90, 0}},
    SeenFrom{"seen-from-above", QT_TRANSLATE_NOOP("hemo::ui", "Volume from above"), Qt::Key_S, {0, 89}},
    SeenFrom{"seen-from-below", QT_TRANSLATE_NOOP("hemo::ui", "Volume from below"), Qt::Key_I, {0, -89}},
};

/// As near as it was.
Command seenFrom(std::string_view id, const QString& text, const QKeySequence& key, VolumeCamera camera) {
    return {id, text, {key}, {}, hasVolume, {}, [camera](const AppState& s) {
                const ViewportId volume = select::volumeViewport(s).value_or(kLead);
                VolumeCamera there = camera;
                there.zoom = select::viewport(s, volume)->camera.zoom;
                return Action{action::SetCamera{volume, there}};
            }};
}

/// A side of the box goes by a step: what the hand does with the dots on its sides.
struct MovedSide {
    std::string_view inwards, outwards;
    const char *textInwards, *textOutwards;
    Qt::Key key;
    BoxSide side;
};
constexpr double kSideStepMm = 5;
constexpr std::array kMovedSides{
    MovedSide{"box-front-in", "box-front-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: front inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: front outwards"), Qt::Key_A, BoxSide{1, false}},
    MovedSide{"box-behind-in", "box-behind-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: back inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: back outwards"), Qt::Key_P, BoxSide{1, true}},
    MovedSide{"box-left-in", "box-left-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: patient's left inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: patient's left outwards"), Qt::Key_L, BoxSide{0, true}},
    MovedSide{"box-right-in", "box-right-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: patient's right inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: patient's right outwards"), Qt::Key_R, BoxSide{0, false}},
    MovedSide{"box-above-in", "box-above-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: top inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: top outwards"), Qt::Key_S, BoxSide{2, true}},
    MovedSide{"box-below-in", "box-below-out", QT_TRANSLATE_NOOP("hemo::ui", "Box: bottom inwards"),
              QT_TRANSLATE_NOOP("hemo::ui", "Box: bottom outwards"), Qt::Key_I, BoxSide{2, false}},
};

std::optional<ClipBox> boxNow(const AppState& s) {
    const auto volume = select::volumeViewport(s);
    return volume ? select::viewport(s, *volume)->box : std::nullopt;
}

Command sideMoved(std::string_view id, const char* text, QKeyCombination key, BoxSide side,
                  double outwardsMm) {
    return {id,
            tr(text),
            {QKeySequence(key)},
            {},
            [](const AppState& s) { return hasVolume(s) && boxNow(s); },
            {},
            [side, outwardsMm](const AppState& s) {
                const ClipBox box = boxNow(s).value_or(ClipBox{});
                return Action{action::SetBox{select::volumeViewport(s).value_or(kLead),
                                             withSideMoved(box, side, outwardsMm)}};
            }};
}

} // namespace

void addVolumeCommands(std::vector<Command>& all) {
    for (const auto& [id, text, key, camera] : kSides)
        all.push_back(seenFrom(id, tr(text), QKeySequence(Qt::ALT | key), camera));
    all.push_back(ofVolume(
        "cut", tr("Volume cut open at the slice, or whole"), Qt::ALT | Qt::Key_C,
        [](const Viewport& view) { return view.isCut; },
        [](ViewportId view) { return Action{action::ToggleCut{view}}; }));
    all.push_back(ofVolume(
        "box", tr("Volume in a box, or whole"), Qt::ALT | Qt::Key_X,
        [](const Viewport& view) { return view.box.has_value(); },
        [](ViewportId view) { return Action{action::ToggleBox{view}}; }));
    for (const MovedSide& moved : kMovedSides) {
        all.push_back(sideMoved(moved.inwards, moved.textInwards, Qt::ALT | Qt::SHIFT | moved.key, moved.side,
                                -kSideStepMm));
        all.push_back(sideMoved(moved.outwards, moved.textOutwards,
                                Qt::CTRL | Qt::ALT | Qt::SHIFT | moved.key, moved.side, kSideStepMm));
    }
}

} // namespace hemo::ui
