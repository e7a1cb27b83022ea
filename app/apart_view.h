#pragma once

#include <QWidget>

#include <functional>

namespace hemo::ui {

/// A view in a window of its own, for another monitor. Its keys are those of the main window, whose child it
/// is; closing it brings the view back. GUI thread.
class ApartView : public QWidget {
    Q_OBJECT
public:
    ApartView(QWidget& main, std::function<void()> closed);
    void hold(QWidget& view);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    std::function<void()> m_closed;
};

/// Whether a window's keys are those of the main window: it is that, or holds a view of it.
bool hasKeysOf(const QWidget& main, const QWidget* window);

} // namespace hemo::ui
