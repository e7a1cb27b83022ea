#include "app/panels/recent_list.h"

#include "app/panels/thumbnail_painting.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/to_image.h"

#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <array>

namespace hemo::ui {
namespace {

constexpr int kMargin = 8;

enum RecentRole { StudyRole = Qt::UserRole, CountRole, IsThereRole, PictureRole };

/// A picture, then who, what, how much: three lines, dim where it is not there now.
class RecentItem : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setFont(option.font);
        if (option.state.testFlag(QStyle::State_MouseOver)) painter->fillRect(option.rect, colours().raised);
        const bool isThere = index.data(IsThereRole).toBool();
        const QColor second = isThere ? colours().secondaryText : colours().disabledText;
        QRect rect = option.rect.adjusted(kMargin + 4, kMargin / 2, -kMargin, 0);
        const QRect place(rect.topLeft(), QSize(1, 1) * (option.rect.height() - kMargin));
        painter->setOpacity(isThere ? 1 : 0.5);
        paintThumbnail(*painter, place, index.data(PictureRole).value<QImage>());
        painter->setOpacity(1);
        rect.setLeft(place.right() + kMargin);
        rect.setHeight(option.fontMetrics.height());
        for (const auto& [role, colour] :
             {std::pair(int(Qt::DisplayRole), isThere ? colours().text : colours().disabledText),
              std::pair(int(StudyRole), second), std::pair(int(CountRole), second)}) {
            painter->setPen(colour);
            painter->drawText(
                rect, Qt::AlignLeft | Qt::AlignVCenter,
                option.fontMetrics.elidedText(index.data(role).toString(), Qt::ElideRight, rect.width()));
            rect.translate(0, rect.height());
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(colours().accent);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, 3 * option.fontMetrics.height() + kMargin};
    }
};

/// Where it lies; a path may hold a name, so it goes with the names.
QString placeTip(const RecentStudy& study, Names names) {
    if (names == Names::Hidden) return {};
    QStringList places{recentStudyText(study).toHtmlEscaped()}; // the list may have had no room for it
    for (const auto& path : study.paths)
        places << QString::fromStdString(path.string()).toHtmlEscaped();
    places.removeAll(QString());
    return QStringLiteral("<qt>%1</qt>").arg(places.join("<br>"));
}

} // namespace

RecentList::RecentList(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_list(new QListWidget(this)) {
    m_list->setObjectName("recentList");
    m_list->setAccessibleName(tr("Recent studies"));
    m_list->setItemDelegate(new RecentItem(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { open(*item); });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { open(*item); });
    auto* clear = new QPushButton(tr("Clear list"), this);
    clear->setObjectName("clearRecents");
    clear->setFocusPolicy(Qt::TabFocus);
    clear->setToolTip(tr("Forget what was opened; the images stay where they are"));
    connect(clear, &QPushButton::clicked, this, [this] { m_dispatch(action::ClearRecents{}); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 4);
    foot->addWidget(clear);
    foot->addStretch();
    column->addLayout(foot);
}

void RecentList::setRecents(const std::vector<RecentStudy>& recents, Names names) {
    if (recents == m_recents && names == m_names) return;
    m_recents = recents;
    m_names = names;
    m_list->clear();
    int number = 0;
    for (const RecentStudy& study : recents) {
        auto* item = new QListWidgetItem(recentText(study, names, ++number), m_list);
        item->setData(StudyRole, recentStudyText(study));
        item->setData(CountRole, recentCountText(study));
        item->setData(IsThereRole, study.isThere);
        if (study.picture) item->setData(PictureRole, toImage(*study.picture));
        item->setToolTip(placeTip(study, names));
        item->setData(Qt::AccessibleTextRole,
                      QStringList{item->text(), recentStudyText(study), recentCountText(study)}.join(", "));
    }
}

void RecentList::open(const QListWidgetItem& item) {
    // What was not there a moment ago may be there now: the scan says so in either case.
    m_dispatch(action::OpenPaths{m_recents[static_cast<std::size_t>(m_list->row(&item))].paths});
}

} // namespace hemo::ui
