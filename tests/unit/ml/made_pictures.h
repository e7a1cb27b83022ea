#pragma once

#include <filesystem>

namespace hemo::test {

inline constexpr int kMadePictureSize = 64;

/// A folder like one of the public data sets: ten patients of six slices, every second one with three slices
/// of a bleed, drawn as a bright spot in a round head.
void writeMadeSource(const std::filesystem::path& folder, bool hasSubtypes);

/// Both public sets, made so, as folders below `folder`.
void writeMadeSets(const std::filesystem::path& folder);

} // namespace hemo::test
