#pragma once

#include "app/preferences/kept_folder.h"
#include "core/state/app_state.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// Where the program keeps what, and where something was saved last; each opens in the desktop's own window
/// of files. GUI thread.
class FoldersPage : public QWidget {
    Q_OBJECT
public:
    FoldersPage(const std::vector<KeptFolder>& folders, QWidget* parent);
    void setState(const AppState& state);

private:
    struct Row {
        QLineEdit* path;
        QPushButton* open;
    };
    Row addRow(QGridLayout& grid, const char* name, const QString& words);
    void open(const QString& folder);

    Row m_saved{};
    QLabel* m_says;
};

} // namespace hemo::ui
