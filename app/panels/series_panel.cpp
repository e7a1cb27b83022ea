#include "app/panels/series_panel.h"

#include "app/panels/panel_parts.h"
#include "app/panels/recent_list.h"
#include "app/panels/series_tree.h"
#include "core/state/select_compare.h"
#include "viewer/widgets/words.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

QLabel* indented(QLabel* label) {
    label->setContentsMargins(12, 0, 12, 0);
    return label;
}

bool isChoice(const FolderContents& contents) {
    return std::count_if(contents.series.begin(), contents.series.end(),
                         [](const SeriesInfo& s) { return s.use == SeriesUse::Volume; }) > 1;
}

QString skippedText(int count) {
    if (count == 0) return {};
    return count == 1 ? SeriesPanel::tr("1 other file was skipped.")
                      : SeriesPanel::tr("%1 other files were skipped.").arg(count);
}

} // namespace

SeriesPanel::SeriesPanel(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("seriesPanel");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Studies and warnings"));
    setFixedWidth(QFontMetrics(font()).averageCharWidth() * 30 + 16);
    m_title = indented(titleLabel({}, this));
    m_progress = thinProgress(tr("Loading"), this);
    m_tree = new SeriesTree(this);
    connect(m_tree, &SeriesTree::chosen, this,
            [this](const QString& id) { m_dispatch(action::ChooseSeries{id.toStdString()}); });
    connect(m_tree, &SeriesTree::chosenBeside, this,
            [this](const QString& id) { m_dispatch(action::CompareWith{id.toStdString()}); });
    m_recents = new RecentList(m_dispatch, this);
    m_note = indented(secondaryLabel(this));
    m_note->setObjectName("listNote");
    m_warningsTitle = indented(titleLabel(tr("WARNINGS"), this));
    m_warnings = indented(wrappedLabel(this));
    m_warnings->setObjectName("warnings");
    m_warnings->setAccessibleName(tr("Warnings"));
    m_warnings->setAlignment(Qt::AlignTop);
    build();
    setState({});
}

void SeriesPanel::build() {
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
    column->addWidget(m_title);
    column->addWidget(m_progress);
    column->addWidget(m_tree, 3);
    column->addWidget(m_recents, 3);
    column->addWidget(m_note);
    column->addWidget(hairline(this));
    column->addWidget(m_warningsTitle);
    column->addWidget(m_warningsArea, 2);
}

void SeriesPanel::setState(const AppState& state) {
    showList(state);
    showNote(state);
    showWarnings(state);
    showProgress(state);
}

void SeriesPanel::focusList() {
    m_tree->focusList();
}

void SeriesPanel::showList(const AppState& state) {
    const Names names = state.isPatientTextShown ? Names::Shown : Names::Hidden;
    const bool isWelcome = !state.contents && !state.recents.empty();
    m_title->setText(isWelcome ? tr("RECENT STUDIES") : tr("STUDIES"));
    m_recents->setVisible(isWelcome);
    m_tree->setVisible(!isWelcome);
    m_recents->setRecents(state.recents, names);
    m_tree->setContents(state.contents, names);
    const SeriesInfo* shown = select::shownSeries(state);
    const SeriesInfo* beside = select::priorSeries(state);
    m_tree->setOpen(shown ? QString::fromStdString(shown->id) : QString(),
                    beside ? QString::fromStdString(beside->id) : QString());
    m_tree->setThumbnails(state.thumbnails);
}

void SeriesPanel::showNote(const AppState& state) {
    QStringList lines;
    if (state.contents) {
        if (isChoice(*state.contents) && !state.contents->whyBest.empty())
            lines << tr("Opened first: %1").arg(coreText(state.contents->whyBest));
        lines << skippedText(state.contents->filesSkipped);
        lines.removeAll(QString());
    }
    showText(*m_note, lines.join('\n'));
}

void SeriesPanel::showWarnings(const AppState& state) {
    QStringList sentences;
    if (const SeriesInfo* shown = select::shownSeries(state))
        for (const LoadWarning& warning : shown->warnings)
            sentences << coreText(warning.text);
    if (const SeriesInfo* beside = select::priorSeries(state))
        for (const LoadWarning& warning : beside->warnings)
            sentences << tr("Beside: %1").arg(coreText(warning.text));
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

} // namespace hemo::ui
