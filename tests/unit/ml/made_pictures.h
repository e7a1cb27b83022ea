#pragma once

#include <filesystem>

namespace hemo::test {

inline constexpr int kMadePictureSize = 64;

/// A folder like one of the public data sets: ten patients of six slices, every second one with three slices
/// of a bleed, drawn as a bright spot in a round head.
void writeMadeSource(const std::filesystem::path& folder, bool hasSubtypes);

/// Both public sets, made so, as folders below `folder`.
void writeMadeSets(const std::filesystem::path& folder);

/// A head as a file's window shows it: air, a skull, brain of 35 HU and, where it bleeds, 60 HU.
void writeMadeHead(const std::filesystem::path& file, bool hasBleed, double lowHu, double highHu);

/// A folder like RSNA's: 40 slices, every second one with a bleed, in four kinds of windows; of the first 20
/// nobody knows the patient, the others are two of each patient.
void writeMadeSingles(const std::filesystem::path& folder);

} // namespace hemo::test
