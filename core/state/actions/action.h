#pragma once

#include "core/state/actions/lesson.h"
#include "core/state/actions/marks.h"
#include "core/state/actions/own_reading.h"
#include "core/state/actions/preferences.h"
#include "core/state/actions/reading.h"
#include "core/state/actions/screen.h"
#include "core/state/actions/shelf.h"

#include <concepts>
#include <utility>
#include <variant>

namespace hemo {

/// Everything that can happen to the state. What concerns one reading or one viewport names it.
using AnyAction = std::variant<
    action::OpenPaths, action::ScanProgress, action::FolderScanned, action::ScanFailed, action::ThumbnailMade,
    action::ThumbnailsFailed, action::CancelWork, action::RecentsRead, action::ClearRecents,
    action::LoadProgress, action::SeriesPreview, action::SeriesLoaded, action::LoadFailed,
    action::RegularReady, action::ReformatFailed, action::Classify, action::StopReading,
    action::ClassifierReady, action::SliceClassified, action::Classified, action::ClassificationFailed,
    action::FindingsFound, action::FindingsFailed, action::OpenSeries, action::StepSeries, action::ShowBeside,
    action::ToggleBeside, action::CloseViewport, action::ShowLeadAlone, action::MoveCrosshair,
    action::StepSlice, action::GoToStep, action::GoToSlice, action::GoToFinding, action::StepSuspicious,
    action::StepFinding, action::ToggleLink, action::SetWindow, action::ChoosePreset, action::ToggleInverted,
    action::SetView, action::FitViews, action::ChooseViews, action::ToggleOtherHalf,
    action::ToggleHalvesBeside, action::ShowDifference, action::TurnPlanes, action::LayAlongHead,
    action::StraightenPlanes, action::ToggleValueAtCursor, action::ToggleCut, action::ToggleBox,
    action::SetBox, action::MiddleFound, action::TogglePlaying, action::PlayOn, action::ResetViews,
    action::Enlarge, action::ToggleApart, action::SwapReadings, action::Activate, action::ChooseTool,
    action::ToggleCrosshair, action::SetCamera, action::SetVolumeTurning, action::SetSlab,
    action::ChooseVolumePreset, action::ShowHeat, action::PeekHeat, action::HoverAt,
    action::ChooseOperatingPoint, action::ChooseExplanation, action::SetHeatOpacity, action::TogglePanels,
    action::RoomChanged, action::SetKeys, action::SetMouse, action::FixSettings, action::TogglePatientText,
    action::SetPresets, action::DraftMark, action::KeepDraft, action::DropDraft, action::ChooseMark,
    action::NameMark, action::RemoveMark, action::GoToMark, action::UndoMarks, action::RedoMarks,
    action::MarksRead, action::ChooseWay, action::FixWay, action::OpenVerdict, action::CloseVerdict,
    action::AnswerVerdict, action::ToggleKind, action::TogglePlace, action::DropLastPlace,
    action::SetConfidence, action::CommitVerdict, action::OwnReadingRead, action::DecideFinding,
    action::RejectFindingFor, action::CommentFinding, action::AddOwnFinding, action::RemoveOwnFinding,
    action::PutMark, action::HeadsRegistered, action::RegistrationFailed, action::BeginLesson,
    action::NextCase, action::ChooseAnswer, action::BeginAgain, action::BeginMaking, action::MakingProgress,
    action::MakingEnded, action::MakingFailed, action::SetHeatColours, action::GrowBlood, action::BloodGrown,
    action::BloodNotGrown, action::SetBrush, action::SetTextPercent, action::RevealMore, action::SetTheme,
    action::SetLanguage, action::SetBloodLimits, action::SetHangings, action::KeepHanging, action::HangAs,
    action::KeepLog, action::FixLog, action::SetMostVolumeBytes, action::ReadListAhead,
    action::SetFirstLayout, action::SetMostRecents, action::SetStartFolder, action::SavedIn,
    action::ModelsFound, action::ChooseModel, action::Notify, action::DismissNotice>;

template <class T, class Variant> inline constexpr bool isOneOf = false;
template <class T, class... Kinds>
inline constexpr bool isOneOf<T, std::variant<Kinds...>> = (std::same_as<T, Kinds> || ...);

/// One of them. A type of its own, because it is copied, moved and destroyed in action.cpp alone: a hundred
/// kinds' worth of that code in every file that hands an action on took most of such a file's build.
struct Action : AnyAction {
    template <class Kind>
    requires isOneOf<Kind, AnyAction> Action(Kind kind)
        : AnyAction(std::in_place_type<Kind>, std::move(kind)) {}
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();
};

} // namespace hemo
