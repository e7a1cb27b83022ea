#include "core/state/reduce/memory.h"
#include "core/state/reduce/parts.h"
#include "core/state/select/answers.h"
#include "core/state/select/difference.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"

#include <algorithm>

namespace hemo {
namespace {

void startNextReading(AppState& s) {
    const Reading* next = select::nextToRead(s);
    if (!next) return;
    change(s, next->id, [](Reading& r) {
        start(r.reader.job, say("stage.reader"));
        r.reader.status = SecondReader::Status::Running;
        r.reader.slices.resize(static_cast<std::size_t>(r.volume->grid().slices()));
    });
}

/// Only planes that lie between the slices, and the volume view, need the even grid.
bool needsRegular(const AppState& s, const Reading& reading) {
    // What is taken off a picture is looked up between its slices.
    if (const auto off = select::takenOff(s, kLead); off && off->native == reading.volume) return true;
    return std::any_of(s.screen.viewports.begin(), s.screen.viewports.end(), [&](const Viewport& view) {
        return view.reading == reading.id &&
               (view.kind == Viewport::Kind::Volume || !isNative(view.plane, reading.volume->grid()));
    });
}

void startWhatIsWanted(AppState& s, ReadingId id) {
    change(s, id, [&](Reading& r) {
        const auto canStart = [](const JobState& job) { return !job.isRunning && !job.hasFailed; };
        if (!isWhole(r)) return;
        if (!r.regular && canStart(r.reformat) && needsRegular(s, r))
            start(r.reformat, say("stage.reformats"));
        if (!r.middle && canStart(r.middleJob) && select::viewportOf(s, id))
            start(r.middleJob, say("stage.middle"));
        SecondReader& reader = r.reader;
        if (reader.prediction && !reader.findings && canStart(reader.findingsJob))
            start(reader.findingsJob, say("stage.findings"));
    });
}

/// Pictures for the list wait while anything is read, and go on with those that are lacking.
void keepThumbnailsComing(Shelf& shelf, bool areLacking) {
    if (areLacking && !shelf.thumbnailJob.isRunning) start(shelf.thumbnailJob, say("stage.pictures"));
    if (!areLacking && shelf.thumbnailJob.isRunning) stop(shelf.thumbnailJob);
}

} // namespace

void followUp(AppState& s) {
    readWhatIsListed(s);
    startNextReading(s);
    const Readings readings = s.readings;
    for (const auto& [id, reading] : readings)
        startWhatIsWanted(s, id);
    keepThumbnailsComing(s.shelf, select::lacksThumbnails(s));
    letVolumesGo(s);
    forgetLostMarks(s);
    registerWhatStandsBeside(s);
    if (s.screen.isAnswering && !select::activeReading(s)) s.screen.isAnswering = false;
    if (s.screen.hover && !select::shownIn(s, s.screen.hover->viewport)) s.screen.hover.reset();
}

} // namespace hemo
