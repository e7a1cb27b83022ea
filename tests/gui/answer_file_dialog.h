#pragma once

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace hemo::ui::testing {

/// Puts a name into the dialog of files that comes next, and presses Enter; nothing where it is to be given
/// up. `beganIn` is the folder that it came with.
class AnswerFileDialog {
public:
    explicit AnswerFileDialog(QString name) : m_name(std::move(name)) {
        QObject::connect(&m_timer, &QTimer::timeout, [this] { look(); });
        m_timer.start(5);
    }
    const QString& beganIn() const { return m_beganIn; }

private:
    void look() {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible()) return;
        m_timer.stop();
        m_beganIn = dialog->directory().absolutePath();
        if (m_name.isEmpty()) return dialog->reject();
        auto* edit = dialog->findChild<QLineEdit*>("fileNameEdit");
        edit->setText(m_name); // letter by letter it would offer names, and Enter would choose one of these
        QTest::keyClick(edit, Qt::Key_Return);
        if (dialog->isVisible()) dialog->reject(); // or nobody would ever close it
    }

    QString m_name, m_beganIn;
    QTimer m_timer;
};

} // namespace hemo::ui::testing
