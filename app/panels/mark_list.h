#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/roi_cache.h"

#include <QWidget>

class QListWidget;

namespace hemo::ui {

/// What the reader drew into the series that the keys mean, a row each: a click goes there. Hidden where
/// there is nothing. GUI thread.
class MarkList : public QWidget {
    Q_OBJECT
public:
    MarkList(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    QStringList rowTexts(const Reading& reading, const Marks& marks);

    Dispatch m_dispatch;
    QListWidget* m_rows;
    ReadingId m_reading = ReadingId::None;
    std::vector<MarkId> m_marks; ///< of the rows
    QStringList m_texts;
    RoiCache m_values;
};

} // namespace hemo::ui
