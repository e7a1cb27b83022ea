#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace hemo::ui {

class RecentList;
class SeriesTree;

/// The study browser: what was opened, the open series marked, and below it the warnings about the series
/// that is shown. While nothing is open: what was opened before. GUI thread.
class SeriesPanel : public QWidget {
    Q_OBJECT
public:
    SeriesPanel(Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);
    /// Gives the keyboard to the list of series.
    void focusList();

private:
    void build();
    void showList(const AppState& state);
    void showNote(const AppState& state);
    void showWarnings(const AppState& state);
    void showProgress(const AppState& state);

    Dispatch m_dispatch;
    ViewportId m_active = kLead; ///< where a series that is chosen is opened
    QLabel* m_title;
    SeriesTree* m_tree;
    RecentList* m_recents;
    QLabel* m_note;
    QProgressBar* m_progress;
    QLabel* m_warningsTitle;
    QLabel* m_warnings;
    QWidget* m_warningsArea;
};

} // namespace hemo::ui
