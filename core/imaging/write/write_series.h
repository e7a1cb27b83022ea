#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

#include <filesystem>
#include <string>

namespace hemo::imaging {

/// What a written series says of itself besides its pixels.
struct SeriesTags {
    std::string patientName = "Phantom", patientId = "PHANTOM", patientBirthDate;
    std::string studyDescription = "Head phantom", seriesDescription = "Head phantom 5 mm";
    std::string studyDate = "20260101", studyTime = "120000";
    std::string bodyPart = "HEAD", manufacturer = "Hemoscope phantom";
    std::string modality = "CT";
    std::string imageType = "ORIGINAL\\PRIMARY\\AXIAL";
    std::string derivation;          ///< DerivationDescription; empty: left out
    std::string contrastAgent;       ///< ContrastBolusAgent; empty: left out
    std::string frameOfReferenceUid; ///< empty: derived from the series
    std::string patientPosition =
        "HFS"; ///< said only: positions are the patient's own whichever way they lie
    int seriesNumber = 2;
    double kvp = 120, windowCentre = 40, windowWidth = 80;
    /// How stored values relate to HU: HU = slope * stored + intercept.
    double rescaleSlope = 1, rescaleIntercept = -1024;
    enum class Storage { Signed16, Unsigned16 } storage = Storage::Unsigned16;
    /// kOutsideHu voxels are stored as this and named PixelPaddingValue.
    int paddingValue = 0;
    enum class Photometric { Monochrome1, Monochrome2 } photometric = Photometric::Monochrome2;
};

/// Writes one CT Image Storage file a slice (DICOM PS3.3 A.3, explicit little endian) into `folder`, which is
/// made where missing and must hold no file of the same name: nothing is written over. SeriesInstanceUID is
/// the volume's; StudyInstanceUID and FrameOfReferenceUID are derived from it, so that the same volume gives
/// the same files. Fails: WriteFailed, NoPermission, Cancelled.
Result<std::vector<std::filesystem::path>> writeSeries(const Volume& volume, const SeriesTags& tags,
                                                       const std::filesystem::path& folder,
                                                       const TaskContext& context);

} // namespace hemo::imaging
