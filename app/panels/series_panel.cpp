#include "app/panels/series_panel.h"

#include "app/panels/panel_parts.h"
#include "app/panels/recent_list.h"
#include "app/panels/series_tree.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
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
    connect(m_tree, &SeriesTree::chosen, this, [this](const QString& id) {
        m_dispatch(action::OpenSeries{m_active, id.toStdString()});
    });
    connect(m_tree, &SeriesTree::chosenBeside, this,
            [this](const QString& id) { m_dispatch(action::ShowBeside{id.toStdString()}); });
    m_recents = new RecentList(m_dispatch, this);
    m_note = indented(secondaryLabel(this));
    m_note->setObjectName("listNote");
    m_warningsTitle = indented(titleLabel(tr("WARNINGS"), this));
    m_warnings = indented(wrappedLabel(this));
    m_warnings->setObjectName("warnings");
    m_warnings->setAccessibleDescription(tr("Warnings"));
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
    m_active = state.screen.active;
    showList(state);
    showNote(state);
    showWarnings(state);
    showProgress(state);
}

void SeriesPanel::focusList() {
    m_tree->focusList();
}

void SeriesPanel::showList(const AppState& state) {
    const Names names = state.preferences.isPatientTextShown ? Names::Shown : Names::Hidden;
    const bool isWelcome = !state.shelf.contents && !state.shelf.recents->empty();
    m_title->setText(isWelcome ? tr("RECENT STUDIES") : tr("STUDIES"));
    m_recents->setVisible(isWelcome);
    m_tree->setVisible(!isWelcome);
    m_recents->setRecents(*state.shelf.recents, names);
    m_tree->setContents(state.shelf.contents, names);
    const Reading* lead = select::shownIn(state, kLead);
    QStringList beside;
    for (const Reading* reading : select::readingsOnScreen(state))
        if (select::isComparing(state) && (!lead || reading->id != lead->id))
            beside << QString::fromStdString(reading->series->id);
    m_tree->setOpen(lead ? QString::fromStdString(lead->series->id) : QString(), beside);
    m_tree->setThumbnails(state.shelf.thumbnails);
    m_tree->setAnswers(select::listMarks(state));
}

void SeriesPanel::showNote(const AppState& state) {
    QStringList lines;
    if (const auto& contents = state.shelf.contents) {
        if (isChoice(*contents) && !contents->whyBest.empty())
            lines << tr("Opened first: %1").arg(translated(contents->whyBest));
        lines << skippedText(contents->filesSkipped);
        lines.removeAll(QString());
    }
    showText(*m_note, lines.join('\n'));
}

void SeriesPanel::showWarnings(const AppState& state) {
    QStringList sentences;
    const Reading* lead = select::shownIn(state, kLead);
    for (const Reading* reading : select::readingsOnScreen(state)) {
        const bool isLead = lead && reading->id == lead->id;
        if (!isLead && !select::isComparing(state)) continue; // it is only on its way
        for (const LoadWarning& warning : reading->series->warnings)
            sentences << (isLead ? translated(warning.text) : tr("Beside: %1").arg(translated(warning.text)));
    }
    if (state.shelf.contents)
        for (const LoadWarning& warning : state.shelf.contents->warnings)
            sentences << translated(warning.text);
    const QString text = sentences.join("\n\n");
    if (text != m_warnings->text()) m_warnings->setText(text);
    m_warningsTitle->setVisible(!sentences.isEmpty());
    m_warningsArea->setVisible(!sentences.isEmpty());
}

void SeriesPanel::showProgress(const AppState& state) {
    const JobState& job = select::toldJob(state);
    m_progress->setVisible(job.isRunning);
    setFraction(*m_progress, job.fraction);
}

} // namespace hemo::ui
