#pragma once

#include "viewer/widgets/tr.h"

#include <QLabel>

namespace hemo::ui {

/// Says under a page why some of it is grey.
inline QLabel* fixedNote(QWidget* parent) {
    auto* note = new QLabel(tr("What is grey here, this site has fixed."), parent);
    note->setObjectName("fixedNote");
    note->setProperty("role", "secondary");
    return note;
}

} // namespace hemo::ui
