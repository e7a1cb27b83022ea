#pragma once

#include "app/preferences/key_changes.h"
#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace hemo::ui {

class KeyField;
class MouseButtons;

/// All commands with their keys: another key for the chosen one, which says whose it was; and the mouse.
/// GUI thread.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    KeysPage(std::vector<KeyRow> rows, Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    void fill();
    void filter(const QString& wanted);
    void judge();
    void use(const KeyTable& table);
    const KeyRow* chosen() const;
    QString wordsOf(const std::string& command) const;

    std::vector<KeyRow> m_rows;
    Dispatch m_dispatch;
    std::shared_ptr<const KeyTable> m_keys;
    MouseButtons* m_mouse;
    QLineEdit* m_wanted;
    QTableWidget* m_table;
    KeyField* m_key;
    QLabel* m_says;
    QPushButton *m_use, *m_none, *m_usual, *m_allUsual;
};

} // namespace hemo::ui
