#include "core/geometry/slice_level.h"
#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

namespace hemo {

using namespace action;

namespace {

const JobState* loadOf(const AppState& s, ReadingId id) {
    const Reading* reading = select::reading(s, id);
    return reading ? &reading->load : nullptr;
}

bool isLoadingAs(const AppState& s, ReadingId id, int job) {
    const JobState* load = loadOf(s, id);
    return load && isCurrent(*load, job);
}

void lookFirst(AppState& s, Reading& reading) {
    if (!reading.look)
        reading.look =
            lookFromTheStart(shownVolume(reading)->grid(), reading.series->fileWindow, s.preferences.presets);
}

/// What is loaded again is what it was: answers and look still hold.
bool isAsBefore(const Reading& reading, const std::optional<std::uint64_t>& fingerprint) {
    return !reading.fingerprint || !fingerprint || reading.fingerprint == fingerprint;
}

/// Nobody waits for it: nothing that is seen changes by it, and nobody is told that it failed.
bool isUnasked(const AppState& s, ReadingId id) {
    return select::isReadAheadAlone(s, *select::reading(s, id));
}

} // namespace

void on(AppState& s, const LoadProgress& a) {
    change(s, a.reading, [&](Reading& r) { progress(r.load, a.job, a.fraction, a.stage); });
}

void on(AppState& s, const SeriesPreview& a) {
    if (!isLoadingAs(s, a.reading, a.job) || isUnasked(s, a.reading)) return;
    change(s, a.reading, [&](Reading& r) {
        r.preview = a.volume;
        lookFirst(s, r);
    });
    beginShowing(s, a.reading);
    showWhereWanted(s, a.reading);
}

void on(AppState& s, const SeriesLoaded& a) {
    if (!isLoadingAs(s, a.reading, a.job)) return;
    const bool wasPreviewed = select::reading(s, a.reading)->preview != nullptr;
    change(s, a.reading, [&](Reading& r) {
        stop(r.load);
        stop(r.reformat);
        r.preview = r.regular = nullptr;
        r.series = std::make_shared<const SeriesInfo>(a.info);
        r.volume = a.volume;
        r.header = a.header;
        if (!isAsBefore(r, a.fingerprint)) {
            forgetAnswers(r.reader);
            r.handwork = History<Handwork>();
            r.areMarksRead = r.isOwnRead = false;
            r.ownVerdict = {};
            r.verdictDraft.reset();
            r.middle = nullptr;
            r.canthomeatal.reset();
            stop(r.middleJob);
            stop(r.growth.job);
            r.look.reset();
        }
        r.fingerprint = a.fingerprint;
        lookFirst(s, r);
        r.look->place = r.look->isLed ? r.look->place : heldInside(r.volume->grid(), r.look->place);
    });
    if (isUnasked(s, a.reading)) return;
    if (!wasPreviewed) beginShowing(s, a.reading); // else what the user did while the rest was read stays
    showWhereWanted(s, a.reading);
}

void on(AppState& s, const LoadFailed& a) {
    if (!isLoadingAs(s, a.reading, a.job)) return;
    if (isUnasked(s, a.reading)) return change(s, a.reading, [](Reading& r) { giveUp(r.load); });
    change(s, a.reading, [](Reading& r) {
        stop(r.load);
        r.preview = nullptr;
    });
    withdraw(s, a.reading);
    complain(s, a.error);
}

void on(AppState& s, const RegularReady& a) {
    change(s, a.reading, [&](Reading& r) {
        if (!isCurrent(r.reformat, a.job)) return;
        stop(r.reformat);
        r.regular = a.regular;
    });
}

void on(AppState& s, const ReformatFailed& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isCurrent(reading->reformat, a.job)) return;
    change(s, a.reading, [](Reading& r) { giveUp(r.reformat); });
    complain(s, a.error);
}

void on(AppState& s, const MiddleFound& a) {
    change(s, a.reading, [&](Reading& r) {
        if (!isCurrent(r.middleJob, a.job)) return;
        if (a.middle)
            stop(r.middleJob);
        else
            giveUp(r.middleJob);
        r.middle = a.middle;
        r.canthomeatal = a.canthomeatal;
    });
}

} // namespace hemo
