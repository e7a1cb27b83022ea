#pragma once

#include <QWidget>

#include <functional>

namespace hemo::ui {

/// What stands in the middle of the window while nothing is open: how to open something, what was open when
/// the program could not end, and a phantom for whoever only wants to look. GUI thread.
class Welcome : public QWidget {
    Q_OBJECT
public:
    /// `goOn`: where the program stopped; empty where it ended as it should.
    Welcome(std::function<void()> open, std::function<void()> goOn, std::function<void()> tryPhantom,
            std::function<void()> learn, QWidget* parent);
};

} // namespace hemo::ui
