#pragma once

#include "core/classify/findings/findings.h"
#include "core/geometry/grid.h"
#include "core/geometry/rigid_transform.h"

#include <optional>

namespace hemo {

/// What became of one finding since an earlier scan of the same head.
struct FindingChange {
    enum class Kind {
        NotSeenBefore, ///< the place was scanned and judged, and nothing was found there
        Larger,
        Smaller,
        AboutAsLarge,
        ThereBefore, ///< but how large one of the two is was not measured
        NotScanned,  ///< the earlier scan does not show the place, or was not judged
    };
    Kind kind = Kind::NotScanned;
    double byMl = 0; ///< of Larger and Smaller
    /// Of ThereBefore: how much was outlined then, at the least; none where nothing was.
    std::optional<double> overMlBefore;
    bool operator==(const FindingChange&) const = default;
};

struct FindingChanges {
    std::vector<FindingChange> each; ///< in the order of the findings
    std::vector<std::size_t> gone;   ///< earlier findings of which nothing is found now
    bool operator==(const FindingChanges&) const = default;
};

/// One scan's findings with where its voxels lie.
struct FindingsOf {
    const Findings& findings;
    const Grid& grid;
    bool isJudged = true; ///< its slices were judged, so that where nothing was found there is an answer
};

/// `toBefore`: from a place in the scan of now to the same place in the earlier one. Findings are the same
/// bleed where their outlines share a twentieth of the smaller one, or where they point within 15 mm of each
/// other. A change of volume is told from a millilitre and a fifth of the larger volume on: what is measured
/// of one bleed in two scans differs by less. Milliseconds.
FindingChanges compareFindings(const FindingsOf& now, const FindingsOf& before,
                               const RigidTransform& toBefore);

} // namespace hemo
