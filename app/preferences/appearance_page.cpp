#include "app/preferences/appearance_page.h"

#include "app/preferences/text_percents.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

QString nameOf(HeatColours colours) {
    switch (colours) {
    case HeatColours::Inferno:
        return AppearancePage::tr("violet, red, yellow");
    case HeatColours::Viridis:
        return AppearancePage::tr("blue, green, yellow");
    case HeatColours::Cividis:
        return AppearancePage::tr("blue, grey, yellow: the same to colour-blind eyes");
    }
    return {};
}

/// Its scale, from faint to strong.
QIcon swatch(HeatColours colours, QSize size) {
    QPixmap picture(size);
    QPainter painter(&picture);
    for (int x = 0; x < size.width(); ++x) {
        const auto [red, green, blue] = colourAt(double(x) / (size.width() - 1), colours);
        painter.fillRect(x, 0, 1, size.height(), QColor(red, green, blue));
    }
    return picture;
}

} // namespace

AppearancePage::AppearancePage(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    auto* column = new QVBoxLayout(this);
    column->addLayout(new QFormLayout);
    m_heat = addChoice("heatColours", tr("Colours of heat:"));
    m_heat->setIconSize({72, 14});
    for (const HeatColours colours : kHeatColours)
        m_heat->addItem(swatch(colours, m_heat->iconSize()), nameOf(colours), static_cast<int>(colours));
    connect(m_heat, &QComboBox::activated, this, [this] {
        m_dispatch(action::SetHeatColours{static_cast<HeatColours>(m_heat->currentData().toInt())});
    });
    m_textSize = addChoice("textSize", tr("Size of text and controls:"));
    for (const int percent : kTextPercents)
        m_textSize->addItem(tr("%1 %").arg(percent), percent);
    connect(m_textSize, &QComboBox::activated, this,
            [this] { m_dispatch(action::SetTextPercent{m_textSize->currentData().toInt()}); });
    m_later = new QLabel(tr("The size changes when Hemoscope is started again."), this);
    column->addWidget(m_later);
    column->addStretch(1);
}

QComboBox* AppearancePage::addChoice(const char* name, const QString& label) {
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    static_cast<QFormLayout*>(layout()->itemAt(0)->layout())->addRow(label, box);
    return box;
}

void AppearancePage::setState(const AppState& state) {
    const Preferences& p = state.preferences;
    m_heat->setCurrentIndex(m_heat->findData(static_cast<int>(p.heatStyle.colours)));
    m_heat->setEnabled(!p.fixed.contains(Setting::HeatColours));
    m_textSize->setCurrentIndex(m_textSize->findData(p.textPercent));
    m_textSize->setEnabled(!p.fixed.contains(Setting::TextSize));
}

} // namespace hemo::ui
