#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QToolButton>

namespace hemo::ui {

/// Shows which model reads, and is where another is chosen or added. Disabled, with the reason, where it is
/// fixed; hidden in a lesson, before the reader's own verdict where that comes first, and where nobody reads
/// along. GUI thread.
class ModelButton : public QToolButton {
    Q_OBJECT
public:
    ModelButton(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

Q_SIGNALS:
    /// The user has one that is not in the list.
    void addAsked();

private:
    void fill(const AppState& state);

    Dispatch m_dispatch;
    ModelChoices m_listed;
};

} // namespace hemo::ui
