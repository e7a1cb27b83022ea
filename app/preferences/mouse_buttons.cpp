#include "app/preferences/mouse_buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_middle = addChoice("middleDrag", tr("Middle button of the mouse:"));
    m_right = addChoice("rightDrag", tr("Right button:"));
    row->addStretch(1);
}

QComboBox* MouseButtons::addChoice(const char* name, const QString& label) {
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    for (const DragMeaning meaning :
         {DragMeaning::Window, DragMeaning::Pan, DragMeaning::Zoom, DragMeaning::Slices, DragMeaning::Slab})
        box->addItem(dragText(meaning), static_cast<int>(meaning));
    layout()->addWidget(new QLabel(label, this));
    layout()->addWidget(box);
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
    for (const auto& [box, meaning] : {std::pair(m_middle, mouse.middle), std::pair(m_right, mouse.right)}) {
        box->setCurrentIndex(box->findData(static_cast<int>(meaning)));
        box->setEnabled(!state.preferences.fixed.contains(Setting::Mouse));
    }
}

} // namespace hemo::ui
