#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QToolButton>

namespace hemo::ui {

/// Shows by which of the model's operating points the slices are judged, and is where that is chosen. Hidden
/// where the model has but one, or nothing is judged. GUI thread.
class RuleButton : public QToolButton {
    Q_OBJECT
public:
    RuleButton(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state, const Reading* reading);
};

} // namespace hemo::ui
