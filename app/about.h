#pragma once

#include "core/state/app_state.h"

#include <QDialog>

namespace hemo::ui {

/// What this program is, with its versions, licences and model; its log; and all of that to be copied for
/// whoever is asked about a fault. As it was when it was opened. GUI thread.
class About : public QDialog {
    Q_OBJECT
public:
    About(const AppState& state, QWidget* window);
};

} // namespace hemo::ui
