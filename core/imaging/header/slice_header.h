#pragma once

#include "core/geometry/patient_space.h"
#include "core/imaging/header/dicom_header.h"
#include "core/study/series_info.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo::imaging {

/// BitsStored and HighBit as a file names them, where both cannot be.
struct SaidBits {
    int stored = 0, highBit = 0;
};

/// How a file's pixels are laid out (PS3.3 C.7.6.3).
struct PixelLayout {
    int columns = 0, rows = 0;
    int samplesPerPixel = 1, bitsAllocated = 0, bitsStored = 0, highBit = 0;
    bool isSigned = false, isPlanar = false, isBigEndian = false;
    std::optional<SaidBits> contradiction; ///< bits that cannot be: those above are a first guess
    std::string photometric;               ///< "MONOCHROME2"
    std::string transferSyntax;
    int frames = 1, frame = 0; ///< as many as the object claims; which of them this is
    PixelPlace place;          ///< of all frames

    std::size_t pixelCount() const { return static_cast<std::size_t>(columns) * rows; }
    std::size_t bytes() const { return pixelCount() * samplesPerPixel * (bitsAllocated / 8); }
    bool isGrey() const { return photometric == "MONOCHROME1" || photometric == "MONOCHROME2"; }
};

/// Unit vectors of growing column and row index (ImageOrientationPatient), at right angles.
struct Orientation {
    Vec3 row, column;
    Vec3 normal() const { return cross(row, column); }
};

struct PixelSpacing {
    double rowMm = 1, columnMm = 1; ///< between rows, between columns: DICOM's order
};

struct Rescale {
    double slope = 1, intercept = 0;
    enum class Missing { Nothing, Slope, Intercept } missing = Missing::Nothing; ///< 1 and 0 are taken
};

/// Stored values that are no measurement: one, or a range (PixelPaddingRangeLimit). As 16 bits in the file.
struct Padding {
    std::uint16_t first = 0, last = 0;
};

/// What an enhanced object says of a frame beside where it lies (PS3.3 C.7.6.16, C.8.15).
struct FrameKind {
    std::string stackId;
    std::optional<int> inStackPosition, temporalPosition;
    std::string acquisitionType;      ///< "SPIRAL"; "CONSTANT_ANGLE" is a scout
    std::string volumetricProperties; ///< "VOLUME", "SAMPLED", "DISTORTED"
    std::string calculation;          ///< "NONE", "MAX_IP", "MPR"
    bool lacksScale = false;          ///< though other frames of the object have one
};

/// What one image says of itself, checked: nothing in it is NaN or absurd.
struct SliceHeader {
    ImagePlace place;
    SeriesInfo about; ///< patient, study and series; no images
    std::string sopClassUid, sopInstanceUid, rescaleType;
    std::vector<std::string> imageType;
    PixelLayout pixels;
    std::optional<FrameKind> enhanced; ///< of a frame of an enhanced CT object
    int missingFrames = 0;             ///< that the object announces and cannot hold
    std::optional<int> instanceNumber, acquisitionNumber;
    std::optional<PatientPoint> position;
    std::optional<Orientation> orientation;
    std::optional<PixelSpacing> spacing;
    std::optional<double> sliceLocationMm, nominalStepMm; ///< the step only where positions are unknown
    std::optional<Rescale> rescale;
    std::optional<Padding> padding;
    std::string otherQuantity; ///< what the values are, where that is no HU: "Cerebral Blood Flow (ml/min)"
    Message whyNotDecodable;   ///< one sentence where nobody can read its compression
    bool hasModalityLut = false, isLossy = false;
    bool sharesUid = false;          ///< another file has the same UID and another picture
    bool hasDamagedGeometry = false; ///< a position, orientation or spacing is there but cannot be true
};

/// What an object says of each of its frames, in order; one for a plain image, and for a multi-frame object
/// of which nobody says where its frames lie. `place.frame` is left aside. Reads up to the pixels. Fails:
/// NothingReadable (no DICOM, or no image), Damaged, Unsupported.
Result<std::vector<SliceHeader>> parseSliceHeaders(const ImagePlace& place, ByteWindow& bytes);

} // namespace hemo::imaging
