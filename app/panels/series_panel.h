#pragma once

#include "core/state/select.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;

namespace hemo::ui {

/// What the folder holds, the open series marked, and below it the warnings about the series that is shown.
/// GUI thread.
class SeriesPanel : public QWidget {
    Q_OBJECT
public:
    SeriesPanel(Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);

private:
    /// What the list was filled from.
    struct Listed {
        std::shared_ptr<const FolderContents> contents;
        bool isPatientTextShown = true;
        bool operator==(const Listed&) const = default;
    };
    void fillList(const Listed& listed);
    void markSeries(const AppState& state);
    void showWarnings(const AppState& state);
    void showProgress(const AppState& state);
    void choose(const QListWidgetItem& item);

    Dispatch m_dispatch;
    QListWidget* m_list;
    QLabel* m_listNote;
    QProgressBar* m_progress;
    QLabel* m_warningsTitle;
    QLabel* m_warnings;
    QWidget* m_warningsArea;
    Listed m_listed;
};

} // namespace hemo::ui
