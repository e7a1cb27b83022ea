#include "viewer/widgets/theme.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

#include <utility>

namespace hemo::ui {
namespace {

using palette::rgb;

constexpr ThemeColours kDark{.chrome = palette::kChrome,
                             .panel = palette::kPanel,
                             .raised = palette::kRaised,
                             .line = palette::kLine,
                             .chosen = rgb(0x1B3444),
                             .text = palette::kText,
                             .secondaryText = palette::kSecondaryText,
                             .disabledText = palette::kDisabledText,
                             .accent = palette::kAccent,
                             .empty = palette::kImageBackground,
                             .underThreshold = palette::kUnderThreshold,
                             .suspicionLow = palette::kSuspicionLow,
                             .suspicionHigh = palette::kSuspicionHigh};

constexpr ThemeColours kLight{.chrome = rgb(0xE6EAEE),
                              .panel = rgb(0xF5F7F9),
                              .raised = rgb(0xFFFFFF),
                              .line = rgb(0xC6CED6),
                              .chosen = rgb(0xCBE4F4),
                              .text = rgb(0x161C23),
                              .secondaryText = rgb(0x4B5663),
                              .disabledText = rgb(0x8D98A4),
                              .accent = rgb(0x0B6FA4),
                              .empty = rgb(0xE6EAEE),
                              .underThreshold = rgb(0x8C97A3),
                              .suspicionLow = rgb(0xB45309),
                              .suspicionHigh = rgb(0xB0124F)};

constexpr ThemeColours kHighContrast{.chrome = rgb(0x000000),
                                     .panel = rgb(0x000000),
                                     .raised = rgb(0x1C1C1C),
                                     .line = rgb(0xA8A8A8),
                                     .chosen = rgb(0x004A73),
                                     .text = rgb(0xFFFFFF),
                                     .secondaryText = rgb(0xE2E2E2),
                                     .disabledText = rgb(0xA0A0A0),
                                     .accent = rgb(0x66D0FF),
                                     .empty = rgb(0x000000),
                                     .underThreshold = rgb(0xA0A0A0),
                                     .suspicionLow = rgb(0xFFC04D),
                                     .suspicionHigh = rgb(0xFF6FA3)};

const ThemeColours* applied = &kDark;

QPalette paletteOf(const ThemeColours& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.chrome);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::HighlightedText, c.chrome);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        p.setColor(role, c.text);
    p.setColor(QPalette::PlaceholderText, c.secondaryText);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.line);
    p.setColor(QPalette::Light, c.raised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabledText);
    return p;
}

/// The style sheet names colours; no name begins with another one.
QString styleSheetOf(const ThemeColours& c) {
    QFile file(":/style/hemoscope.qss");
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const auto& [name, colour] :
         {std::pair("@chrome", c.chrome), std::pair("@panel", c.panel), std::pair("@raised", c.raised),
          std::pair("@line", c.line), std::pair("@chosen", c.chosen), std::pair("@text", c.text),
          std::pair("@secondary", c.secondaryText), std::pair("@disabled", c.disabledText),
          std::pair("@accent", c.accent), std::pair("@empty", c.empty)})
        sheet.replace(QLatin1String(name), colour.name());
    const bool isDark = c.panel.lightness() < c.text.lightness();
    return sheet.replace(QLatin1String("@ink"), QLatin1String(isDark ? "light" : "dark"));
}

} // namespace

QColor ThemeColours::suspicion(double p, double threshold) const {
    return palette::suspicion(p, threshold, underThreshold, suspicionLow, suspicionHigh);
}

const ThemeColours& coloursOf(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return kLight;
    case Theme::HighContrast:
        return kHighContrast;
    case Theme::Dark:
        break;
    }
    return kDark;
}

const ThemeColours& colours() {
    return *applied;
}

void applyTheme(QApplication& application, Theme theme) {
    applied = &coloursOf(theme);
    QApplication::setPalette(paletteOf(*applied));
    application.setStyleSheet(styleSheetOf(*applied));
}

} // namespace hemo::ui
