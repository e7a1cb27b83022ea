#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

/// What the values of ImageType say of how an image was made.
struct Reconstruction {
    bool isDerived = false; ///< computed from other images (value 1, PS3.3 C.7.6.1.1.2)
    /// Values that mean other pixels than those of a plain scan, in order of the alphabet; none for a plain
    /// one. Values that mean nothing to a reader (software versions, "ADD") are left out.
    std::vector<std::string> specials;
    std::string kind; ///< value 3: "AXIAL", "LOCALIZER", "REFORMATTED"; in capitals
    bool operator==(const Reconstruction&) const = default;
};

/// `imageType`: the attribute's values joined by backslashes. What is left out counts as ORIGINAL.
Reconstruction reconstructionOf(std::string_view imageType);

/// The special values in words for people: "bone removed", "monoenergetic"; empty for a plain one.
std::string specialWords(const Reconstruction& reconstruction);

} // namespace hemo::imaging
