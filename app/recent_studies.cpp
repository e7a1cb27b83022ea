#include "app/recent_studies.h"

#include "core/study/study_tree.h"

#include <QDateTime>

#include <numeric>

namespace hemo::ui {

RecentStudies::RecentStudies(std::filesystem::path folder, Store& store, JobRunner::Post post)
    : m_index(std::move(folder)), m_post(std::move(post)) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &RecentStudies::react);
    m_thread.start([this] { tellList(); });
}

void RecentStudies::react(const AppState& before, const AppState& after) {
    if (after.timesRecentsCleared != before.timesRecentsCleared)
        m_thread.start([this] {
            m_index.clear();
            tellList(); // a list that was on its way is not the last word
        });
    const bool isNewlyOpen = after.open && (!before.open || before.open->volume != after.open->volume);
    if (!isNewlyOpen || after.contentsPaths.empty()) return;
    m_thread.start([this, study = recentStudy(after, QDateTime::currentSecsSinceEpoch())] {
        m_index.remember(study);
        tellList();
    });
}

void RecentStudies::tellList() const {
    m_post(action::RecentsRead{m_index.read()});
}

RecentStudy recentStudy(const AppState& state, std::int64_t secondsSince1970) {
    const SeriesInfo& series = state.open->info;
    RecentStudy study;
    study.paths = state.contentsPaths;
    study.patientName = series.patientName;
    study.studyDate = series.studyDate;
    study.description = series.studyDescription.empty() ? series.description : series.studyDescription;
    study.openedAt = secondsSince1970;
    if (!state.contents) return study;
    const auto& all = state.contents->series;
    study.imageCount = std::accumulate(all.begin(), all.end(), 0,
                                       [](int sum, const SeriesInfo& s) { return sum + s.imageCount; });
    study.patientCount = static_cast<int>(studyTree(*state.contents).size());
    return study;
}

} // namespace hemo::ui
