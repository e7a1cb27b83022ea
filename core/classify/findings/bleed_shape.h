#pragma once

#include "core/anatomy/head_middle.h"
#include "core/classify/findings/findings.h"

#include <optional>

namespace hemo {

/// How outlined blood lies in the head. Each slice of it votes with its area: along the skull by how wide it
/// is for its thickness; elsewhere a compact clot is in a ventricle where the other half of the head has
/// fluid in its place, and in the tissue where it has none. Unclear where fewer than six tenths of it agree,
/// or it was cancelled: blood between the gyri, two bleeds of two kinds, a ventricle that is full on both
/// sides. `middle`: none where no skull is found.
BleedShape shapeOf(const BleedOutline& outline, const Volume& volume, const std::optional<HeadMiddle>& middle,
                   int boneFrom, const TaskContext& context);

} // namespace hemo
