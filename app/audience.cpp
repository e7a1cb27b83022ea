#include "app/audience.h"

#include "app/apart_view.h"
#include "viewer/widgets/audience_view.h"

#include <QAction>
#include <QMainWindow>

namespace hemo::ui {

Audience::Audience(Store& store, CommandSet& commands, QMainWindow& window)
    : QObject(&window), m_store(store), m_window(window) {
    connect(&commands["audience"], &QAction::triggered, this, &Audience::toggle);
    connect(&commands["audience-black"], &QAction::triggered, this, [this] {
        if (m_view) m_view->setBlack(!m_view->isBlack());
    });
    connect(&store, &Store::changed, this, [this](const AppState&, const AppState& state) {
        if (m_view && m_view->isVisible()) m_view->setState(state);
    });
}

void Audience::toggle() {
    if (!m_apart) {
        m_view = new AudienceView;
        m_apart = new ApartView(m_window, [this] { close(); });
        m_apart->setWindowTitle(tr("Hemoscope: audience"));
        m_apart->hold(*m_view);
    }
    if (m_apart->isVisible()) return close();
    m_view->setBlack(false);
    m_view->setState(m_store.state());
    m_apart->show();
}

void Audience::close() {
    m_apart->hide();
    m_view->setState({}); // a view that is not seen must not keep a volume
}

} // namespace hemo::ui
