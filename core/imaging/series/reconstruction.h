#pragma once

#include "core/study/series_info.h"

#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

/// What a file says of how an image was made.
struct Reconstruction {
    bool isDerived = false; ///< computed from other images (value 1, PS3.3 C.7.6.1.1.2)
    /// Values that mean other pixels than those of a plain scan, in order of the alphabet; none for a plain
    /// one. Values that mean nothing to a reader (software versions, "ADD") are left out.
    std::vector<std::string> specials;
    std::vector<MessageId> described; ///< what else says so, as people call it: "monoenergetic"
    std::string label; ///< the description that says so: of two energies in one series neither is the other
    std::string kind;  ///< value 3: "AXIAL", "LOCALIZER", "REFORMATTED"; in capitals
    bool operator==(const Reconstruction&) const = default;
};

/// By ImageType, description, derivation and kernel together.
Reconstruction reconstructionOf(const SeriesInfo& series);

/// `imageType`: the attribute's values joined by backslashes. What is left out counts as ORIGINAL.
Reconstruction reconstructionOf(std::string_view imageType);

/// The special values in words for people: "bone removed", "monoenergetic"; empty for a plain one.
Message specialWords(const Reconstruction& reconstruction);

} // namespace hemo::imaging
