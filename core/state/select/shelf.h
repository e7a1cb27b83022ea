#pragma once

#include "core/state/app_state.h"

/// Questions about what is at hand. Pure.
namespace hemo::select {

/// What the second reader has said of a listed series, in a word.
enum class ListMark { None, Waiting, Suspected, BelowRule, NoneSeen, CannotExclude, NotRead };
/// By the id of the series; of those that are not in it nothing is known.
std::map<std::string, ListMark> listMarks(const AppState& state);

/// Of what is listed; null where it is not.
const SeriesInfo* findSeries(const AppState& state, const std::string& id);
/// The series that can be opened, in the order in which they are listed.
std::vector<const SeriesInfo*> openableSeries(const AppState& state);
/// The series that is offered first beside the first reading: of the same patient (never surely another one),
/// of an earlier study before a later one before the same, the nearest in time, the same kernel; not one that
/// is seen already. Null where none fits.
const SeriesInfo* suggestedBeside(const AppState& state);

/// The work that the foot of the window tells of; one that is not running where there is none.
const JobState& toldJob(const AppState& state);
bool isLoading(const AppState& state);
bool canCancel(const AppState& state);
/// The list stands, nothing else is being read, and some of its series have no picture yet.
bool lacksThumbnails(const AppState& state);

} // namespace hemo::select
