#pragma once

#include "core/state/actions.h"

namespace hemo::ui {

/// What a slice view shows: a reading plane of the current series, or the prior's own slices.
struct ViewSubject {
    ComparedSeries role = ComparedSeries::Current;
    ViewAxis axis = ViewAxis::Axial; ///< of the current series; the prior is always seen slice by slice

    ViewSubject() = default;
    /// A plane of the current series.
    ViewSubject(ViewAxis plane) : axis(plane) {}
    static ViewSubject prior() {
        ViewSubject subject;
        subject.role = ComparedSeries::Prior;
        return subject;
    }
    bool isPrior() const { return role == ComparedSeries::Prior; }
    bool operator==(const ViewSubject&) const = default;
};

// What a view asks for, as an action about the series that it shows.

inline Action stepWish(const ViewSubject& subject, int by) {
    if (subject.isPrior()) return action::StepPriorSlice{by};
    return action::StepSlice{subject.axis, by};
}
inline Action goToWish(const ViewSubject& subject, int index) {
    if (subject.isPrior()) return action::GoToPriorSlice{index};
    return action::GoToStep{subject.axis, index};
}
inline Action crosshairWish(const ViewSubject& subject, PatientPoint to) {
    if (subject.isPrior()) return action::MovePriorCrosshair{to};
    return action::MoveCrosshair{to};
}
/// One view large, or back.
inline Action enlargeWish(const ViewSubject& subject, bool isEnlarged) {
    if (subject.isPrior()) return action::EnlargePrior{};
    if (isEnlarged) return action::Enlarge{std::nullopt};
    return action::Enlarge{static_cast<Pane>(subject.axis)};
}

} // namespace hemo::ui
