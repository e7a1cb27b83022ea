#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <vector>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// The windows behind the number keys: name, width, centre. What is changed holds at once. GUI thread.
class PresetsPage : public QWidget {
    Q_OBJECT
public:
    /// `usual`: those that the program comes with.
    PresetsPage(std::vector<WindowPreset> usual, Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    struct Row {
        QLineEdit* name;
        QDoubleSpinBox *width, *centre;
    };
    Row makeRow(const WindowPreset& preset, QGridLayout& grid, int at);
    void tell();

    std::vector<WindowPreset> m_usual;
    Dispatch m_dispatch;
    std::vector<WindowPreset> m_shown;
    std::vector<Row> m_rows;
    QPushButton* m_asUsual;
    QLabel* m_fixed;
};

} // namespace hemo::ui
