#include "app/panels/series_tree.h"

#include "app/panels/series_drag.h"
#include "app/panels/series_item.h"
#include "viewer/widgets/to_image.h"
#include "viewer/widgets/words.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace hemo::ui {
namespace {

/// More series than this, and only the study that is opened first is unfolded.
constexpr std::size_t kMostUnfolded = 40;

QTreeWidgetItem* headingItem(ItemKind kind) {
    auto* item = new QTreeWidgetItem;
    item->setData(0, KindRole, static_cast<int>(kind));
    // A patient's name is a heading only; a study can be folded, also by key.
    item->setFlags(kind == ItemKind::Patient ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QTreeWidgetItem* seriesItem(const SeriesInfo& series, const QString& whyBest) {
    auto* item = new QTreeWidgetItem({QString::fromStdString(series.description).simplified()});
    item->setData(0, KindRole, static_cast<int>(ItemKind::Series));
    item->setData(0, IdRole, QString::fromStdString(series.id));
    item->setData(0, CountRole, countText(series));
    item->setData(0, KernelRole, kernelText(series));
    item->setData(0, IsListedRole, series.use == SeriesUse::Listed);
    item->setData(0, HasMarkRole, !series.warnings.empty());
    item->setData(0, IsBestRole, !whyBest.isEmpty());
    item->setToolTip(0, seriesTip(series, whyBest));
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (series.use == SeriesUse::Volume) flags |= Qt::ItemIsDragEnabled;
    item->setFlags(flags);
    item->setData(0, Qt::AccessibleTextRole, seriesSpeech(series, whyBest));
    return item;
}

/// The keys that mean the list while it has the keyboard; everywhere else they are the window's.
bool isListKey(int key) {
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

} // namespace

SeriesTree::SeriesTree(QWidget* parent) : QTreeWidget(parent) {
    setObjectName("seriesTree");
    setAccessibleName(tr("Series"));
    setItemDelegate(new SeriesItem(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // only by focusList: a window that opens must not give it the arrow keys
    connect(this, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { choose(*item, QGuiApplication::keyboardModifiers()); });
    setDragDropMode(QAbstractItemView::DragOnly);
}

void SeriesTree::setContents(const std::shared_ptr<const FolderContents>& contents, Names names) {
    if (contents != m_contents) {
        m_contents = contents;
        fill();
        nameHeadings(names);
    } else if (names != m_names) {
        nameHeadings(names);
    }
}

void SeriesTree::fill() {
    clear();
    m_items.clear();
    m_thumbnails = nullptr;
    m_answers.clear();
    m_openId.clear();
    m_beside.clear();
    if (!m_contents) return;
    const bool isChoice = std::count_if(m_contents->series.begin(), m_contents->series.end(),
                                        [](const auto& s) { return s.use == SeriesUse::Volume; }) > 1;
    const bool isLarge = m_contents->series.size() > kMostUnfolded;
    for (const PatientEntry& patient : studyTree(*m_contents)) {
        QTreeWidgetItem* patientItem = headingItem(ItemKind::Patient);
        addTopLevelItem(patientItem);
        patientItem->setExpanded(true);
        for (const StudyEntry& study : patient.studies) {
            QTreeWidgetItem* studyItem = headingItem(ItemKind::Study);
            studyItem->setText(0, studyText(study.about()));
            studyItem->setToolTip(0, studyItem->text(0).toHtmlEscaped());
            patientItem->addChild(studyItem);
            bool holdsBest = false;
            for (const SeriesInfo* series : study.series) {
                const bool isBest = series->id == m_contents->bestSeriesId;
                holdsBest = holdsBest || isBest;
                QTreeWidgetItem* item =
                    seriesItem(*series, isBest && isChoice ? translated(m_contents->whyBest) : QString());
                studyItem->addChild(item);
                m_items[series->id] = item;
            }
            studyItem->setExpanded(!isLarge || holdsBest);
        }
    }
}

void SeriesTree::nameHeadings(Names names) {
    m_names = names;
    if (!m_contents) return;
    const std::vector<PatientEntry> patients = studyTree(*m_contents);
    for (int row = 0; row < topLevelItemCount(); ++row)
        topLevelItem(row)->setText(
            0, patientText(patients[static_cast<std::size_t>(row)].about(), names, row + 1));
}

void SeriesTree::setThumbnails(const std::shared_ptr<const Thumbnails>& thumbnails) {
    if (thumbnails == m_thumbnails) return;
    for (const auto& [id, picture] : *thumbnails) {
        const bool isNew = !m_thumbnails || !m_thumbnails->contains(id); // pictures are added, never changed
        const auto item = m_items.find(id);
        if (isNew && picture && item != m_items.end())
            item->second->setData(0, ThumbnailRole, toImage(*picture));
    }
    m_thumbnails = thumbnails;
}

void SeriesTree::setAnswers(const std::map<std::string, select::ListMark>& answers) {
    if (answers == m_answers) return;
    for (const auto& [id, item] : m_items) {
        const auto known = answers.find(id);
        const select::ListMark answer = known == answers.end() ? select::ListMark::None : known->second;
        item->setData(0, AnswerRole, static_cast<int>(answer));
        item->setData(0, Qt::AccessibleDescriptionRole, answerText(answer));
    }
    m_answers = answers;
}

QTreeWidgetItem* SeriesTree::itemOf(const QString& id) const {
    const auto found = m_items.find(id.toStdString());
    return found == m_items.end() ? nullptr : found->second;
}

void SeriesTree::setOpen(const QString& id, const QStringList& beside) {
    if (beside != m_beside) {
        for (const QString& before : std::as_const(m_beside))
            if (QTreeWidgetItem* item = itemOf(before)) item->setData(0, IsBesideRole, false);
        m_beside = beside;
        for (const QString& each : beside)
            if (QTreeWidgetItem* item = itemOf(each)) item->setData(0, IsBesideRole, true);
    }
    if (id == m_openId) return;
    if (QTreeWidgetItem* before = itemOf(m_openId)) before->setData(0, IsOpenRole, false);
    m_openId = id;
    QTreeWidgetItem* item = itemOf(id);
    if (!item) return;
    item->setData(0, IsOpenRole, true);
    item->parent()->setExpanded(true);
    setCurrentItem(item);
    scrollToItem(item);
}

void SeriesTree::focusList() {
    setFocus(Qt::ShortcutFocusReason);
    if (!currentItem() && !m_items.empty()) setCurrentItem(topLevelItem(0)->child(0));
}

bool SeriesTree::event(QEvent* event) {
    // The window's own shortcuts for these keys wait until the list gives the keyboard back.
    if (event->type() == QEvent::ShortcutOverride && isListKey(static_cast<QKeyEvent*>(event)->key())) {
        event->accept();
        return true;
    }
    return QTreeWidget::event(event);
}

void SeriesTree::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        return clearFocus();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (QTreeWidgetItem* item = currentItem()) {
            if (item->data(0, KindRole).toInt() == static_cast<int>(ItemKind::Series)) clearFocus();
            choose(*item, event->modifiers());
        }
        return;
    default:
        QTreeWidget::keyPressEvent(event);
    }
}

QStringList SeriesTree::mimeTypes() const {
    return {kSeriesMimeType};
}

void SeriesTree::contextMenuEvent(QContextMenuEvent* event) {
    const QTreeWidgetItem* item = itemAt(event->pos());
    if (!item || item->data(0, KindRole).toInt() != static_cast<int>(ItemKind::Series)) return;
    const QString id = item->data(0, IdRole).toString();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open this series")), &QAction::triggered, this,
            [this, id] { Q_EMIT chosen(id); });
    QAction* beside = menu->addAction(tr("Compare with this series"));
    connect(beside, &QAction::triggered, this, [this, id] { Q_EMIT chosenBeside(id); });
    beside->setEnabled(!m_openId.isEmpty() && id != m_openId && !m_beside.contains(id) &&
                       !item->data(0, IsListedRole).toBool());
    menu->popup(event->globalPos());
}

QMimeData* SeriesTree::mimeData(const QList<QTreeWidgetItem*>& items) const {
    for (const QTreeWidgetItem* item : items)
        if (item->data(0, KindRole).toInt() == static_cast<int>(ItemKind::Series))
            return seriesMimeData(item->data(0, IdRole).toString().toStdString());
    return nullptr; // a heading is not dragged
}

void SeriesTree::choose(QTreeWidgetItem& item, Qt::KeyboardModifiers modifiers) {
    switch (static_cast<ItemKind>(item.data(0, KindRole).toInt())) {
    case ItemKind::Patient:
        return;
    case ItemKind::Study:
        return item.setExpanded(!item.isExpanded());
    case ItemKind::Series:
        const QString id = item.data(0, IdRole).toString();
        if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
            Q_EMIT chosenBeside(id);
        else
            Q_EMIT chosen(id);
    }
}

} // namespace hemo::ui
