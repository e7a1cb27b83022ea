#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace hemo::ui {

/// The first picture of a volume takes several times as long as those that follow, because its voxels come
/// from far away. Where several views of one are to be painted anew, each is in a turn of the event loop of
/// its own, so that the window answers between them. GUI thread.
class FirstPictures : public QObject {
public:
    explicit FirstPictures(QObject* parent = nullptr);

    /// Has `paint` called in a turn of its own, after those that asked before, unless `view` is gone by then.
    void ask(QObject* view, std::function<void()> paint);
    bool areWaiting() const { return !m_waiting.empty(); }

private:
    void paintNext();

    struct Waiting {
        QPointer<QObject> view;
        std::function<void()> paint;
    };
    std::deque<Waiting> m_waiting;
    QTimer m_turn;
};

} // namespace hemo::ui
