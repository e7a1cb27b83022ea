#include "viewer/widgets/style.h"

#include "viewer/widgets/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QProxyStyle>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initResources() {
    Q_INIT_RESOURCE(resources);
}

namespace hemo::ui {
namespace {

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
    QApplication::setFont(readingFont());
    applyTheme(application, Theme::Dark);
}

} // namespace hemo::ui
