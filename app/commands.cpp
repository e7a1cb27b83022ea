#include "app/commands.h"

#include "app/mark_commands.h"
#include "app/own_commands.h"
#include "app/program_commands.h"
#include "app/view_commands.h"
#include "core/state/select/answers.h"
#include "core/state/select/lesson.h"
#include "core/state/select/link.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QWidget>

#include <algorithm>

namespace hemo::ui {
namespace {

/// Asks of the reading that the keys mean; false where there is none.
std::function<bool(const AppState&)> ofActive(bool (*ask)(const AppState&, const Reading&)) {
    return [ask](const AppState& s) {
        const Reading* active = select::activeReading(s);
        return active && ask(s, *active);
    };
}

Command step(std::string_view id, const char* text, Qt::Key key, int by) {
    return {id, tr(text), {QKeySequence(key)}, {}, hasPicture, {}, [by](const AppState& s) {
                return Action{action::StepSlice{select::scrolledViewport(s), by}};
            }};
}

template <class Made> std::function<Action(const AppState&)> sends(Made made) {
    return [made](const AppState&) { return Action{made}; };
}

/// Esc goes back one thing at a time: a mark that was begun, a verdict that is being made up, slices that go
/// by themselves, what is under way, the other half, a difference, an enlarged view, the other half beside,
/// the tool, a chosen mark. A message is in nobody's way.
Action back(const AppState& s) {
    if (s.screen.draft) return action::DropDraft{};
    if (s.screen.isAnswering) return action::CloseVerdict{};
    if (s.screen.isPlaying) return action::TogglePlaying{};
    if (select::canCancel(s)) return action::CancelWork{};
    if (s.screen.isOtherHalf) return action::ToggleOtherHalf{};
    if (s.screen.difference != Difference::None) return action::ShowDifference{s.screen.difference};
    if (s.screen.enlarged) return action::Enlarge{std::nullopt};
    if (select::areHalvesBeside(s)) return action::ToggleHalvesBeside{};
    if (s.screen.tool != Tool::Window) return action::ChooseTool{Tool::Window};
    if (s.screen.chosenMark) return action::ChooseMark{std::nullopt};
    return action::DismissNotice{};
}

Command finding(std::string_view id, const QString& text, const QKeySequence& key, Action (*go)(ReadingId)) {
    return {id, text, {key}, {}, ofActive(select::hasSuspicious), {}, [go](const AppState& s) {
                return go(activeId(s));
            }};
}

void addScrolling(std::vector<Command>& all) {
    constexpr int kToTheEnd = 1 << 20;
    all.push_back(step("slice-up", QT_TRANSLATE_NOOP("hemo::ui", "Slice up"), Qt::Key_Up, 1));
    all.push_back(step("slice-down", QT_TRANSLATE_NOOP("hemo::ui", "Slice down"), Qt::Key_Down, -1));
    all.push_back(step("first-slice", QT_TRANSLATE_NOOP("hemo::ui", "Top slice"), Qt::Key_Home, kToTheEnd));
    all.push_back(step("last-slice", QT_TRANSLATE_NOOP("hemo::ui", "Bottom slice"), Qt::Key_End, -kToTheEnd));
    const auto hasSeries = [](const AppState& s) { return s.shelf.contents != nullptr; };
    all.push_back({"previous-series",
                   tr("Previous series"),
                   {QKeySequence(Qt::Key_PageUp)},
                   {},
                   hasSeries,
                   {},
                   [](const AppState& s) {
                       return Action{action::StepSeries{s.screen.active, -1}};
                   }});
    all.push_back({"next-series",
                   tr("Next series"),
                   {QKeySequence(Qt::Key_PageDown)},
                   {},
                   hasSeries,
                   {},
                   [](const AppState& s) {
                       return Action{action::StepSeries{s.screen.active, 1}};
                   }});
    all.push_back({"series-list",
                   tr("List of series: arrows and Enter"),
                   {QKeySequence(Qt::Key_S)},
                   {},
                   hasSeries,
                   {},
                   {}});
    all.push_back(finding("next-finding", tr("Next finding"), Qt::Key_N, [](ReadingId id) {
        return Action{action::StepFinding{id, 1}};
    }));
    all.back().icon = "next-suspicious";
    all.push_back(
        finding("previous-finding", tr("Previous finding"), Qt::SHIFT | Qt::Key_N, [](ReadingId id) {
            return Action{action::StepFinding{id, -1}};
        }));
    all.push_back(
        finding("next-suspicious", tr("Next suspicious slice"), Qt::ALT | Qt::Key_N, [](ReadingId id) {
            return Action{action::StepSuspicious{id, 1}};
        }));
    all.push_back(finding("previous-suspicious", tr("Previous suspicious slice"),
                          Qt::ALT | Qt::SHIFT | Qt::Key_N, [](ReadingId id) {
                              return Action{action::StepSuspicious{id, -1}};
                          }));
}

/// What `then` does with the series beside; where there is none, what to do is said.
std::function<Action(const AppState&)> withBeside(std::function<Action(const AppState&)> then) {
    return [then = std::move(then)](const AppState& s) {
        if (!select::isComparing(s)) return Action{action::Notify{{say("notice.none_beside"), false}}};
        return then(s);
    };
}

/// The next or previous series for the one that is compared with the first.
Command stepBeside(std::string_view id, const QString& text, QKeySequence key, int by) {
    return {id, text, {key}, {}, hasPicture, {}, withBeside([by](const AppState& s) {
                return Action{action::StepSeries{select::besideViewport(s).value_or(kLead), by}};
            })};
}

Action toggleLink(const AppState& s) {
    if (!select::canLink(s)) return action::Notify{{say("notice.beside_later"), false}};
    return action::ToggleLink{s.screen.active};
}

void addComparing(std::vector<Command>& all) {
    all.push_back({"compare",
                   tr("Compare with a prior series, or end it"),
                   {QKeySequence(Qt::Key_B)},
                   "compare",
                   select::canCompare,
                   select::isComparing,
                   sends(action::ToggleBeside{})});
    all.push_back({"link",
                   tr("Link the series at this level, or unlink"),
                   {QKeySequence(Qt::Key_J)},
                   {},
                   hasPicture,
                   {},
                   withBeside(toggleLink)});
    all.push_back({"swap-compared",
                   tr("Swap prior and current in one view"),
                   {QKeySequence(Qt::Key_Space)},
                   {},
                   hasPicture,
                   {},
                   withBeside(sends(action::SwapReadings{}))});
    all.push_back(stepBeside("previous-prior", tr("Compare with the previous series"),
                             QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1));
    all.push_back(stepBeside("next-prior", tr("Compare with the next series"),
                             QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1));
}

void addTools(std::vector<Command>& all) {
    all.push_back(toolCommand("tool-window", tr("Window"), Qt::Key_W, "window", Tool::Window));
    all.push_back(toolCommand("tool-pan", tr("Pan"), Qt::Key_M, "pan", Tool::Pan));
    all.push_back(toolCommand("tool-zoom", tr("Zoom"), Qt::Key_Z, "zoom", Tool::Zoom));
    all.push_back(toolCommand("tool-crosshair", tr("Crosshair"), Qt::Key_C, "crosshair", Tool::Crosshair));
    all.push_back({"crosshair-lines",
                   tr("Lines of the crosshair"),
                   {QKeySequence(Qt::Key_X)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return s.screen.isCrosshairShown; },
                   sends(action::ToggleCrosshair{})});
    all.push_back({"invert",
                   tr("Invert"),
                   {QKeySequence(Qt::Key_I)},
                   "invert",
                   hasPicture,
                   [](const AppState& s) {
                       const Reading* active = select::activeReading(s);
                       return active && active->look->isInverted;
                   },
                   [](const AppState& s) { return Action{action::ToggleInverted{s.screen.active}}; }});
    all.push_back(
        {"fit", tr("Fit"), {QKeySequence(Qt::Key_F)}, "fit", hasPicture, {}, sends(action::FitViews{})});
    all.push_back({"reset",
                   tr("Reset"),
                   {QKeySequence(Qt::Key_R)},
                   "reset",
                   hasPicture,
                   {},
                   sends(action::ResetViews{})});
}

/// The slab of the view that the keys mean.
Slab activeSlab(const AppState& s) {
    const Viewport* view = select::viewport(s, select::scrolledViewport(s));
    return view ? view->slab : Slab{};
}

Command slab(std::string_view id, const QString& text, const QKeySequence& key, Slab (*next)(Slab)) {
    return {id, text, {key}, {}, hasPicture, {}, [next](const AppState& s) {
                return Action{action::SetSlab{select::scrolledViewport(s), next(activeSlab(s))}};
            }};
}

void addSlabs(std::vector<Command>& all) {
    static constexpr double kUsualMm = 5; // what heads are read in
    all.push_back(slab("slab", tr("Thick slab of 5 mm, or one plane"), QKeySequence(Qt::Key_T), [](Slab now) {
        return Slab{now.kind, now.thicknessMm > 0 ? 0 : kUsualMm};
    }));
    all.back().isChecked = [](const AppState& s) { return activeSlab(s).thicknessMm > 0; };
    all.push_back(slab("slab-kind", tr("Thick slab: mean, maximum (MIP), minimum (MinIP)"),
                       QKeySequence(Qt::SHIFT | Qt::Key_T), [](Slab now) {
                           return Slab{Slab::Kind{(static_cast<int>(now.kind) + 1) % 3},
                                       now.thicknessMm > 0 ? now.thicknessMm : kUsualMm};
                       }));
    all.push_back(
        slab("slab-thicker", tr("Thicker slab"), QKeySequence(Qt::SHIFT | Qt::Key_Up), [](Slab now) {
            return Slab{now.kind, now.thicknessMm + 1};
        }));
    all.push_back(
        slab("slab-thinner", tr("Thinner slab"), QKeySequence(Qt::SHIFT | Qt::Key_Down), [](Slab now) {
            return Slab{now.kind, now.thicknessMm - 1};
        }));
}

void addPresets(std::vector<Command>& all) {
    // The names of the presets come from a file.
    static constexpr std::string_view kIds[] = {"preset-0", "preset-1", "preset-2", "preset-3",
                                                "preset-4", "preset-5", "preset-6", "preset-7"};
    for (int key = 0; key <= 7; ++key)
        all.push_back({kIds[key],
                       key == 0 ? tr("The file's own window") : tr("Window preset %1").arg(key),
                       {QKeySequence(Qt::Key_0 + key)},
                       {},
                       hasPicture,
                       [key](const AppState& s) {
                           const Reading* active = select::activeReading(s);
                           return active && active->look->presetKey == key;
                       },
                       [key](const AppState& s) {
                           return Action{action::ChoosePreset{s.screen.active, key}};
                       }});
}

/// One a way of making heat; the model says which it knows.
void addExplanations(std::vector<Command>& all) {
    for (const Explanation e : kExplanations)
        all.push_back({explanationId(e),
                       translated(explanationName(e)),
                       {},
                       {},
                       [e](const AppState& s) {
                           const Reading* active = select::activeReading(s);
                           if (!active) return false;
                           const auto& known = select::answersTo(s, *active).explanations;
                           return std::find(known.begin(), known.end(), e) != known.end();
                       },
                       [e](const AppState& s) {
                           const Reading* active = select::activeReading(s);
                           return active && select::explanationInUse(s, *active) == e;
                       },
                       sends(action::ChooseExplanation{e})});
}

void addReader(std::vector<Command>& all) {
    all.push_back({"heat",
                   tr("Heat map; hold the key to peek"),
                   {QKeySequence(Qt::Key_G)},
                   "heat",
                   select::canShowAnyHeat,
                   [](const AppState& s) { return select::isHeatOn(s.screen); },
                   [](const AppState& s) { return Action{action::ShowHeat{!s.screen.isHeatShown}}; }});
    all.back().isHeld = true;
    all.push_back({"classify",
                   tr("Read again"),
                   {QKeySequence(Qt::CTRL | Qt::Key_R)},
                   {},
                   ofActive(select::canClassify),
                   {},
                   [](const AppState& s) { return Action{action::Classify{activeId(s)}}; }});
    all.push_back(
        {"read-ahead",
         tr("Read all that is listed"),
         {},
         {},
         always,
         [](const AppState& s) { return s.preferences.isListReadAhead; },
         [](const AppState& s) { return Action{action::ReadListAhead{!s.preferences.isListReadAhead}}; }});
    all.push_back({"choose-model",
                   tr("Which model reads along"),
                   {},
                   {},
                   [](const AppState& s) {
                       return s.models && !s.lesson && select::wayInForce(s) != WayOfReading::Blind &&
                              !s.preferences.fixed.contains(Setting::Model);
                   },
                   {},
                   {}});
}

/// Another series, or the other half.
bool standsBeside(const AppState& s) {
    return select::isComparing(s) || select::areHalvesBeside(s);
}

void addWindow(std::vector<Command>& all) {
    all.push_back({"layout",
                   tr("All views"),
                   {},
                   "layout",
                   [](const AppState& s) { return s.screen.enlarged || standsBeside(s); },
                   {},
                   [](const AppState& s) {
                       if (standsBeside(s)) return Action{action::ShowLeadAlone{}};
                       return Action{action::Enlarge{std::nullopt}};
                   }});
    all.push_back({"panels",
                   tr("Side panels"),
                   {QKeySequence(Qt::CTRL | Qt::Key_B)},
                   "panels",
                   always,
                   select::isListShown,
                   sends(action::TogglePanels{})});
    all.push_back({"patient-text",
                   tr("Patient's name"),
                   {QKeySequence(Qt::Key_P)},
                   "patient-text",
                   always,
                   [](const AppState& s) { return s.preferences.isPatientTextShown; },
                   sends(action::TogglePatientText{})});
    all.push_back({"back", tr("Back"), {QKeySequence(Qt::Key_Escape)}, {}, always, {}, back});
}

} // namespace

bool hasPicture(const AppState& s) {
    return select::canScroll(s);
}

ReadingId activeId(const AppState& s) {
    const Reading* active = select::activeReading(s);
    return active ? active->id : ReadingId::None;
}

Command toolCommand(std::string_view id, const QString& text, const QKeySequence& key, const char* icon,
                    Tool which) {
    return {id,
            text,
            {key},
            icon,
            hasPicture,
            [which](const AppState& s) { return s.screen.tool == which; },
            [which](const AppState&) { return Action{action::ChooseTool{which}}; }};
}

std::vector<Command> allCommands() {
    std::vector<Command> all;
    all.push_back({"open", tr("Open folder"), {QKeySequence(Qt::CTRL | Qt::Key_O)}, "open", always, {}, {}});
    all.push_back(
        {"add", tr("Add a folder"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, {}, always, {}, {}});
    all.push_back(
        {"open-files", tr("Open files"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)}, {}, always, {}, {}});
    addScrolling(all);
    addComparing(all);
    addTools(all);
    addMarkCommands(all);
    addViewCommands(all);
    addSlabs(all);
    addPresets(all);
    addReader(all);
    addWindow(all);
    addProgramCommands(all);
    addExplanations(all);
    addOwnCommands(all);
    return all;
}

KeyTable usualKeys() {
    KeyTable table;
    for (const Command& command : allCommands())
        table.keys.emplace(command.id, keysToText(command.keys));
    return table;
}

} // namespace hemo::ui
