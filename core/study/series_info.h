#pragma once

#include "core/geometry/grid.h"
#include "core/geometry/picture_plane.h"
#include "core/image/window_level.h"
#include "core/study/image_place.h"
#include "core/words/message.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// Something the user should know about a series; a warning never stops it from opening.
struct LoadWarning {
    enum class Kind {
        Gap,
        UnevenSpacing,
        Tilt,
        Duplicate,
        Unreadable,
        NotCt,
        Lossy,
        Geometry,
        Scale,
        Identity, ///< UIDs do not say what belongs together
        Other,
    };
    Kind kind = Kind::Other;
    Message text; ///< one sentence, positions in mm: "Two slices are missing between 45 and 60 mm."
    bool operator==(const LoadWarning&) const = default;
};

/// How a series is stored. Research volumes name no patient, no scanner and no exposure.
enum class SeriesFormat { Dicom, Nifti, Nrrd, MetaImage };

/// What may be done with a series.
enum class SeriesUse {
    Volume, ///< a stack of CT slices that can be read
    Listed, ///< shown in the list with the reason, cannot be opened as a volume (scout, secondary capture)
};

/// One DICOM series (or part of one, where a scout or a second orientation shares the UID), found by a scan.
/// Text is the patient's as it stands in the files; it is shown, never logged.
struct SeriesInfo {
    std::string id; ///< unique within a scan; the Series Instance UID and a part number
    std::string seriesInstanceUid, studyInstanceUid, frameOfReferenceUid;
    std::string modality;    ///< "CT"
    std::string description; ///< SeriesDescription, or a stand-in such as "Series 2"
    int seriesNumber = 0;
    std::string patientName, patientId, patientBirthDate, patientSex, patientAge;
    std::string studyDate, studyTime, studyDescription, institution, manufacturer, kernel, patientPosition;
    std::string contrastAgent; ///< empty where none is named
    std::string derivation;    ///< how it was computed, in the words of the file; empty where nothing is said
    std::string imageType; ///< the values of ImageType, as the file joins them: "ORIGINAL\\PRIMARY\\AXIAL"
    std::string bodyPart;  ///< BodyPartExamined; empty where not named
    std::optional<double> kvp;
    std::optional<double> sliceThicknessMm; ///< as the file names it; positions say where slices lie
    std::optional<int> acquisitionNumber;
    std::optional<ViewAxis> slicePlane; ///< as its slices lie; none where that is not known, or for a scout
    std::optional<double> sliceStepMm;  ///< the usual step as the table moved (SliceLine); none for one slice
    SeriesFormat format = SeriesFormat::Dicom;
    bool areUidsItsOwn =
        true; ///< false: the files' UIDs are others', or another in each; ours stands for them
    bool areDirectionsKnown = true; ///< false: nobody knows which side is left, so no letters are drawn
    bool areLengthsKnown = true;    ///< false: no pixel size is named, so no millimetre is shown
    bool isLossy = false;
    std::optional<double> lossyRatio; ///< LossyImageCompressionRatio; 10 means ten to one
    int columns = 0, rows = 0;
    int imageCount = 0;
    SeriesUse use = SeriesUse::Volume;
    Message whyListed;                     ///< one sentence where use == Listed
    std::optional<WindowLevel> fileWindow; ///< WindowCenter/WindowWidth, the first of several
    std::vector<ImagePlace> images;        ///< in order of position for a volume
    Grid grid;                             ///< where its voxels lie; empty where use == Listed
    std::vector<LoadWarning> warnings;
    bool operator==(const SeriesInfo&) const = default;
};

/// What a folder holds.
struct FolderContents {
    std::vector<SeriesInfo> series; ///< best for reading first
    std::string bestSeriesId;       ///< the one the second reader should read; empty where none can be opened
    Message whyBest;                ///< the reason, in one line
    int filesSeen = 0;
    int filesSkipped = 0;              ///< not DICOM, or no image
    std::vector<LoadWarning> warnings; ///< about files that belong to no series
    bool operator==(const FolderContents&) const = default;
};

} // namespace hemo
