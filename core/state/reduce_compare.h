#pragma once

#include "core/state/actions.h"
#include "core/state/app_state.h"

/// The part of `reduce` about the series beside the current one.
namespace hemo {

void on(AppState& s, const action::CompareWith& a);
void on(AppState& s, const action::ToggleComparison& a);
void on(AppState& s, const action::CloseComparison& a);
void on(AppState& s, const action::StepPriorSeries& a);
void on(AppState& s, const action::PriorProgress& a);
void on(AppState& s, const action::PriorPreview& a);
void on(AppState& s, const action::PriorLoaded& a);
void on(AppState& s, const action::PriorFailed& a);
void on(AppState& s, const action::MovePriorCrosshair& a);
void on(AppState& s, const action::StepPriorSlice& a);
void on(AppState& s, const action::GoToPriorSlice& a);
void on(AppState& s, const action::ToggleLink& a);
void on(AppState& s, const action::SwapCompared& a);
void on(AppState& s, const action::EnlargePrior& a);
void on(AppState& s, const action::ActivateSeries& a);

/// Where the current series has no slice at the level that the prior shows, its next step leads onto the
/// first slice in that direction, not past it. True where that was done and nothing else is to do.
bool stepsBackOntoSlice(AppState& s, const Action& action);

/// What a comparison must be told of when it changes.
struct ComparedBefore {
    PatientPoint crosshair, place;
    std::string shownId;
    SeriesLink link = SeriesLink::None;
    std::shared_ptr<const FolderContents> contents;
};
ComparedBefore comparedBefore(const AppState& s);
/// After any action: the prior follows where the two are linked, and a comparison ends that would show a
/// series beside itself or one that is not listed any more.
void keepComparison(AppState& s, const ComparedBefore& before, const Action& action);

} // namespace hemo
