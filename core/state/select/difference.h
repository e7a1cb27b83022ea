#pragma once

#include "core/state/app_state.h"

#include <optional>

/// Questions about pictures that something is taken off. Pure.
namespace hemo::select {

/// What is taken off a viewport's picture, and where it lies.
struct TakenOff {
    ReadingId reading = ReadingId::None;      ///< whose voxels they are
    VolumePtr native, regular;                ///< the even grid is null until it is ready
    RigidTransform toOther;                   ///< from the picture's patient space to theirs
    std::shared_ptr<const HeadMiddle> middle; ///< set: the other half of the same head
    bool operator==(const TakenOff&) const = default;
};
/// None where the picture is shown as it is: nothing is to be taken off, or what would be is not whole, not
/// linked, or has no middle. Off the first of several readings alone; each half of a head wherever it is
/// seen, but where it stands beside the other one.
std::optional<TakenOff> takenOff(const AppState& state, ViewportId id);

/// Where the pixels of `shown` lie in what is taken off.
PicturePlane planeIn(const TakenOff& off, const PicturePlane& shown);

/// A sentence on why there would be no difference now; empty where there is one.
Message whyNoDifference(const AppState& state, Difference wanted);

} // namespace hemo::select
