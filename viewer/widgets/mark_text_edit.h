#pragma once

#include "core/marks/mark.h"

#include <QLineEdit>

#include <functional>

namespace hemo::ui {

/// A line over the picture for a mark's own words. Enter and leaving it keep them, Esc does not. GUI thread.
class MarkTextEdit : public QLineEdit {
    Q_OBJECT
public:
    using Done = std::function<void(MarkId, std::string)>;
    MarkTextEdit(Done done, QWidget* view);
    /// For this mark, its left edge's middle there.
    void edit(const Mark& mark, QPointF leftMiddle);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void finish();

    Done m_done;
    std::optional<MarkId> m_mark; ///< none: nothing is being edited
};

} // namespace hemo::ui
