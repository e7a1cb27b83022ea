#pragma once

#include "core/geometry/reading_plane.h"
#include "core/image/clip_box.h"
#include "core/image/slab.h"
#include "core/image/volume_style.h"
#include "core/image/window_level.h"
#include "core/reading/reading_id.h"

#include <optional>

namespace hemo {

/// The place of a viewport in Screen::viewports.
enum class ViewportId : int {};
/// The first viewport: what stands in others is compared with its reading.
inline constexpr ViewportId kLead{0};

/// Of a view that shows bone beside one that shows brain.
inline constexpr WindowLevel kBoneWindow{600, 2800};

/// A view's place on a page of slices that follow each other, from the head to the feet.
struct FilmTile {
    int index = 0, count = 1; ///< of so many on a page
    bool operator==(const FilmTile&) const = default;
};

/// A rectangle of the screen and what it shows of which reading. Any reading, any plane, any number of them.
struct Viewport {
    enum class Kind { Plane, Volume };

    ReadingId reading = ReadingId::None; ///< asked for; shown from its first picture on
    /// Shown until then, and again where the one that was asked for cannot be read.
    ReadingId held = ReadingId::None;
    Kind kind = Kind::Plane;
    ReadingPlane plane; ///< of Kind::Plane, as what follows
    Slab slab;
    ViewState view;
    std::optional<WindowLevel> ownWindow; ///< in place of the reading's
    std::optional<FilmTile> tile; ///< of the page on which the reading's own slice lies; none: that slice
    bool isOtherHalf = false;     ///< each half of the head where the other one stood
    bool isApart = false;         ///< in a window of its own
    VolumeCamera camera;          ///< of Kind::Volume, as what follows
    VolumePreset volumePreset = VolumePreset::Bone;
    bool isTurning = false;     ///< while the mouse drags: small pictures
    bool isCut = false;         ///< what lies above the slices' own place is left out
    std::optional<ClipBox> box; ///< what lies outside it is left out
    bool operator==(const Viewport&) const = default;
};

/// Which plane a viewport is to show.
struct PlaneOfView {
    ViewportId viewport{};
    ReadingPlane plane;
    bool operator==(const PlaneOfView&) const = default;
};

} // namespace hemo
