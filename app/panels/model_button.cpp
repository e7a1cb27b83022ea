#include "app/panels/model_button.h"

#include "core/state/select/answers.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"

#include <QActionGroup>
#include <QMenu>

namespace hemo::ui {
namespace {

/// "paper-512-1: 512 px, any bleed, without its kind".
QString choiceText(const ModelChoice& choice) {
    const ModelInfo& model = choice.info;
    const QString name = QString::fromStdString(choice.name);
    QString id = QString::fromStdString(model.id);
    if (name != id) id += QStringLiteral(" (%1)").arg(name); // of two with one id
    return model.namesSubtypes
               ? ModelButton::tr("%1: %2 px, names the kind of bleed").arg(id).arg(model.inputSize)
               : ModelButton::tr("%1: %2 px, any bleed, without its kind").arg(id).arg(model.inputSize);
}

} // namespace

ModelButton::ModelButton(Dispatch dispatch, QWidget* parent)
    : QToolButton(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("model");
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setText(tr("Model ▾"));
    setMenu(new QMenu(this));
}

void ModelButton::fill(const AppState& state) {
    QMenu& choices = *menu();
    choices.clear();
    auto* oneOf = new QActionGroup(&choices);
    for (const ModelChoice& model : *state.models) {
        QAction* choice = oneOf->addAction(choiceText(model));
        choice->setData(QString::fromStdString(model.name));
        choice->setCheckable(true);
        connect(choice, &QAction::triggered, this,
                [this, name = model.name] { m_dispatch(action::ChooseModel{name}); });
    }
    choices.addActions(oneOf->actions());
    choices.addSeparator();
    connect(choices.addAction(tr("Add a model…")), &QAction::triggered, this, &ModelButton::addAsked);
    m_listed = state.models;
}

void ModelButton::setState(const AppState& state) {
    const ModelChoice* inUse = select::modelInUse(state);
    const Reading* active = select::activeReading(state);
    const bool isLocked = active && select::lockOn(state, *active) != select::Lock::Open;
    setVisible(inUse && !isLocked && !state.lesson && select::wayInForce(state) != WayOfReading::Blind);
    if (!inUse) return;
    if (m_listed != state.models) fill(state);
    const bool isFixed = state.preferences.fixed.contains(Setting::Model);
    setEnabled(!isFixed);
    setAccessibleName(tr("Model: %1").arg(QString::fromStdString(inUse->info.id)));
    setToolTip(
        isFixed
            ? tr("This site, or how Hemoscope was started, has fixed which model reads.")
            : tr("Which model reads; what is seen is read again, what it read before comes back at once."));
    setAccessibleDescription(toolTip());
    for (QAction* choice : menu()->actions())
        if (choice->isCheckable()) choice->setChecked(choice->data().toString().toStdString() == inUse->name);
}

} // namespace hemo::ui
