#pragma once

#include "app/worth/model_files.h"
#include "core/state/app_state.h"

#include <QDialog>
#include <QFutureWatcher>

#include <functional>

class QLabel;
class QPlainTextEdit;

namespace hemo::ui {

/// What this program is, with its versions, licences and model; its log; and all of that to be copied for
/// whoever is asked about a fault. As it was when it was opened. GUI thread.
class About : public QDialog {
    Q_OBJECT
public:
    /// `read`: what the trainer wrote of the model in use, asked on another thread where it has not read yet.
    About(const AppState& state, std::function<ModelFiles()> read, QWidget* window);

private:
    void showModel(const AppState& state, const QString& model);

    QWidget& m_window;
    QLabel* m_words;
    QPlainTextEdit* m_diagnostics;
    QFutureWatcher<ModelFiles> m_reading;
};

} // namespace hemo::ui
