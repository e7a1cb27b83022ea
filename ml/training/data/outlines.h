#pragma once

#include "core/result.h"
#include "ml/reader/picture/resample_plane.h"
#include "ml/training/data/picture_set.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

/// A slice whose bleed somebody has drawn.
struct OutlinedSlice {
    std::string patient;
    Source source = Source::CtIch;
    std::size_t slice = 0; ///< of the patient's pictures
    Plane inside;          ///< as large as the pictures: 1 inside, 0 outside
    Plane blood;           ///< 1 where there is blood, kDoubtfulBlood where nobody drew what is as dense
    double areaMm2 = 0;
};

/// Reads the masks below `folder` and brings them to `size`: `ct-ich/masks` and `dicom/cases/ct-ich-hu/masks`
/// (slices of the same patients) mark the bleed itself; `phe-sich/masks` mark some of the edema round it,
/// which `bleedBeside` completes. A slice drawn twice is read once. Fails: NotFound, Damaged.
Result<std::vector<OutlinedSlice>> loadOutlines(const std::filesystem::path& folder, int size);

/// Gives the patients' pictures the masks that are drawn below `folder`: the blood alone, for edema is none.
/// A folder without any, and own data, stay as they are. Fails: Damaged.
Result<void> addMasks(std::vector<Patient>& patients, const std::filesystem::path& folder);

/// Drawn edema, 1 inside, and the blood that it lies round: what is over 46 HU, hangs together, begins within
/// 4 mm of the edema and keeps 4 mm from the skull; holes are filled.
Plane bleedBeside(const Plane& edema, const Plane& hu, double pixelMm);

/// A slice or mask of `dicom/cases/ct-ich-hu`, turned upright as the pictures of CT-ICH are. Fails: Damaged.
Result<Plane> loadSideways(const std::filesystem::path& file);

} // namespace hemo::ml
