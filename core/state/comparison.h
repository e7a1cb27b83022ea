#pragma once

#include "core/geometry/patient_space.h"
#include "core/state/open_series.h"

#include <memory>
#include <optional>
#include <string>

namespace hemo {

/// The two series of a comparison: the one that is read, and the one beside it.
enum class ComparedSeries { Current, Prior };

/// What makes the two series scroll together.
enum class SeriesLink {
    None,        ///< each scrolls alone
    SharedFrame, ///< both lie in one frame of reference (PS3.3 C.7.4.1): the same millimetres, the same place
    ByHand,      ///< the reader has shown which places belong together
};

/// A link by hand and the two patient spaces between which it holds. A space is a frame of reference; where
/// both series have the same one, or one has none, it is the series itself.
struct HandLink {
    std::string currentSpace, priorSpace;
    Vec3 offsetMm; ///< place in the prior = place in the current series + this
    bool operator==(const HandLink&) const = default;
};

/// A series beside the one that is read, most often of an earlier study. It is looked at and nothing else: no
/// answer of the second reader, no heat map and no reformat belongs to it.
struct Comparison {
    std::string wantedId; ///< the series beside, or the one being loaded; empty: nothing is compared
    JobState load;
    VolumePtr preview;                       ///< first picture while it loads
    std::shared_ptr<const OpenSeries> prior; ///< without `regular`: only acquired slices are shown
    /// The prior's crosshair, in its own patient space. While linked it may lie where the prior has no slice.
    PatientPoint place;
    std::optional<HandLink> byHand; ///< kept while other series are shown; used where it holds
    bool isHeldApart = false;       ///< one frame of reference, but the reader scrolls each alone
    /// Since they scroll alone the crosshair was put somewhere, not only moved along the slices.
    bool isCurrentPlaced = false, isPriorPlaced = false;
    ComparedSeries active = ComparedSeries::Current; ///< the one that the keys scroll
    bool isPriorInFront = false;             ///< where one view is large
    bool operator==(const Comparison&) const = default;
};

} // namespace hemo
