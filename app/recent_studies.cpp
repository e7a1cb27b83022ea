#include "app/recent_studies.h"

#include "core/imaging/read/thumbnail.h"
#include "core/state/select/screen.h"
#include "core/study/simulated.h"
#include "core/study/study_tree.h"

#include <QDateTime>

#include <numeric>

namespace hemo::ui {

RecentStudies::RecentStudies(const std::filesystem::path& folder, Store& store, JobRunner::Post post)
    : m_index(folder), m_post(std::move(post)) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &RecentStudies::react);
    m_thread.start([this] { tellList(); });
}

void RecentStudies::react(const AppState& before, const AppState& after) {
    if (after.shelf.timesRecentsCleared != before.shelf.timesRecentsCleared)
        m_thread.start([this] {
            m_index.clear();
            tellList(); // a list that was on its way is not the last word
        });
    const int most = after.preferences.mostRecents;
    if (most < before.preferences.mostRecents)
        m_thread.start([this, most] {
            m_index.keepToMost(most);
            tellList(); // as above
        });
    const Reading *was = select::shownIn(before, kLead), *is = select::shownIn(after, kLead);
    const bool isNewlyOpen = is && isWhole(*is) && (!was || was->id != is->id || was->volume != is->volume);
    if (!isNewlyOpen || most == 0 || after.lesson || after.shelf.contentsPaths.empty()) return;
    if (isSimulated(*is->series)) return; // such a copy lies in the cache for a day, and its scan is listed
    m_thread.start([this, most, series = is->series,
                    study = recentStudy(after, *is, QDateTime::currentSecsSinceEpoch())]() mutable {
        study.picture = imaging::makeThumbnail(*series);
        m_index.remember(study, most);
        tellList();
    });
}

void RecentStudies::tellList() const {
    m_post(action::RecentsRead{m_index.read()});
}

RecentStudy recentStudy(const AppState& state, const Reading& reading, std::int64_t secondsSince1970) {
    const SeriesInfo& series = *reading.series;
    RecentStudy study;
    study.paths = state.shelf.contentsPaths;
    study.patientName = series.patientName;
    study.studyDate = series.studyDate;
    study.description = series.studyDescription.empty() ? series.description : series.studyDescription;
    study.openedAt = secondsSince1970;
    if (!state.shelf.contents) return study;
    const auto& all = state.shelf.contents->series;
    study.imageCount = std::accumulate(all.begin(), all.end(), 0,
                                       [](int sum, const SeriesInfo& s) { return sum + s.imageCount; });
    study.patientCount = static_cast<int>(studyTree(*state.shelf.contents).size());
    return study;
}

} // namespace hemo::ui
