#pragma once

#include <QPushButton>

namespace hemo::ui {

/// A button of a page, which Enter in another field does not press.
inline QPushButton* pageButton(const QString& objectName, const QString& words, QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

} // namespace hemo::ui
