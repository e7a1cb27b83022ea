#include "window_census.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QMetaProperty>
#include <QRect>

namespace hemo::ui::testing {
namespace {

QString nameOf(const QObject& object) {
    return QString::fromUtf8(object.metaObject()->className()) + ' ' + object.objectName();
}

/// Empty where it cannot be written down.
QString written(const QVariant& value) {
    if (value.canConvert<QRect>() && value.typeId() == QMetaType::QRect) {
        const QRect r = value.toRect();
        return QStringLiteral("%1 %2 %3 %4").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
    }
    if (value.typeId() == QMetaType::QPalette) {
        const auto palette = value.value<QPalette>();
        return palette.color(QPalette::WindowText).name() + palette.color(QPalette::Window).name();
    }
    if (value.typeId() == QMetaType::QImage) {
        const auto image = value.value<QImage>();
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()).toHex());
    }
    return value.canConvert<QString>() ? value.toString() : QString();
}

void addProperties(QStringList& lines, const QObject& object) {
    const QString name = nameOf(object);
    const QMetaObject& meta = *object.metaObject();
    for (int n = 0; n < meta.propertyCount(); ++n)
        lines << name + " . " + QString::fromUtf8(meta.property(n).name()) + " = " +
                     written(meta.property(n).read(&object));
    for (const QByteArray& own : object.dynamicPropertyNames())
        if (!own.startsWith("_q_"))
            lines << name + " . " + QString::fromUtf8(own) + " = " +
                         written(object.property(own.constData()));
}

void addWhatIsHeard(QStringList& lines, QObject& object) {
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&object);
    if (!heard) return;
    for (const QAccessible::Text text :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        lines << nameOf(object) + " is heard as " + heard->text(text);
}

/// What the roles of an item hold, Qt's and our own.
void addRoles(QStringList& lines, const QModelIndex& index, const QString& name) {
    constexpr int kRoles = 32;
    for (const int first : {0, static_cast<int>(Qt::UserRole)})
        for (int role = first; role < first + kRoles; ++role)
            if (const QString value = written(index.data(role)); !value.isEmpty())
                lines << QStringLiteral("%1 row %2 role %3 = %4")
                             .arg(name)
                             .arg(index.row())
                             .arg(role)
                             .arg(value);
}

void addItems(QStringList& lines, const QAbstractItemModel& model, const QModelIndex& parent,
              const QString& name) {
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            addRoles(lines, index, name);
            addItems(lines, model, index, name);
        }
}

} // namespace

QStringList census(QWidget& window) {
    QStringList lines;
    QList<QObject*> all = window.findChildren<QObject*>();
    all.prepend(&window);
    for (QObject* object : all) {
        if (!object->isWidgetType() && !qobject_cast<QAction*>(object)) continue;
        addProperties(lines, *object);
        addWhatIsHeard(lines, *object);
        if (auto* view = qobject_cast<QAbstractItemView*>(object))
            if (view->model()) addItems(lines, *view->model(), {}, nameOf(*object));
    }
    return lines;
}

QStringList differences(const QStringList& one, const QStringList& other) {
    constexpr qsizetype kMost = 8;
    QStringList lines;
    for (qsizetype n = 0; n < std::max(one.size(), other.size()) && lines.size() < kMost; ++n)
        if (one.value(n) != other.value(n)) lines << (one.value(n) + "   |   " + other.value(n)).left(400);
    return lines;
}

} // namespace hemo::ui::testing
