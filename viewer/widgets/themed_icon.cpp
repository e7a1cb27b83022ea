#include "viewer/widgets/themed_icon.h"

#include "viewer/widgets/theme.h"

#include <QIconEngine>
#include <QPainter>

namespace hemo::ui {
namespace {

/// Takes the shape of an icon of one colour, and gives it another colour.
class TintedIcon : public QIconEngine {
public:
    explicit TintedIcon(const QIcon& shape) : m_shape(shape) {}

    QIconEngine* clone() const override { return new TintedIcon(m_shape); }
    bool isNull() override { return m_shape.isNull(); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        QPixmap icon = m_shape.pixmap(rect.size(), painter->device()->devicePixelRatio(), mode, state);
        QPainter tint(&icon);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(QRect({}, rect.size()), colours().text);
        tint.end();
        painter->drawPixmap(rect, icon);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap icon(size);
        icon.fill(Qt::transparent);
        QPainter painter(&icon);
        paint(&painter, QRect({}, size), mode, state);
        return icon;
    }

private:
    QIcon m_shape;
};

} // namespace

QIcon themedIcon(const QString& name) {
    return QIcon(new TintedIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(name)))); // it owns its engine
}

} // namespace hemo::ui
