#pragma once

#include "core/geometry/rigid_transform.h"

#include <string>

namespace hemo {

/// What makes two readings scroll together.
enum class LinkKind {
    None,        ///< each scrolls alone
    SharedFrame, ///< both lie in one frame of reference (PS3.3 C.7.4.1): the same millimetres, the same place
    ByHand,      ///< the user has shown which places belong together
    Registered,  ///< the pictures themselves were laid upon each other
};

/// What is known of two patient spaces beyond what the files say. A space is a frame of reference; where both
/// readings have the same one, or one has none, it is the series itself (`select::spacesOf`). So it holds for
/// all readings of the two spaces.
struct Link {
    std::string a, b;
    LinkKind kind = LinkKind::None; ///< None: one frame of reference, but each is to scroll alone
    RigidTransform toB;             ///< from a place in `a` to the same place in `b`
    bool operator==(const Link&) const = default;
};

} // namespace hemo
