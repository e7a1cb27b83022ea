#include "core/state/select/shelf.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"
#include "core/study/add_contents.h"
#include "core/words/named_file.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

/// The same list, where the entry of what was asked for last says whether it is there.
void markAsked(Shelf& shelf, bool isThere) {
    Recents recents = *shelf.recents;
    for (RecentStudy& recent : recents)
        if (recent.paths == shelf.asked) recent.isThere = isThere;
    if (recents != *shelf.recents) shelf.recents = std::make_shared<const Recents>(std::move(recents));
}

bool isRecent(const Shelf& shelf) {
    return std::any_of(shelf.recents->begin(), shelf.recents->end(),
                       [&](const RecentStudy& recent) { return recent.paths == shelf.asked; });
}

/// The listing still names it, and means the same.
bool isStillListed(const FolderContents& contents, const Reading& reading) {
    const SeriesInfo& was = *reading.series;
    return isWhole(reading) &&
           std::any_of(contents.series.begin(), contents.series.end(), [&](const SeriesInfo& is) {
               return is.id == was.id && is.use == SeriesUse::Volume &&
                      is.studyInstanceUid == was.studyInstanceUid &&
                      is.frameOfReferenceUid == was.frameOfReferenceUid && is.images == was.images;
           });
}

/// What stands beside the first reading and is listed again stays; nothing else does: the pictures of one
/// list must never stand beside another list.
void emptyScreen(AppState& s, const FolderContents& next) {
    Screen& screen = s.screen;
    std::vector<Viewport> kept{Viewport{}};
    if (select::isComparing(s))
        for (std::size_t n = 1; n < screen.viewports.size(); ++n)
            if (const Reading* beside = select::wantedIn(s, ViewportId{static_cast<int>(n)});
                beside && isStillListed(next, *beside) && beside->series->id != next.bestSeriesId)
                kept.push_back(screen.viewports[n]);
    screen.aside.clear();
    screen.enlarged.reset();
    screen.active = kLead;
    screen.isHeatShown = screen.isPeeking = false;
    const bool isAlone = kept.size() == 1;
    screen.layout = isAlone ? layoutOf(screen.viewSet) : layoutBeside(static_cast<int>(kept.size()));
    screen.viewports = isAlone ? viewsOf(screen.viewSet, ReadingId::None) : kept;
    std::erase_if(s.readings, [&](const auto& entry) {
        return std::none_of(screen.viewports.begin(), screen.viewports.end(),
                            [&](const Viewport& view) { return view.reading == entry.first; });
    });
}

void replaceWith(AppState& s, const std::shared_ptr<const FolderContents>& contents) {
    emptyScreen(s, *contents);
    s.shelf.contents = contents;
    s.shelf.contentsPaths = s.shelf.asked;
    s.shelf.thumbnails = nothingYet<Thumbnails>();
    stop(s.shelf.thumbnailJob);
}

void add(AppState& s, const FolderContents& more) {
    s.shelf.contents = std::make_shared<const FolderContents>(added(*s.shelf.contents, more));
    for (const std::filesystem::path& path : s.shelf.asked)
        if (auto& all = s.shelf.contentsPaths; std::find(all.begin(), all.end(), path) == all.end())
            all.push_back(path);
    stop(s.shelf.thumbnailJob);
    s.notice = Notice{say("notice.list_grown"), false};
}

} // namespace

void on(AppState& s, const OpenPaths& a) {
    if (a.paths.empty()) return;
    s.lesson.reset(); // who opens something else learns no more
    s.shelf.asked = a.paths;
    s.shelf.opening = a.opening;
    s.notice.reset();
    start(s.shelf.scan, say("stage.folder"));
}
void on(AppState& s, const ScanProgress& a) {
    progress(s.shelf.scan, a.job, a.fraction, a.stage);
}
void on(AppState& s, const FolderScanned& a) {
    if (!isCurrent(s.shelf.scan, a.job)) return;
    stop(s.shelf.scan);
    markAsked(s.shelf, true);
    const bool canBeOpened = !a.contents->bestSeriesId.empty();
    if (!canBeOpened && !select::readingsOnScreen(s).empty()) {
        s.notice = Notice{named(s.shelf.asked, say("notice.nothing_added")), true};
        return;
    }
    if (s.shelf.opening == Opening::Add && s.shelf.contents)
        add(s, *a.contents);
    else
        replaceWith(s, a.contents);
    if (!canBeOpened)
        s.notice = Notice{named(s.shelf.asked, say("notice.no_stack")), true};
    else if (!select::wantedIn(s, kLead))
        openIn(s, kLead, *select::findSeries(s, s.shelf.contents->bestSeriesId));
}
void on(AppState& s, const ScanFailed& a) {
    if (!isCurrent(s.shelf.scan, a.job)) return;
    stop(s.shelf.scan);
    complain(s, a.error);
    if (a.error.code != ErrorCode::NotFound || !isRecent(s.shelf)) return;
    markAsked(s.shelf, false);
    s.notice = Notice{named(s.shelf.asked, say("notice.study_gone")), true};
}
void on(AppState& s, const ThumbnailMade& a) {
    if (!isCurrent(s.shelf.thumbnailJob, a.job)) return;
    Thumbnails thumbnails = *s.shelf.thumbnails;
    thumbnails[a.seriesId] = a.thumbnail;
    s.shelf.thumbnails = std::make_shared<const Thumbnails>(std::move(thumbnails));
}
void on(AppState& s, const ThumbnailsFailed& a) {
    if (!isCurrent(s.shelf.thumbnailJob, a.job)) return;
    giveUp(s.shelf.thumbnailJob);
    complain(s, a.error);
}
void on(AppState& s, const CancelWork&) {
    if (s.shelf.scan.isRunning) stop(s.shelf.scan);
    if (s.making.isRunning) stop(s.making);
    const Readings readings = s.readings;
    for (const auto& [id, reading] : readings) {
        if (reading->growth.job.isRunning) change(s, id, [](Reading& r) { stop(r.growth.job); });
        if (!reading->load.isRunning) continue;
        change(s, id, [](Reading& r) {
            stop(r.load);
            r.preview = nullptr;
        });
        withdraw(s, id);
    }
}
void on(AppState& s, const RecentsRead& a) {
    if (a.recents != *s.shelf.recents) s.shelf.recents = std::make_shared<const Recents>(a.recents);
    keepToMostRecents(s);
}
void on(AppState& s, const ClearRecents&) {
    s.shelf.recents = nothingYet<Recents>();
    s.shelf.savedIn.clear();
    ++s.shelf.timesRecentsCleared;
}
void on(AppState& s, const SavedIn& a) {
    s.shelf.savedIn = a.folder;
}

void keepToMostRecents(AppState& s) {
    const auto most = static_cast<std::size_t>(s.preferences.mostRecents);
    if (s.shelf.recents->size() <= most) return;
    s.shelf.recents = std::make_shared<const Recents>(s.shelf.recents->begin(),
                                                      s.shelf.recents->begin() + std::ptrdiff_t(most));
}

} // namespace hemo
