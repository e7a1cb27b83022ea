#include "app/panels/way_button.h"

#include "app/panels/way_words.h"

#include <QActionGroup>
#include <QMenu>

namespace hemo::ui {

WayButton::WayButton(Dispatch dispatch, QWidget* parent) : QToolButton(parent) {
    setObjectName("way");
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    auto* oneOf = new QActionGroup(menu);
    for (const WayOfReading way : kWaysOfReading) {
        QAction* choice = oneOf->addAction(tr("%1: %2").arg(wayText(way), wayMeaning(way)));
        choice->setData(static_cast<int>(way));
        choice->setCheckable(true);
    }
    menu->addActions(oneOf->actions());
    setMenu(menu);
    connect(menu, &QMenu::triggered, this, [dispatch = std::move(dispatch)](QAction* chosen) {
        dispatch(action::ChooseWay{static_cast<WayOfReading>(chosen->data().toInt())});
    });
}

void WayButton::setState(const AppState& state) {
    const WayOfReading way = state.preferences.way;
    const bool isFixed = state.preferences.isWayFixed;
    setVisible(!state.lesson); // a lesson has its own
    setText(isFixed ? wayText(way) : tr("%1 ▾").arg(wayText(way)));
    setEnabled(!isFixed);
    setAccessibleName(tr("Way of reading: %1").arg(wayText(way)));
    const QString why = isFixed ? tr("This site has fixed the way of reading. ") : QString();
    setToolTip(why + wayMeaning(way));
    setAccessibleDescription(toolTip());
    for (QAction* choice : menu()->actions())
        choice->setChecked(choice->data().toInt() == static_cast<int>(way));
}

} // namespace hemo::ui
