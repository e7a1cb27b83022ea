#pragma once

#include "core/state/reduce/reduce.h"
#include "core/state/select/answers.h"
#include "core/state/select/link.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"

#include <array>

/// Short ways to what tests ask a state for most.
namespace hemo::testing {

// the four views of one reading
inline constexpr ViewportId kAxial{0}, kCoronal{1}, kSagittal{2}, kVolumeView{3};
inline constexpr std::array kPlanes{kAxial, kCoronal, kSagittal};
// readings beside each other
inline constexpr ViewportId kBeside{1}, kThird{2};

/// What a viewport is to show; there must be something.
inline const Reading& in(const AppState& s, ViewportId viewport) {
    return *select::wantedIn(s, viewport);
}
inline const Reading& lead(const AppState& s) {
    return in(s, kLead);
}
inline const Reading& beside(const AppState& s) {
    return in(s, kBeside);
}
inline const SecondReader& reader(const AppState& s) {
    return lead(s).reader;
}

// ---- answers to what the state has asked for last
inline AppState scanned(const AppState& s, FolderContents contents) {
    return reduce(s, action::FolderScanned{s.shelf.scan.number,
                                           std::make_shared<const FolderContents>(std::move(contents))});
}
inline AppState previewed(const AppState& s, ViewportId viewport, VolumePtr volume) {
    return reduce(s,
                  action::SeriesPreview{in(s, viewport).id, in(s, viewport).load.number, std::move(volume)});
}
inline AppState loaded(const AppState& s, ViewportId viewport, SeriesInfo info, VolumePtr volume) {
    return reduce(s, action::SeriesLoaded{in(s, viewport).id, in(s, viewport).load.number, std::move(info),
                                          std::move(volume)});
}
inline AppState notLoaded(const AppState& s, ViewportId viewport, Error error) {
    return reduce(s, action::LoadFailed{in(s, viewport).id, in(s, viewport).load.number, std::move(error)});
}
inline AppState classified(const AppState& s, const Reading& reading, PredictionPtr prediction) {
    return reduce(s, action::Classified{reading.id, reading.reader.job.number, std::move(prediction)});
}
inline AppState classified(const AppState& s, PredictionPtr prediction) {
    return classified(s, lead(s), std::move(prediction));
}
inline AppState sliceClassified(const AppState& s, SlicePrediction slice) {
    return reduce(s, action::SliceClassified{lead(s).id, reader(s).job.number, slice});
}
inline AppState found(const AppState& s, FindingsPtr findings) {
    return reduce(s, action::FindingsFound{lead(s).id, reader(s).findingsJob.number, std::move(findings)});
}
inline AppState atSlice(const AppState& s, const Reading& reading, int slice) {
    return reduce(s, action::GoToSlice{reading.id, slice});
}
inline AppState atSlice(const AppState& s, int slice) {
    return atSlice(s, lead(s), slice);
}

/// As if something else were known of it.
template <class Change> AppState withReading(AppState s, ReadingId id, Change change) {
    Reading reading = *s.readings.at(id);
    change(reading);
    s.readings[id] = std::make_shared<const Reading>(std::move(reading));
    return s;
}
/// As if the files had said something else of it.
template <class Change> AppState withSeries(AppState s, ReadingId id, Change change) {
    return withReading(std::move(s), id, [&](Reading& reading) {
        SeriesInfo info = *reading.series;
        change(info);
        reading.series = std::make_shared<const SeriesInfo>(std::move(info));
    });
}

} // namespace hemo::testing
