#pragma once

#include "app/main_window.h"
#include "app/store.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace hemo::ui {

/// For `--screenshot`: waits until the window has nothing more to show (series loaded, second reader finished
/// where that was asked for, views drawn), goes to the most suspicious slice with its heat map, and saves the
/// window.
class Screenshot : public QObject {
    Q_OBJECT
public:
    struct Wish {
        QString file;
        bool waitForVerdict = false;
        std::chrono::seconds patience{180};
    };
    Screenshot(Wish wish, Store& store, MainWindow& window);

Q_SIGNALS:
    /// `error` is empty where the picture was saved, else one sentence.
    void finished(const QString& error);

private:
    void look();
    bool isReady() const;
    void showMostSuspicious();

    Wish m_wish;
    Store& m_store;
    MainWindow& m_window;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_hasGoneToSlice = false;
};

} // namespace hemo::ui
