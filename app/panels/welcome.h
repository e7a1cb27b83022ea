#pragma once

#include <QWidget>

#include <functional>

namespace hemo::ui {

/// What stands in the middle of the window while nothing is open: how to open something, and a phantom for
/// whoever only wants to look. GUI thread.
class Welcome : public QWidget {
    Q_OBJECT
public:
    Welcome(std::function<void()> open, std::function<void()> tryPhantom, std::function<void()> learn,
            QWidget* parent);
};

} // namespace hemo::ui
