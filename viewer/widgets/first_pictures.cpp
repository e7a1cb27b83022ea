#include "viewer/widgets/first_pictures.h"

#include <utility>

namespace hemo::ui {

FirstPictures::FirstPictures(QObject* parent) : QObject(parent) {
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, [this] { paintNext(); });
}

void FirstPictures::ask(QObject* view, std::function<void()> paint) {
    m_waiting.push_back({view, std::move(paint)});
    m_turn.start();
}

void FirstPictures::paintNext() {
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_waiting.empty()) m_turn.stop();
    if (next.view) next.paint();
}

} // namespace hemo::ui
