#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/geometry/patient_space.h"
#include "core/result.h"
#include "core/study/sides.h"

#include <array>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace hemo {
class CsvRow;
}

namespace hemo::ml {

/// Where a slice lies in the patient, in DICOM's terms (PS3.3 C.7.6.2), for slices that are not yet brought
/// to the network's picture.
struct SlicePlace {
    PatientPoint position;                        ///< of the first pixel: "image_position"
    Vec3 row{1, 0, 0}, column{0, 1, 0};           ///< of growing column and row index: "image_orientation"
    double rowSpacingMm = 1, columnSpacingMm = 1; ///< "pixel_spacing", in this order
    Lengths lengths = Lengths::Known;             ///< "lengths_known" 0: nobody named a spacing
};

/// One slice of a manifest: where its picture lies and what is known about it.
struct ManifestSlice {
    int row = 0; ///< of the file, counted from 1: errors name it, and never a file or a patient
    std::filesystem::path file, mask; ///< mask: 255 = blood; empty where nobody drew it
    double position = 0;           ///< the cell "slice": slices are sorted by it, from the feet to the head
    double lowHu = 0, highHu = 80; ///< what grey 0 and grey 255 stand for
    double windowDoubtHu = 0;      ///< how far the two may be off where they are an estimate, one deviation
    std::array<std::optional<bool>, 6> labels{}; ///< in the order of BleedType; nothing: not known
    bool isNearPositive = false;
    std::optional<SlicePlace> place; ///< none: the picture is the network's already
};

/// One patient: one series, since a patient's series are no independent cases; of several visits one each.
struct ManifestPatient {
    std::string source, id;
    std::string person; ///< whose other visits must lie in the same fold
    std::vector<ManifestSlice> slices;
    bool isWholeScan = true;    ///< false: single slices, from which no verdict on a patient comes
    std::optional<bool> bleeds; ///< what is said of the scan as a whole, where no slice says it
};

/// The labels of a row, in the order of BleedType; a column may be missing.
std::array<std::optional<bool>, 6> labelsIn(CsvRow& row);

/// Reads a manifest: a CSV file with the columns patient, series, slice, file, low_hu, high_hu, any, and,
/// where they are known, the five subtypes, near_positive, mask, source, whole_scan and window_doubt_hu. An
/// empty label is "not known"; a single slice without a patient stands for itself. Slices as a scanner made
/// them have image_position, image_orientation and pixel_spacing, scan_any is what is said of a scan as a
/// whole, visit tells a patient's scans of other days apart. Files are named from the manifest's own folder.
/// Fails: NotFound; Damaged, with the row in `detail` and never a patient's id.
Result<std::vector<ManifestPatient>> loadManifest(const std::filesystem::path& file);
Result<std::vector<ManifestPatient>> parseManifest(std::istream& in, const std::filesystem::path& folder);

} // namespace hemo::ml
