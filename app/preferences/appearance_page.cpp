#include "app/preferences/appearance_page.h"

#include "app/preferences/fixed_note.h"
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

QString nameOf(Theme theme) {
    switch (theme) {
    case Theme::Dark:
        return AppearancePage::tr("Dark");
    case Theme::Light:
        return AppearancePage::tr("Light");
    case Theme::HighContrast:
        return AppearancePage::tr("High contrast");
    }
    return {};
}

/// In the language itself: who cannot read the window finds it all the same.
QString nameOf(Language language) {
    switch (language) {
    case Language::System:
        return AppearancePage::tr("As the desktop");
    case Language::English:
        return QStringLiteral("English");
    case Language::Spanish:
        return QStringLiteral("Español");
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
    m_theme = addChoice("theme", tr("Window:"));
    for (const Theme theme : kThemes)
        m_theme->addItem(nameOf(theme), static_cast<int>(theme));
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_dispatch(action::SetTheme{static_cast<Theme>(m_theme->currentData().toInt())}); });
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
    m_language = addChoice("language", tr("Language:"));
    for (const Language language : kLanguages)
        m_language->addItem(nameOf(language), static_cast<int>(language));
    connect(m_language, &QComboBox::activated, this, [this] {
        m_dispatch(action::SetLanguage{static_cast<Language>(m_language->currentData().toInt())});
    });
    m_later = new QLabel(tr("Size and language change when Hemoscope is started again."), this);
    column->addWidget(m_later);
    m_fixed = fixedNote(this);
    column->addWidget(m_fixed);
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
    bool isAnyFixed = false;
    const auto show = [&](QComboBox& box, int value, Setting setting) {
        const bool isFixed = p.fixed.contains(setting);
        box.setCurrentIndex(box.findData(value));
        box.setEnabled(!isFixed);
        isAnyFixed = isAnyFixed || isFixed;
    };
    show(*m_theme, static_cast<int>(p.theme), Setting::Theme);
    show(*m_heat, static_cast<int>(p.heatStyle.colours), Setting::HeatColours);
    show(*m_textSize, p.textPercent, Setting::TextSize);
    show(*m_language, static_cast<int>(p.language), Setting::Language);
    m_fixed->setVisible(isAnyFixed);
}

} // namespace hemo::ui
