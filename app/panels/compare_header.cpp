#include "app/panels/compare_header.h"

#include "app/panels/panel_parts.h"
#include "viewer/widgets/themed_icon.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr double kRolePoints = 13;

/// Text that never makes the window wider.
QLabel* plainLabel(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

CompareHeader::CompareHeader(ViewportId viewport, Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_viewport(viewport) {
    setObjectName("compareHeader");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(viewport == kLead ? tr("Current series") : tr("Series beside"));
    m_role = plainLabel("compareRole", this);
    QFont font = m_role->font();
    font.setPointSizeF(kRolePoints);
    font.setWeight(QFont::DemiBold);
    m_role->setFont(font);
    m_role->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_interval = plainLabel("compareInterval", this);
    m_series = plainLabel("compareSeries", this);
    m_series->setProperty("role", "secondary");
    m_alert = plainLabel("compareAlert", this);
    m_alert->setAlignment(Qt::AlignCenter);

    auto* first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_role);
    first->addWidget(m_interval, 1);
    auto* close = new QToolButton(this);
    close->setObjectName("closeViewport");
    close->setIcon(themedIcon("close"));
    close->setIconSize({12, 12});
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("Take this series away"));
    close->setToolTip(tr("Take this series away"));
    connect(close, &QToolButton::clicked, this,
            [viewport, dispatch = std::move(dispatch)] { dispatch(action::CloseViewport{viewport}); });
    first->addWidget(close);
    auto* text = new QVBoxLayout;
    text->setContentsMargins(12, 6, 12, 6);
    text->setSpacing(0);
    text->addLayout(first);
    text->addWidget(m_series);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(text);
    column->addWidget(m_alert);
}

void CompareHeader::setState(const AppState& state) {
    CompareHeading heading = compareHeading(state, m_viewport);
    if (heading == m_heading) return;
    m_heading = std::move(heading);
    m_role->setText(m_heading.role);
    m_interval->setText(m_heading.interval);
    showText(*m_alert, m_heading.alert);
    m_alert->setToolTip(m_heading.alert);
    showSeries();
}

void CompareHeader::showSeries() {
    m_series->setText(
        m_series->fontMetrics().elidedText(m_heading.series, Qt::ElideRight, std::max(0, m_series->width())));
    m_series->setToolTip(m_heading.series);
    m_series->setAccessibleName(m_heading.series);
}

void CompareHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showSeries();
}

} // namespace hemo::ui
