#pragma once

#include "core/state/actions/action.h"
#include "core/state/app_state.h"

#include <memory>
#include <utility>

/// `reduce` in parts, one file each for what the actions are about, and what several of them need.
namespace hemo {

// ---- shelf.cpp
void on(AppState& s, const action::OpenPaths& a);
void on(AppState& s, const action::ScanProgress& a);
void on(AppState& s, const action::FolderScanned& a);
void on(AppState& s, const action::ScanFailed& a);
void on(AppState& s, const action::ThumbnailMade& a);
void on(AppState& s, const action::ThumbnailsFailed& a);
void on(AppState& s, const action::CancelWork& a);
void on(AppState& s, const action::RecentsRead& a);
void on(AppState& s, const action::ClearRecents& a);
void on(AppState& s, const action::SavedIn& a);

// ---- reading.cpp
void on(AppState& s, const action::LoadProgress& a);
void on(AppState& s, const action::SeriesPreview& a);
void on(AppState& s, const action::SeriesLoaded& a);
void on(AppState& s, const action::LoadFailed& a);
void on(AppState& s, const action::RegularReady& a);
void on(AppState& s, const action::ReformatFailed& a);
void on(AppState& s, const action::MiddleFound& a);

// ---- answers.cpp
void on(AppState& s, const action::Classify& a);
void on(AppState& s, const action::StopReading& a);
void on(AppState& s, const action::ClassifierReady& a);
void on(AppState& s, const action::SliceClassified& a);
void on(AppState& s, const action::Classified& a);
void on(AppState& s, const action::ClassificationFailed& a);
void on(AppState& s, const action::FindingsFound& a);
void on(AppState& s, const action::FindingsFailed& a);
void on(AppState& s, const action::ChooseOperatingPoint& a);
void on(AppState& s, const action::ChooseExplanation& a);
void on(AppState& s, const action::ModelsFound& a);
void on(AppState& s, const action::ChooseModel& a);
void on(AppState& s, const action::ShowHeat& a);
void on(AppState& s, const action::PeekHeat& a);
void on(AppState& s, const action::SetHeatOpacity& a);

// ---- lesson.cpp
void on(AppState& s, const action::BeginLesson& a);
void on(AppState& s, const action::NextCase& a);
void on(AppState& s, const action::ChooseAnswer& a);
void on(AppState& s, const action::BeginAgain& a);
void on(AppState& s, const action::RevealMore& a);
void on(AppState& s, const action::BeginMaking& a);
void on(AppState& s, const action::MakingProgress& a);
void on(AppState& s, const action::MakingEnded& a);
void on(AppState& s, const action::MakingFailed& a);
/// A verdict on the current case was committed.
void scoreCase(AppState& s, const ReaderVerdict& verdict);

// ---- screen.cpp: what stands where
void on(AppState& s, const action::OpenSeries& a);
void on(AppState& s, const action::StepSeries& a);
void on(AppState& s, const action::ShowBeside& a);
void on(AppState& s, const action::ToggleBeside& a);
void on(AppState& s, const action::CloseViewport& a);
void on(AppState& s, const action::ShowLeadAlone& a);
void on(AppState& s, const action::Enlarge& a);
void on(AppState& s, const action::ToggleApart& a);
void on(AppState& s, const action::ChooseViews& a);
void on(AppState& s, const action::ToggleHalvesBeside& a);
void on(AppState& s, const action::SwapReadings& a);
void on(AppState& s, const action::Activate& a);

// ---- place.cpp: where in a reading
void on(AppState& s, const action::MoveCrosshair& a);
void on(AppState& s, const action::StepSlice& a);
void on(AppState& s, const action::GoToStep& a);
void on(AppState& s, const action::GoToSlice& a);
void on(AppState& s, const action::GoToFinding& a);
void on(AppState& s, const action::StepSuspicious& a);
void on(AppState& s, const action::StepFinding& a);
void on(AppState& s, const action::TogglePlaying& a);
void on(AppState& s, const action::PlayOn& a);

// ---- link.cpp
void on(AppState& s, const action::ToggleLink& a);
void on(AppState& s, const action::HeadsRegistered& a);
void on(AppState& s, const action::RegistrationFailed& a);

// ---- look.cpp: how it is looked at
void on(AppState& s, const action::SetWindow& a);
void on(AppState& s, const action::ChoosePreset& a);
void on(AppState& s, const action::ToggleInverted& a);
void on(AppState& s, const action::SetView& a);
void on(AppState& s, const action::SetSlab& a);
void on(AppState& s, const action::FitViews& a);
void on(AppState& s, const action::ResetViews& a);
void on(AppState& s, const action::ChooseTool& a);
void on(AppState& s, const action::ToggleCrosshair& a);
void on(AppState& s, const action::ToggleOtherHalf& a);
void on(AppState& s, const action::ShowDifference& a);
void on(AppState& s, const action::TurnPlanes& a);
void on(AppState& s, const action::LayAlongHead& a);
void on(AppState& s, const action::StraightenPlanes& a);
void on(AppState& s, const action::ToggleValueAtCursor& a);
void on(AppState& s, const action::ToggleCut& a);
void on(AppState& s, const action::ToggleBox& a);
void on(AppState& s, const action::SetBox& a);
void on(AppState& s, const action::SetCamera& a);
void on(AppState& s, const action::SetVolumeTurning& a);
void on(AppState& s, const action::ChooseVolumePreset& a);
void on(AppState& s, const action::HoverAt& a);

// ---- marks.cpp
void on(AppState& s, const action::DraftMark& a);
void on(AppState& s, const action::KeepDraft& a);
void on(AppState& s, const action::DropDraft& a);
void on(AppState& s, const action::ChooseMark& a);
void on(AppState& s, const action::PutMark& a);
void on(AppState& s, const action::GrowBlood& a);
void on(AppState& s, const action::BloodGrown& a);
void on(AppState& s, const action::BloodNotGrown& a);
void on(AppState& s, const action::SetBrush& a);
void on(AppState& s, const action::NameMark& a);
void on(AppState& s, const action::RemoveMark& a);
void on(AppState& s, const action::GoToMark& a);
void on(AppState& s, const action::UndoMarks& a);
void on(AppState& s, const action::RedoMarks& a);
void on(AppState& s, const action::MarksRead& a);

// ---- own_reading.cpp
void on(AppState& s, const action::OpenVerdict& a);
void on(AppState& s, const action::CloseVerdict& a);
void on(AppState& s, const action::AnswerVerdict& a);
void on(AppState& s, const action::ToggleKind& a);
void on(AppState& s, const action::TogglePlace& a);
void on(AppState& s, const action::DropLastPlace& a);
void on(AppState& s, const action::SetConfidence& a);
void on(AppState& s, const action::CommitVerdict& a);
void on(AppState& s, const action::OwnReadingRead& a);

// ---- review.cpp
void on(AppState& s, const action::DecideFinding& a);
void on(AppState& s, const action::RejectFindingFor& a);
void on(AppState& s, const action::CommentFinding& a);
void on(AppState& s, const action::AddOwnFinding& a);
void on(AppState& s, const action::RemoveOwnFinding& a);

// ---- hanging.cpp
void on(AppState& s, const action::SetHangings& a);
void on(AppState& s, const action::KeepHanging& a);
void on(AppState& s, const action::HangAs& a);
/// The first reading, which is seen for the first time, as the user wants it then.
void hangFirst(AppState& s);

// ---- preferences.cpp
/// By the site.
bool isFixed(const AppState& s, Setting setting);
void on(AppState& s, const action::ChooseWay& a);
void on(AppState& s, const action::FixWay& a);
void on(AppState& s, const action::KeepLog& a);
void on(AppState& s, const action::FixLog& a);
void on(AppState& s, const action::TogglePanels& a);
void on(AppState& s, const action::RoomChanged& a);
void on(AppState& s, const action::SetKeys& a);
void on(AppState& s, const action::SetMouse& a);
void on(AppState& s, const action::SetHeatColours& a);
void on(AppState& s, const action::SetTextPercent& a);
void on(AppState& s, const action::SetTheme& a);
void on(AppState& s, const action::SetLanguage& a);
void on(AppState& s, const action::SetBloodLimits& a);
void on(AppState& s, const action::SetFirstLayout& a);
void on(AppState& s, const action::SetMostRecents& a);
void on(AppState& s, const action::SetStartFolder& a);
void on(AppState& s, const action::FixSettings& a);
void on(AppState& s, const action::TogglePatientText& a);
void on(AppState& s, const action::SetPresets& a);
void on(AppState& s, const action::SetMostVolumeBytes& a);
void on(AppState& s, const action::ReadListAhead& a);
void on(AppState& s, const action::Notify& a);
void on(AppState& s, const action::DismissNotice& a);

// ---- what several of them need

/// Makes the next value of one reading; where nothing differs, or there is none, nothing happens.
template <class Change> void change(AppState& s, ReadingId id, Change change) {
    const auto it = s.readings.find(id);
    if (it == s.readings.end()) return;
    Reading next = *it->second;
    change(next);
    if (!(next == *it->second)) it->second = std::make_shared<const Reading>(std::move(next));
}

void complain(AppState& s, const Error& error);

/// No more studies are listed than are wanted. (shelf.cpp)
void keepToMostRecents(AppState& s);

/// The reading of that series, a new one where it was not opened yet. (screen.cpp)
ReadingId readingFor(AppState& s, const SeriesInfo& series);
/// Puts a reading of the series into this viewport and all others that show what it shows; it is loaded where
/// its voxels are not there. (screen.cpp)
void openIn(AppState& s, ViewportId viewport, const SeriesInfo& series);
/// It is seen from now on: views begin at fitting, readings beside each other are linked afresh. (screen.cpp)
void beginShowing(AppState& s, ReadingId id);
/// Its first picture, or all of it, has come: what waited for it shows it. (screen.cpp)
void showWhereWanted(AppState& s, ReadingId id);
/// It will not come: what waited for it goes back to what it showed. (screen.cpp)
void withdraw(AppState& s, ReadingId id);
/// Readings that nobody has seen and nobody waits for are gone, their loading with them. (screen.cpp)
void forgetUnseen(AppState& s);
/// Back to the views of the first reading. (screen.cpp)
void showLeadAlone(AppState& s);

/// Planes that were turned lie as the layout has them. (look.cpp)
void straighten(AppState& s);

/// The second reader is to take it up: what is seen comes before what nobody sees. (answers.cpp)
void askSecondReader(AppState& s, ReadingId id);
/// It is asked by itself of what is seen, where nothing was said of that yet. (answers.cpp)
void readAlong(AppState& s);

/// All that are linked to it and seen go to where its crosshair is. (link.cpp)
void bringAlong(AppState& s, ReadingId leader);
/// The crosshair goes there, and whatever is linked with it. (link.cpp)
void moveTo(AppState& s, ReadingId id, PatientPoint place);
/// Readings beside each other stand where they were left, each within its own slices. (link.cpp)
void standAlone(AppState& s, ReadingId id);

/// What is being drawn is given up where its view shows another picture now, and a choice where the mark is
/// gone. (marks.cpp)
void forgetLostMarks(AppState& s);

/// What stands beside the first reading, and shares no space with it, is laid upon it. (link.cpp)
void registerWhatStandsBeside(AppState& s);

/// One after the other, the best first, while nothing else is to do. (read_ahead.cpp)
void readWhatIsListed(AppState& s);
/// What the user waits for goes first. (read_ahead.cpp)
void stopReadingAhead(AppState& s, ReadingId except);

/// Background work that follows from what is open: the second reader's next, findings, reformats, pictures
/// for the list; and no more volumes than memory allows. After every action. (follow_up.cpp)
void followUp(AppState& s);

} // namespace hemo
