#include "app/screenshot.h"

#include "core/state/select/answers.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
#include "viewer/widgets/words.h"

#include <QPixmap>
#include <QTimer>

#include <algorithm>

namespace hemo::ui {

Screenshot::Screenshot(Wish wish, Store& store, MainWindow& window)
    : QObject(&window),
      m_wish(std::move(wish)),
      m_store(store),
      m_window(window),
      m_deadline(std::chrono::steady_clock::now() + m_wish.patience) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Screenshot::look);
    connect(this, &Screenshot::finished, timer, &QTimer::stop);
    timer->start(50);
}

void Screenshot::look() {
    if (!isReady()) {
        if (std::chrono::steady_clock::now() > m_deadline)
            Q_EMIT finished(tr(
                "The window was not ready in time: no picture was saved; try again on a quieter machine."));
        return;
    }
    if (!m_hasGoneToSlice) {
        m_hasGoneToSlice = true;
        showMostSuspicious();
        return; // the views draw it before the next look
    }
    const bool isSaved = m_window.grab().save(m_wish.file, "PNG");
    const AppState& state = m_store.state();
    const Reading* lead = select::shownIn(state, kLead);
    const auto failure = lead ? select::answersTo(state, *lead).error : std::nullopt;
    if (isSaved && m_wish.waitForVerdict && failure)
        Q_EMIT finished(translated(failure->message));
    else
        Q_EMIT finished(isSaved ? QString() : tr("The picture cannot be saved there: choose another place."));
}

bool Screenshot::isReady() const {
    const AppState& s = m_store.state();
    if (select::canCancel(s) || select::lacksThumbnails(s)) return false;
    const Reading* lead = select::shownIn(s, kLead);
    if (!lead) return true; // a sentence about why is all there is to see
    if (lead->reformat.isRunning || !m_window.isSettled()) return false;
    if (select::lockOn(s, *lead) != select::Lock::Open) return true; // no answer will be seen
    const SecondReader& reader = select::answersTo(s, *lead);
    const bool isAnswered = reader.status == SecondReader::Status::Done && !reader.findingsJob.isRunning;
    return !m_wish.waitForVerdict || isAnswered || reader.status == SecondReader::Status::Failed;
}

void Screenshot::showMostSuspicious() {
    const Reading* lead = select::shownIn(m_store.state(), kLead);
    const PredictionPtr prediction = lead ? select::shownPrediction(m_store.state(), *lead) : nullptr;
    if (!prediction || prediction->slices.empty()) return;
    const ReadingId id = lead->id;
    const FindingsPtr findings = select::shownFindings(m_store.state(), *lead);
    const auto most = std::max_element(prediction->slices.begin(), prediction->slices.end(),
                                       [](const auto& a, const auto& b) { return a.any() < b.any(); });
    m_store.dispatch(action::ShowHeat{true});
    if (findings && !findings->empty()) {
        m_store.dispatch(action::GoToFinding{id, 0});
        return;
    }
    m_store.dispatch(action::GoToSlice{id, most->slice});
    // The crosshair goes to the strongest evidence, so that all three planes show it.
    const ProbabilityMap& heat = prediction->heat;
    const auto begin =
        heat.values.begin() + static_cast<std::ptrdiff_t>(most->slice * heat.grid.voxelsPerSlice());
    const auto at =
        std::max_element(begin, begin + static_cast<std::ptrdiff_t>(heat.grid.voxelsPerSlice())) - begin;
    if (most->any() > prediction->provenance.rule.threshold)
        m_store.dispatch(action::MoveCrosshair{
            kLead, heat.grid.toPatient(heat.grid.voxelOfSlice(static_cast<std::size_t>(at), most->slice))});
}

} // namespace hemo::ui
