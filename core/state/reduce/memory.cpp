#include "core/state/reduce/memory.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

#include <algorithm>
#include <numeric>

namespace hemo {
namespace {

std::size_t bytesOfAll(const Readings& readings) {
    return std::accumulate(readings.begin(), readings.end(), std::size_t{0},
                           [](std::size_t sum, const auto& entry) { return sum + bytesOf(*entry.second); });
}

/// The smaller, the sooner it is let go: what is being read comes last.
auto worth(const Reading& reading) {
    const auto status = reading.reader.status;
    const bool isBeingRead =
        status == SecondReader::Status::Running || status == SecondReader::Status::Waiting;
    return std::pair(isBeingRead, reading.shownAt);
}

const Reading* longestUnseen(const AppState& s) {
    const auto seen = select::readingsOnScreen(s);
    const Reading* longest = nullptr;
    for (const auto& [id, reading] : s.readings) {
        const bool isSeen = std::find(seen.begin(), seen.end(), reading.get()) != seen.end();
        if (isSeen || !reading->volume) continue;
        if (!longest || worth(*reading) < worth(*longest)) longest = reading.get();
    }
    return longest;
}

void letGo(Reading& reading) {
    reading.volume = reading.regular = nullptr;
    stop(reading.reformat);
    stop(reading.reader.findingsJob);
    if (reading.reader.status == SecondReader::Status::Waiting ||
        reading.reader.status == SecondReader::Status::Running)
        forgetAnswers(reading.reader);
    // There is no room to read it: loading it again would only end here again.
    if (reading.isReadAhead && reading.reader.status == SecondReader::Status::Idle) giveUp(reading.load);
}

} // namespace

void letVolumesGo(AppState& s) {
    while (bytesOfAll(s.readings) > s.preferences.mostVolumeBytes) {
        const Reading* least = longestUnseen(s);
        if (!least) return; // all that is left is seen
        change(s, least->id, letGo);
    }
}

} // namespace hemo
