#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/state/app_state.h"

#include <QString>

class QWidget;

namespace hemo::ui {

/// What whoever is asked about a fault needs: versions, system, screen, second reader, settings, how large
/// what is open is, and the log's last lines. Nothing that a patient's file says, no path, and nothing of
/// what the second reader found. One thing a line. `model`: the one in use, as modelText says it; empty where
/// it is not known. GUI thread.
QString diagnosticsText(const AppState& state, const QWidget& window, const QString& model);

/// "Qt 6.4.2, VTK 9.1.0, ITK 5.3.0, GDCM 3.0.21".
QString libraryText();

/// The model that has read last, with the first letters of its weights' hash; empty before it has read.
QString modelText(const AppState& state);
/// The same of a model that has not read.
QString modelText(const ModelInfo& model);

} // namespace hemo::ui
