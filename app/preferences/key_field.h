#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace hemo::ui {

/// Shows the key that is pressed in it, with its modifiers; Tab moves the focus as everywhere. One key, and
/// at once: QKeySequenceEdit waits a second for a second one. GUI thread.
class KeyField : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyField(QWidget* parent);
    const QKeySequence& key() const { return m_key; }
    void setKey(const QKeySequence& key);

Q_SIGNALS:
    void keyChanged(const QKeySequence& key);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent*) override {} // it holds no text to cut or paste

private:
    QKeySequence m_key;
};

} // namespace hemo::ui
