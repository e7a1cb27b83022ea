#include "app/commands.h"

#include "core/state/select_compare.h"

#include <QCoreApplication>
#include <QIcon>
#include <QWidget>

#include <algorithm>
#include <cassert>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

bool always(const AppState&) {
    return true;
}
bool hasPicture(const AppState& s) {
    return select::canScroll(s);
}

Command step(std::string_view id, const char* text, Qt::Key key, int by) {
    return {id, tr(text), {QKeySequence(key)}, {}, hasPicture, {}, [by](const AppState& s) {
                if (s.comparison.active == ComparedSeries::Prior) return Action{action::StepPriorSlice{by}};
                return Action{action::StepSlice{select::leadingAxis(s), by}};
            }};
}

Command tool(std::string_view id, const char* text, QList<QKeySequence> keys, const char* icon, Tool which) {
    return {id,
            tr(text),
            std::move(keys),
            icon,
            hasPicture,
            [which](const AppState& s) { return s.tool == which; },
            [which](const AppState&) { return Action{action::ChooseTool{which}}; }};
}

template <class Made> std::function<Action(const AppState&)> sends(Made made) {
    return [made](const AppState&) { return Action{made}; };
}

/// Esc goes back one thing at a time: a message, an enlarged view, then the tool.
Action back(const AppState& s) {
    if (select::canCancel(s)) return action::CancelWork{};
    if (s.notice) return action::DismissNotice{};
    if (s.enlarged) return action::Enlarge{std::nullopt};
    return action::ChooseTool{Tool::Window};
}

void addScrolling(std::vector<Command>& all) {
    constexpr int kToTheEnd = 1 << 20;
    all.push_back(step("slice-up", QT_TRANSLATE_NOOP("Commands", "Slice up"), Qt::Key_Up, 1));
    all.push_back(step("slice-down", QT_TRANSLATE_NOOP("Commands", "Slice down"), Qt::Key_Down, -1));
    all.push_back(step("first-slice", QT_TRANSLATE_NOOP("Commands", "Top slice"), Qt::Key_Home, kToTheEnd));
    all.push_back(step("last-slice", QT_TRANSLATE_NOOP("Commands", "Bottom slice"), Qt::Key_End, -kToTheEnd));
    const auto hasSeries = [](const AppState& s) { return s.contents != nullptr; };
    all.push_back({"previous-series",
                   tr("Previous series"),
                   {QKeySequence(Qt::Key_PageUp)},
                   {},
                   hasSeries,
                   {},
                   sends(action::StepSeries{-1})});
    all.push_back({"next-series",
                   tr("Next series"),
                   {QKeySequence(Qt::Key_PageDown)},
                   {},
                   hasSeries,
                   {},
                   sends(action::StepSeries{1})});
    all.push_back({"series-list",
                   tr("List of series: arrows and Enter"),
                   {QKeySequence(Qt::Key_S)},
                   {},
                   hasSeries,
                   {},
                   {}});
    all.push_back({"next-suspicious",
                   tr("Next suspicious slice"),
                   {QKeySequence(Qt::Key_N)},
                   "next-suspicious",
                   select::hasSuspicious,
                   {},
                   sends(action::StepSuspicious{1})});
    all.push_back({"previous-suspicious",
                   tr("Previous suspicious slice"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_N)},
                   {},
                   select::hasSuspicious,
                   {},
                   sends(action::StepSuspicious{-1})});
}

void addComparing(std::vector<Command>& all) {
    const auto command = [&](std::string_view id, const QString& text, QKeySequence key, const QString& icon,
                             bool (*isEnabled)(const AppState&), const Action& action) {
        all.push_back({id, text, {key}, icon, isEnabled, {}, sends(action)});
    };
    command("compare", tr("Compare with a prior series, or end it"), QKeySequence(Qt::Key_B), "compare",
            select::canCompare, action::ToggleComparison{});
    all.back().isChecked = select::isComparing;
    command("link", tr("Link both series at this level, or unlink"), QKeySequence(Qt::Key_J), {},
            select::canLink, action::ToggleLink{});
    command("swap-compared", tr("Swap prior and current in one view"), QKeySequence(Qt::Key_Space), {},
            select::isComparing, action::SwapCompared{});
    command("previous-prior", tr("Compare with the previous series"), QKeySequence(Qt::CTRL | Qt::Key_PageUp),
            {}, select::isComparing, action::StepPriorSeries{-1});
    command("next-prior", tr("Compare with the next series"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), {},
            select::isComparing, action::StepPriorSeries{1});
}

void addTools(std::vector<Command>& all) {
    all.push_back(tool("tool-window", QT_TRANSLATE_NOOP("Commands", "Window"), {QKeySequence(Qt::Key_W)},
                       "window", Tool::Window));
    all.push_back(
        tool("tool-pan", QT_TRANSLATE_NOOP("Commands", "Pan"), {QKeySequence(Qt::Key_M)}, "pan", Tool::Pan));
    all.push_back(tool("tool-zoom", QT_TRANSLATE_NOOP("Commands", "Zoom"), {QKeySequence(Qt::Key_Z)}, "zoom",
                       Tool::Zoom));
    all.push_back(tool("tool-crosshair", QT_TRANSLATE_NOOP("Commands", "Crosshair"),
                       {QKeySequence(Qt::Key_C)}, "crosshair", Tool::Crosshair));
    all.push_back({"invert",
                   tr("Invert"),
                   {QKeySequence(Qt::Key_I)},
                   "invert",
                   hasPicture,
                   [](const AppState& s) { return s.isInverted; },
                   sends(action::ToggleInverted{})});
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

void addPresets(std::vector<Command>& all) {
    // The names of the presets come from a file; the keys are fixed.
    static constexpr std::string_view kIds[] = {"preset-0", "preset-1", "preset-2", "preset-3",
                                                "preset-4", "preset-5", "preset-6", "preset-7"};
    for (int key = 0; key <= 7; ++key)
        all.push_back({kIds[key],
                       key == 0 ? tr("The file's own window") : tr("Window preset %1").arg(key),
                       {QKeySequence(Qt::Key_0 + key)},
                       {},
                       hasPicture,
                       [key](const AppState& s) { return s.presetKey == key; },
                       sends(action::ChoosePreset{key})});
}

/// One a way of making heat; the model says which it knows.
void addExplanations(std::vector<Command>& all) {
    for (const Explanation e : kExplanations)
        all.push_back({explanationId(e),
                       QCoreApplication::translate("Core", explanationName(e).data()),
                       {},
                       {},
                       [e](const AppState& s) {
                           const auto& known = s.reader.explanations;
                           return std::find(known.begin(), known.end(), e) != known.end();
                       },
                       [e](const AppState& s) { return select::explanationInUse(s) == e; },
                       sends(action::ChooseExplanation{e})});
}

void addWindow(std::vector<Command>& all) {
    all.push_back({"heat",
                   tr("Heat map"),
                   {},
                   "heat",
                   select::canShowHeat,
                   [](const AppState& s) { return s.isHeatShown; },
                   [](const AppState& s) { return Action{action::ShowHeat{!s.isHeatShown}}; }});
    all.push_back({"classify",
                   tr("Read again"),
                   {QKeySequence(Qt::CTRL | Qt::Key_R)},
                   {},
                   select::canClassify,
                   {},
                   sends(action::Classify{})});
    all.push_back({"layout",
                   tr("Four views"),
                   {},
                   "layout",
                   [](const AppState& s) { return s.enlarged || select::isComparing(s); },
                   {},
                   [](const AppState& s) {
                       if (select::isComparing(s)) return Action{action::CloseComparison{}};
                       return Action{action::Enlarge{std::nullopt}};
                   }});
    all.push_back({"panels",
                   tr("Side panels"),
                   {QKeySequence(Qt::Key_Tab)},
                   "panels",
                   always,
                   [](const AppState& s) { return !s.arePanelsFolded; },
                   sends(action::TogglePanels{})});
    all.push_back({"patient-text",
                   tr("Patient's name"),
                   {QKeySequence(Qt::Key_P)},
                   "patient-text",
                   always,
                   [](const AppState& s) { return s.isPatientTextShown; },
                   sends(action::TogglePatientText{})});
    all.push_back({"back", tr("Back"), {QKeySequence(Qt::Key_Escape)}, {}, always, {}, back});
    all.push_back({"save-picture",
                   tr("Save picture"),
                   {QKeySequence(Qt::CTRL | Qt::Key_S)},
                   "screenshot",
                   hasPicture,
                   {},
                   {}});
    all.push_back({"help", tr("Help"), {QKeySequence(Qt::Key_F1)}, "help", always, {}, {}});
    all.push_back({"quit", tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}, always, {}, {}});
}

} // namespace

std::vector<Command> allCommands() {
    std::vector<Command> all;
    all.push_back({"open", tr("Open folder"), {QKeySequence(Qt::CTRL | Qt::Key_O)}, "open", always, {}, {}});
    all.push_back({"open-files",
                   tr("Open files"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                   {},
                   always,
                   {},
                   {}});
    addScrolling(all);
    addComparing(all);
    addTools(all);
    addPresets(all);
    addWindow(all);
    addExplanations(all);
    return all;
}

CommandSet::CommandSet(Store& store, QWidget& window) : QObject(&window), m_commands(allCommands()) {
    for (const Command& command : m_commands) {
        auto* action = new QAction(command.text, &window);
        action->setShortcuts(command.keys);
        const QString key =
            command.keys.isEmpty() ? QString() : command.keys.front().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? command.text : QStringLiteral("%1 (%2)").arg(command.text, key));
        if (!command.icon.isEmpty())
            action->setIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(command.icon)));
        action->setCheckable(static_cast<bool>(command.isChecked));
        if (command.action)
            connect(action, &QAction::triggered, this, [this, &store, make = command.action] {
                store.dispatch(make(store.state()));
                setState(store.state()); // a toggle that changed nothing goes back to what is
            });
        window.addAction(action);
        m_actions.push_back(action);
    }
    setState(store.state());
}

QAction& CommandSet::operator[](std::string_view id) const {
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (m_commands[i].id == id) return *m_actions[i];
    assert(false && "no such command");
    return *m_actions.front();
}

void CommandSet::setState(const AppState& state) {
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        m_actions[i]->setEnabled(m_commands[i].isEnabled(state));
        if (m_commands[i].isChecked) m_actions[i]->setChecked(m_commands[i].isChecked(state));
    }
}

} // namespace hemo::ui
