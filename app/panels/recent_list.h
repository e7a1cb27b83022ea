#pragma once

#include "app/panels/series_words.h"
#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QListWidget;
class QListWidgetItem;

namespace hemo::ui {

/// What was opened before, while nothing is open: a click or Enter opens it again. What is not there now is
/// dim and says so. GUI thread.
class RecentList : public QWidget {
    Q_OBJECT
public:
    RecentList(Dispatch dispatch, QWidget* parent);

    void setRecents(const std::vector<RecentStudy>& recents, Names names);

private:
    void open(const QListWidgetItem& item);

    Dispatch m_dispatch;
    QListWidget* m_list;
    std::vector<RecentStudy> m_recents; ///< what the items were made from
    Names m_names = Names::Shown;
};

} // namespace hemo::ui
