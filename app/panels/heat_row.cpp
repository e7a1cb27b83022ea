#include "app/panels/heat_row.h"

#include "core/state/select/answers.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/themed_icon.h"
#include "viewer/widgets/words.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace hemo::ui {
namespace {

/// The legend over a picture says faint and strong; what that is in figures stands here.
QString heatToolTip(const AppState& state, const Reading* reading) {
    QString name = withKey(HeatRow::tr("Heat map"), state, "heat");
    const PredictionPtr shown = reading ? select::shownPrediction(state, *reading) : nullptr;
    if (!shown) return name;
    const OverlayStyle& style = state.preferences.heatStyle;
    const auto figure = [](double value) { return Number{value, Unit::None, 1}; };
    const bool isLogOdds = heatUnit(shown->provenance.explanation) == HeatUnit::LogOdds;
    const Message scale =
        isLogOdds ? say("heat.scale_log_odds", figure(style.gateLogOdds), figure(style.fullLogOdds))
                  : say("heat.scale_relative");
    return name + '\n' + translated(scale);
}

QToolButton* iconButton(const QString& icon, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize({20, 20});
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

HeatRow::HeatRow(Dispatch dispatch, QWidget* parent) : QWidget(parent), m_dispatch(std::move(dispatch)) {
    m_heat = iconButton("heat", tr("Heat map"), this);
    m_heat->setObjectName("heat");
    m_heat->setCheckable(true);
    connect(m_heat, &QToolButton::clicked, this, [this](bool isOn) {
        m_heat->setChecked(!isOn); // the state says what is shown, not the click
        m_dispatch(action::ShowHeat{isOn});
    });
    buildSlider();
    m_previous = buildStep("previous", tr("Previous suspicious slice"), -1);
    m_next = buildStep("next", tr("Next suspicious slice"), 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_heat);
    row->addWidget(m_opacity, 1);
    row->addSpacing(8);
    row->addWidget(m_previous);
    row->addWidget(m_next);
}

void HeatRow::buildSlider() {
    m_opacity = new QSlider(Qt::Horizontal, this);
    m_opacity->setRange(10, 100);
    m_opacity->setAccessibleName(tr("Opacity of the heat map"));
    m_opacity->setToolTip(m_opacity->accessibleName());
    m_opacity->setFocusPolicy(Qt::TabFocus);
    connect(m_opacity, &QSlider::valueChanged, this,
            [this](int percent) { m_dispatch(action::SetHeatOpacity{percent / 100.0}); });
}

QToolButton* HeatRow::buildStep(const char* objectName, const QString& name, int direction) {
    auto* button = iconButton(QString(objectName) + "-suspicious", name, this);
    button->setObjectName(objectName);
    connect(button, &QToolButton::clicked, this, [this, direction] {
        m_dispatch(action::StepSuspicious{m_reading, direction});
    });
    return button;
}

void HeatRow::setState(const AppState& state, const Reading* reading) {
    m_reading = reading ? reading->id : ReadingId::None;
    const bool isOn = select::isHeatOn(state.screen),
               hasSuspicious = reading && select::hasSuspicious(state, *reading);
    m_heat->setEnabled(select::canShowAnyHeat(state));
    m_heat->setToolTip(heatToolTip(state, reading));
    m_previous->setToolTip(withKey(m_previous->accessibleName(), state, "previous-suspicious"));
    m_next->setToolTip(withKey(m_next->accessibleName(), state, "next-suspicious"));
    m_heat->setChecked(isOn);
    m_opacity->setEnabled(isOn);
    const QSignalBlocker quiet(m_opacity);
    m_opacity->setValue(static_cast<int>(std::lround(state.preferences.heatStyle.opacity * 100)));
    m_previous->setEnabled(hasSuspicious);
    m_next->setEnabled(hasSuspicious);
}

} // namespace hemo::ui
