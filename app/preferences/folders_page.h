#pragma once

#include "core/state/app_state.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// Where the program keeps something of the user's.
struct KeptFolder {
    enum class What { Marks, Verdicts, Log, Lessons, Recents, Answers, Settings };
    What what = What::Marks;
    std::filesystem::path path;
};

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
