#include "app/preferences/mouse_buttons.h"

#include "app/preferences/fixed_note.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hemo::ui {

QString dragText(DragMeaning meaning) {
    switch (meaning) {
    case DragMeaning::Window:
        return MouseButtons::tr("window");
    case DragMeaning::Pan:
        return MouseButtons::tr("pan");
    case DragMeaning::Zoom:
        return MouseButtons::tr("zoom");
    case DragMeaning::Slices:
        return MouseButtons::tr("slices");
    case DragMeaning::Slab:
        return MouseButtons::tr("thickness");
    }
    return {};
}

MouseButtons::MouseButtons(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_middle = addChoice(*row, "middleDrag", tr("Middle button of the mouse:"));
    m_right = addChoice(*row, "rightDrag", tr("Right button:"));
    row->addStretch(1);
    column->addLayout(row);
    m_fixed = fixedNote(this);
    column->addWidget(m_fixed);
}

QComboBox* MouseButtons::addChoice(QHBoxLayout& row, const char* name, const QString& label) {
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    for (const DragMeaning meaning :
         {DragMeaning::Window, DragMeaning::Pan, DragMeaning::Zoom, DragMeaning::Slices, DragMeaning::Slab})
        box->addItem(dragText(meaning), static_cast<int>(meaning));
    row.addWidget(new QLabel(label, this));
    row.addWidget(box);
    connect(box, &QComboBox::activated, this, &MouseButtons::choose);
    return box;
}

void MouseButtons::choose() {
    const auto meaningOf = [](const QComboBox* box) {
        return static_cast<DragMeaning>(box->currentData().toInt());
    };
    m_dispatch(action::SetMouse{{meaningOf(m_middle), meaningOf(m_right)}});
}

void MouseButtons::setState(const AppState& state) {
    const MouseTable& mouse = state.preferences.mouse;
    const bool isFixed = state.preferences.fixed.contains(Setting::Mouse);
    for (const auto& [box, meaning] : {std::pair(m_middle, mouse.middle), std::pair(m_right, mouse.right)}) {
        box->setCurrentIndex(box->findData(static_cast<int>(meaning)));
        box->setEnabled(!isFixed);
    }
    m_fixed->setVisible(isFixed);
}

} // namespace hemo::ui
