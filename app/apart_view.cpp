#include "app/apart_view.h"

#include <QAction>
#include <QCloseEvent>
#include <QGridLayout>

namespace hemo::ui {
namespace {

constexpr QSize kSize{720, 720};

} // namespace

ApartView::ApartView(QWidget& main, std::function<void()> closed)
    : QWidget(&main, Qt::Window), m_closed(std::move(closed)) {
    setObjectName("apart");
    resize(kSize);
    auto* whole = new QGridLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    addActions(main.actions());
}

void ApartView::hold(QWidget& view) {
    layout()->addWidget(&view);
    view.show();
}

void ApartView::closeEvent(QCloseEvent* event) {
    event->ignore(); // what the state says is shown
    m_closed();
}

bool hasKeysOf(const QWidget& main, const QWidget* window) {
    return window == &main || (qobject_cast<const ApartView*>(window) && window->parentWidget() == &main);
}

} // namespace hemo::ui
