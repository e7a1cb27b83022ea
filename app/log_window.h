#pragma once

#include <QDialog>

#include <cstdint>

class QPlainTextEdit;

namespace hemo::ui {

/// The program's log while it is written: new lines come as they are logged. Beside the window, which goes on
/// working. Nothing of a patient stands in the log. GUI thread.
class LogWindow : public QDialog {
    Q_OBJECT
public:
    explicit LogWindow(QWidget* window);

private:
    void follow();

    QPlainTextEdit* m_text;
    std::uint64_t m_shown = 0; ///< how many lines had been logged when it was looked at last
};

} // namespace hemo::ui
