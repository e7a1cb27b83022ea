#pragma once

#include "app/application.h"
#include "app/main_window.h"
#include "app/view_layout.h"

#include <QPointF>

#include <filesystem>
#include <functional>
#include <vector>

namespace hemo::bench {

/// Runs the event loop until a condition holds, or ends the program after five minutes.
void runUntil(const std::function<bool()>& isDone);

/// The time that `frame` takes, with a wait until the screen would show the next one. Milliseconds.
double atScreensPace(const std::function<double()>& frame);
/// Of times in their order, one at least.
double quantile(const std::vector<double>& sorted, double share);

/// The program's window as it runs, with the real worker and something open that is loaded and read.
class OpenWindow {
public:
    OpenWindow(QSize size, const std::filesystem::path& study);

    ui::Store& store() { return m_application.store(); }
    const AppState& state() { return store().state(); }
    /// Something must be shown.
    const Reading& lead();
    bool isReading();
    void startReading();
    void waitUntilRead();
    ui::ViewLayout& views() { return *m_window.findChild<ui::ViewLayout*>(); }
    void resize(QSize size) { m_window.resize(size); }

    /// One event, as a hand makes it, and all that it makes the window paint. Milliseconds.
    static double timed(const std::function<void()>& event);
    /// A notch of the wheel over a view, up and down in turn by runs of ten.
    double wheel(QWidget& view);

private:
    ui::Application m_application;
    ui::MainWindow m_window;
    int m_notches = 0;
};

} // namespace hemo::bench
