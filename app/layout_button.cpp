#include "app/layout_button.h"

#include "viewer/widgets/themed_icon.h"
#include "viewer/widgets/view_set_words.h"
#include "viewer/widgets/words.h"

#include <QMenu>

namespace hemo::ui {
namespace {

QAction& numbered(const CommandSet& commands, const char* what, int number) {
    return commands[std::string(what) + std::to_string(number)];
}

std::string_view commandOf(ViewSet set) {
    switch (set) {
    case ViewSet::One:
        return "views-one";
    case ViewSet::BrainAndBone:
        return "views-brain-bone";
    case ViewSet::OneLarge:
        return "views-one-large";
    case ViewSet::Film:
        return "views-film";
    case ViewSet::Four:
        break;
    }
    return "views-four";
}

} // namespace

LayoutButton::LayoutButton(CommandSet& commands, QWidget* parent)
    : QToolButton(parent), m_commands(commands) {
    setObjectName("layout");
    setIcon(themedIcon("layout"));
    setToolTip(tr("What is seen: views and arrangements"));
    setAccessibleName(toolTip());
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    menu->addAction(&m_commands["layout"]);
    menu->addSeparator();
    for (const ViewSet set : kViewSets)
        menu->addAction(&m_commands[commandOf(set)]);
    menu->addAction(&m_commands["halves-beside"]);
    menu->addSeparator();
    auto* keep = new QMenu(tr("Keep what is seen"), menu);
    for (int number = kFirstHanging; number <= kLastHanging; ++number) {
        menu->addAction(&numbered(m_commands, "hang-", number));
        keep->addAction(&numbered(m_commands, "keep-hanging-", number));
    }
    menu->addMenu(keep);
    setMenu(menu);
}

void LayoutButton::setState(const AppState& state) {
    const Hangings& hangings = state.preferences.hangings;
    if (hangings == m_named) return;
    m_named = hangings;
    for (const auto& [number, hanging] : hangings)
        numbered(m_commands, "hang-", number)
            .setText(tr("Own arrangement %1: %2").arg(number).arg(wordsOf(hanging)));
}

QString LayoutButton::wordsOf(const Hanging& hanging) const {
    QStringList words{hanging.isBeside ? tr("two series beside each other")
                                       : m_commands[commandOf(hanging.views)].text()};
    const auto slab = std::ranges::find_if(
        hanging.each, [](const Hanging::View& view) { return view.slab.thicknessMm > 0; });
    if (slab != hanging.each.end()) words << slabText(slab->slab);
    words << windowText(hanging.window.width, hanging.window.centre);
    return words.join(QStringLiteral(", "));
}

} // namespace hemo::ui
