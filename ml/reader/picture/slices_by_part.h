#pragma once

#include "ml/reader/picture/head_cut.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace hemo::ml {

/// Places in a list of slices of which the same part is read: they can be computed at once.
struct SlicesOfPart {
    HeadCut part;
    std::vector<std::size_t> places;
};

/// `cuts`: the part that each slice of the list is read by. In the order in which parts are first met.
inline std::vector<SlicesOfPart> slicesByPart(const std::vector<HeadCut>& cuts) {
    std::vector<SlicesOfPart> groups;
    for (std::size_t place = 0; place < cuts.size(); ++place) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const SlicesOfPart& g) { return g.part == cuts[place]; });
        if (group == groups.end()) group = groups.insert(group, {cuts[place], {}});
        group->places.push_back(place);
    }
    return groups;
}

} // namespace hemo::ml
