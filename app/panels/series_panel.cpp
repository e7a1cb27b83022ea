#include "app/panels/series_panel.h"

#include "app/panels/panel_parts.h"
#include "app/panels/series_item.h"
#include "viewer/widgets/to_image.h"
#include "viewer/widgets/words.h"

#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

QString imagesText(int count) {
    return count == 1 ? SeriesPanel::tr("1 image") : SeriesPanel::tr("%1 images").arg(count);
}

QString warningsText(std::size_t count) {
    if (count == 0) return {};
    return count == 1 ? SeriesPanel::tr("! 1 warning") : SeriesPanel::tr("! %1 warnings").arg(count);
}

QString studyText(const SeriesInfo& series, bool isPatientTextShown, int number) {
    const QString who = isPatientTextShown ? personText(series.patientName) : QString();
    QStringList parts{who.isEmpty() ? SeriesPanel::tr("Study %1").arg(number) : who,
                      dateText(series.studyDate)};
    parts.removeAll(QString());
    return parts.join("  ");
}

/// Series of one study stand together; studies in the order of their best series.
std::vector<const SeriesInfo*> byStudy(const std::vector<SeriesInfo>& all) {
    std::vector<std::string> studies;
    std::vector<const SeriesInfo*> ordered;
    for (const SeriesInfo& s : all)
        if (std::find(studies.begin(), studies.end(), s.studyInstanceUid) == studies.end())
            studies.push_back(s.studyInstanceUid);
    for (const std::string& study : studies)
        for (const SeriesInfo& s : all)
            if (s.studyInstanceUid == study) ordered.push_back(&s);
    return ordered;
}

QListWidgetItem* headingItem(const QString& text) {
    auto* item = new QListWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled);
    return item;
}

QListWidgetItem* seriesItem(const SeriesInfo& series) {
    const bool isListed = series.use == SeriesUse::Listed;
    auto* item = new QListWidgetItem(QString::fromStdString(series.description));
    item->setData(IdRole, QString::fromStdString(series.id));
    item->setData(CountRole, imagesText(series.imageCount));
    item->setData(MarkRole,
                  isListed ? SeriesPanel::tr("Cannot be opened") : warningsText(series.warnings.size()));
    item->setData(IsListedRole, isListed);
    item->setToolTip(isListed ? coreText(series.whyListed) : QString::fromStdString(series.description));
    item->setData(
        Qt::AccessibleTextRole,
        QStringList{item->text(), item->data(CountRole).toString(), item->data(MarkRole).toString()}.join(
            ", "));
    return item;
}

} // namespace

SeriesPanel::SeriesPanel(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("seriesPanel");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Studies and warnings"));
    setFixedWidth(QFontMetrics(font()).averageCharWidth() * 30 + 16);
    m_list = new QListWidget(this);
    m_list->setItemDelegate(new SeriesItem(m_list));
    m_list->setAccessibleName(tr("Series"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(*item); });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { choose(*item); });
    m_listNote = secondaryLabel(this);
    m_listNote->setContentsMargins(12, 0, 12, 0);
    m_progress = thinProgress(tr("Loading"), this);
    m_warningsTitle = titleLabel(tr("WARNINGS"), this);
    m_warningsTitle->setContentsMargins(12, 0, 12, 0);
    m_warnings = wrappedLabel(this);
    m_warnings->setObjectName("warnings");
    m_warnings->setAccessibleName(tr("Warnings"));
    m_warnings->setAlignment(Qt::AlignTop);
    m_warnings->setContentsMargins(12, 0, 12, 0);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Warnings"));
    area->setWidget(m_warnings);
    m_warningsArea = area;

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 8);
    column->setSpacing(8);
    QLabel* title = titleLabel(tr("STUDIES"), this);
    title->setContentsMargins(12, 0, 12, 0);
    column->addWidget(title);
    column->addWidget(m_progress);
    column->addWidget(m_list, 3);
    column->addWidget(m_listNote);
    column->addWidget(hairline(this));
    column->addWidget(m_warningsTitle);
    column->addWidget(m_warningsArea, 2);
    setState({});
}

void SeriesPanel::setState(const AppState& state) {
    const Listed listed{state.contents, state.isPatientTextShown};
    if (!(listed == m_listed)) fillList(listed);
    markSeries(state);
    showWarnings(state);
    showProgress(state);
}

void SeriesPanel::fillList(const Listed& listed) {
    m_listed = listed;
    const int scroll = m_list->verticalScrollBar()->value();
    m_list->clear();
    if (!listed.contents) return showText(*m_listNote, {});
    int study = 0;
    const SeriesInfo* last = nullptr;
    for (const SeriesInfo* series : byStudy(listed.contents->series)) {
        if (!last || last->studyInstanceUid != series->studyInstanceUid)
            m_list->addItem(headingItem(studyText(*series, listed.isPatientTextShown, ++study)));
        m_list->addItem(seriesItem(*series));
        last = series;
    }
    m_list->verticalScrollBar()->setValue(scroll);
    const int skipped = listed.contents->filesSkipped;
    QString note;
    if (skipped == 1) note = tr("1 other file was skipped.");
    if (skipped > 1) note = tr("%1 other files were skipped.").arg(skipped);
    showText(*m_listNote, note);
}

void SeriesPanel::markSeries(const AppState& state) {
    const SeriesInfo* shown = select::shownSeries(state);
    const QString openId = shown ? QString::fromStdString(shown->id) : QString();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool isOpen = !openId.isEmpty() && item->data(IdRole).toString() == openId;
        if (item->data(IsOpenRole).toBool() == isOpen) continue;
        item->setData(IsOpenRole, isOpen);
        if (!isOpen) continue;
        m_list->setCurrentItem(item);
        m_list->scrollToItem(item);
    }
}

void SeriesPanel::showWarnings(const AppState& state) {
    QStringList sentences;
    if (const SeriesInfo* shown = select::shownSeries(state))
        for (const LoadWarning& warning : shown->warnings)
            sentences << coreText(warning.text);
    if (state.contents)
        for (const LoadWarning& warning : state.contents->warnings)
            sentences << coreText(warning.text);
    const QString text = sentences.join("\n\n");
    if (text != m_warnings->text()) m_warnings->setText(text);
    m_warningsTitle->setVisible(!sentences.isEmpty());
    m_warningsArea->setVisible(!sentences.isEmpty());
}

void SeriesPanel::showProgress(const AppState& state) {
    const JobState& job = state.load.isRunning ? state.load : state.scan;
    m_progress->setVisible(job.isRunning);
    setFraction(*m_progress, job.fraction);
}

void SeriesPanel::choose(const QListWidgetItem& item) {
    const QString id = item.data(IdRole).toString();
    if (!id.isEmpty()) m_dispatch(action::ChooseSeries{id.toStdString()});
}

} // namespace hemo::ui
