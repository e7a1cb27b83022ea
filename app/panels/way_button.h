#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QToolButton>

namespace hemo::ui {

/// Shows how is read, and is where that is chosen. Disabled, with the reason, where the site has fixed it.
/// GUI thread.
class WayButton : public QToolButton {
    Q_OBJECT
public:
    WayButton(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);
};

} // namespace hemo::ui
