#include "core/state/reduce/parts.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"

#include <algorithm>

namespace hemo {
namespace {

bool isBusy(const Reading& reading) {
    const auto status = reading.reader.status;
    return reading.load.isRunning || status == SecondReader::Status::Running ||
           status == SecondReader::Status::Waiting;
}

/// What the user looks at is there and read, and nothing else is under way.
bool isIdle(const AppState& s) {
    const Reading* lead = select::shownIn(s, kLead);
    return lead && isWhole(*lead) && !s.shelf.scan.isRunning &&
           std::ranges::none_of(s.readings, [](const auto& entry) { return isBusy(*entry.second); });
}

/// The best of all first, then as listed.
std::vector<const SeriesInfo*> inTurn(const AppState& s) {
    std::vector<const SeriesInfo*> series = select::openableSeries(s);
    std::stable_partition(series.begin(), series.end(),
                          [&](const SeriesInfo* each) { return each->id == s.shelf.contents->bestSeriesId; });
    return series;
}

/// Not answered yet, and nothing keeps it from being read.
bool isLeft(const Reading* reading) {
    return !reading || (reading->reader.status == SecondReader::Status::Idle && !reading->load.hasFailed);
}

} // namespace

void readWhatIsListed(AppState& s) {
    // A blind reading asks nobody.
    if (!s.preferences.isListReadAhead || select::wayInForce(s) == WayOfReading::Blind || !isIdle(s)) return;
    for (const SeriesInfo* series : inTurn(s)) {
        const Reading* known = select::readingOf(s, series->id);
        if (!isLeft(known)) continue;
        const ReadingId id = readingFor(s, *series);
        if (isWhole(*select::reading(s, id))) return askSecondReader(s, id);
        return change(s, id, [](Reading& reading) {
            reading.isReadAhead = true;
            start(reading.load, say("stage.slices"));
        });
    }
}

void stopReadingAhead(AppState& s, ReadingId except) {
    const Readings readings = s.readings;
    for (const auto& [id, reading] : readings)
        if (id != except && select::isReadAheadAlone(s, *reading) && reading->load.isRunning)
            change(s, id, [](Reading& r) { stop(r.load); });
}

} // namespace hemo
