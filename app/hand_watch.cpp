#include "app/hand_watch.h"

#include <QEvent>
#include <QMouseEvent>

namespace hemo::ui {
namespace {

constexpr std::chrono::milliseconds kRest{1000}, kOften{100};

bool isUse(const QEvent& event) {
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        return true;
    case QEvent::MouseMove:
        return static_cast<const QMouseEvent&>(event).buttons() != Qt::NoButton;
    default:
        return false;
    }
}

} // namespace

HandWatch::HandWatch(QObject& application, Clock& clock, std::function<void(bool)> told)
    : m_told(std::move(told)), m_clock(clock), m_rest(clock, kRest, [this] {
          m_isTouched = false;
          m_told(false);
      }) {
    application.installEventFilter(this);
}

bool HandWatch::eventFilter(QObject*, QEvent* event) {
    if (!isUse(*event)) return false;
    const Clock::Duration now = m_clock.now();
    if (m_isTouched && now - m_last < kOften) return false; // a drag is a thousand events a second
    m_last = now;
    m_rest.start();
    if (!m_isTouched) {
        m_isTouched = true;
        m_told(true);
    }
    return false;
}

} // namespace hemo::ui
