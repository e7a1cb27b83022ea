#include "viewer/widgets/style.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initResources() {
    Q_INIT_RESOURCE(resources);
}

namespace hemo::ui {
namespace {

QPalette darkPalette() {
    QPalette p;
    p.setColor(QPalette::Window, palette::kChrome);
    p.setColor(QPalette::Base, palette::kPanel);
    p.setColor(QPalette::AlternateBase, palette::kRaised);
    p.setColor(QPalette::Button, palette::kRaised);
    p.setColor(QPalette::ToolTipBase, palette::kRaised);
    p.setColor(QPalette::Highlight, palette::kAccent);
    p.setColor(QPalette::Link, palette::kAccent);
    p.setColor(QPalette::HighlightedText, palette::kChrome);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        p.setColor(role, palette::kText);
    p.setColor(QPalette::PlaceholderText, palette::kSecondaryText);
    p.setColor(QPalette::Mid, palette::kLine);
    p.setColor(QPalette::Dark, palette::kLine);
    p.setColor(QPalette::Light, palette::kRaised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, palette::kDisabledText);
    return p;
}

/// Fusion, with icons of what cannot be done now as dim as its text: Fusion's own grey is as bright as ours.
class ReadingStyle : public QProxyStyle {
public:
    ReadingStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap& pixmap,
                                const QStyleOption* option) const override {
        if (mode != QIcon::Disabled) return QProxyStyle::generatedIconPixmap(mode, pixmap, option);
        QPixmap dim(pixmap.size());
        dim.setDevicePixelRatio(pixmap.devicePixelRatio());
        dim.fill(Qt::transparent);
        QPainter painter(&dim);
        painter.setOpacity(0.35);
        painter.drawPixmap(0, 0, pixmap);
        return dim;
    }
};

QFont readingFont() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains("Inter")) font.setFamily("Inter");
    font.setPointSize(10);
    return font;
}

} // namespace

void applyStyle(QApplication& application) {
    initResources();
    QApplication::setStyle(new ReadingStyle); // the application owns it
    QApplication::setPalette(darkPalette());
    QApplication::setFont(readingFont());
    QFile file(":/style/hemoscope.qss");
    if (file.open(QIODevice::ReadOnly)) application.setStyleSheet(QString::fromUtf8(file.readAll()));
}

} // namespace hemo::ui
