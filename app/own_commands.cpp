#include "app/own_commands.h"

#include "app/panels/way_words.h"
#include "core/state/select/screen.h"

#include <QCoreApplication>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

Command wayCommand(std::string_view id, WayOfReading way) {
    return {id,
            tr("Way of reading: %1").arg(wayText(way)),
            {},
            {},
            [](const AppState& s) { return !s.preferences.isWayFixed; },
            [way](const AppState& s) { return s.preferences.way == way; },
            [way](const AppState&) { return Action{action::ChooseWay{way}}; }};
}

bool canAnswer(const AppState& s) {
    const Reading* active = select::activeReading(s);
    return active && isWhole(*active);
}

} // namespace

void addOwnCommands(std::vector<Command>& all) {
    all.push_back({"own-verdict",
                   tr("Your own reading, or back"),
                   {QKeySequence(Qt::Key_Q)},
                   {},
                   canAnswer,
                   [](const AppState& s) { return s.screen.isAnswering; },
                   [](const AppState& s) {
                       if (s.screen.isAnswering) return Action{action::CloseVerdict{}};
                       return Action{action::OpenVerdict{activeId(s)}};
                   }});
    all.push_back(wayCommand("way-assisted", WayOfReading::Assisted));
    all.push_back(wayCommand("way-second-reader", WayOfReading::SecondReader));
    all.push_back(wayCommand("way-blind", WayOfReading::Blind));
}

} // namespace hemo::ui
