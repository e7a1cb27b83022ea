#include "app/panels/rule_button.h"

#include "app/panels/verdict_words.h"
#include "app/panels/worth_words.h"
#include "core/state/select/answers.h"
#include "viewer/widgets/words.h"

#include <QMenu>

namespace hemo::ui {

RuleButton::RuleButton(Dispatch dispatch, QWidget* parent) : QToolButton(parent) {
    setObjectName("rule");
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Rule"));
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("By which of the model's rules the slices are judged; nothing is read again."));
    auto* choices = new QMenu(this);
    setMenu(choices);
    connect(choices, &QMenu::triggered, this, [dispatch = std::move(dispatch)](QAction* chosen) {
        dispatch(action::ChooseOperatingPoint{chosen->data().toString().toStdString()});
    });
}

void RuleButton::setState(const AppState& state, const Reading* reading) {
    const PredictionPtr shown = reading ? select::shownPrediction(state, *reading) : nullptr;
    const bool isJudged = shown && shown->verdict.judgesSlices;
    const OperatingPoint* point = isJudged ? operatingPoint(select::answersTo(state, *reading)) : nullptr;
    setVisible(point && select::answersTo(state, *reading).operatingPoints.size() > 1);
    if (!point) return;
    const auto& points = select::answersTo(state, *reading).operatingPoints;
    const QString name = operatingPointText(point->name);
    setText(tr("Rule: %1 ▾").arg(name));
    setAccessibleName(tr("Rule: %1").arg(name));
    QMenu& menu = *this->menu();
    if (menu.actions().size() != static_cast<qsizetype>(points.size())) menu.clear();
    for (std::size_t n = 0; n < points.size(); ++n) {
        QAction* choice = n < static_cast<std::size_t>(menu.actions().size())
                              ? menu.actions()[static_cast<qsizetype>(n)]
                              : menu.addAction(QString());
        const PatientRule& rule = points[n].rule;
        const QString asked =
            areEnough(rule.k, shown->slices) ? slicesText(rule.k) : tr("%1 mm").arg(suspectedFromMm(rule));
        choice->setText(
            tr("%1: %2 over %3").arg(operatingPointText(points[n].name), asked, percentText(rule.threshold)));
        choice->setData(QString::fromStdString(points[n].name));
        choice->setCheckable(true);
        choice->setChecked(&points[n] == point);
    }
}

} // namespace hemo::ui
