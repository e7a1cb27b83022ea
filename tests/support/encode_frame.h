#pragma once

#include "tests/support/raw_dicom.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace hemo::testing {

/// A grey picture before it is compressed; values of 8 bits or of 16.
struct PlainFrame {
    int columns = 0, rows = 0, bitsAllocated = 16, bitsStored = 16;
    std::vector<std::uint16_t> values;
    bool isSigned = false;
};

/// The kinds of compression that the program reads, by transfer syntax.
namespace coding {
inline constexpr char kRle[] = "1.2.840.10008.1.2.5";
inline constexpr char kJpegBaseline[] = "1.2.840.10008.1.2.4.50"; ///< lossy, 8 bits
inline constexpr char kJpegExtended[] = "1.2.840.10008.1.2.4.51"; ///< lossy, 12 bits
inline constexpr char kJpegLossless[] = "1.2.840.10008.1.2.4.70";
inline constexpr char kJpegLosslessAny[] = "1.2.840.10008.1.2.4.57"; ///< of any predictor
inline constexpr char kJpegLs[] = "1.2.840.10008.1.2.4.80";
inline constexpr char kJpegLsNear[] = "1.2.840.10008.1.2.4.81"; ///< each value off by 2 at most
inline constexpr char kJpeg2000[] = "1.2.840.10008.1.2.4.90";   ///< lossless
inline constexpr char kJpeg2000Lossy[] = "1.2.840.10008.1.2.4.91";
inline constexpr std::array<const char*, 6> kAll{kRle,          kJpegBaseline, kJpegExtended,
                                                 kJpegLossless, kJpegLs,       kJpeg2000};
} // namespace coding

/// The stream of one frame, by GDCM's encoders. Throws std::runtime_error where they cannot.
std::string encodeFrame(const std::string& transferSyntax, const PlainFrame& frame);

/// A picture of 24 x 20 with a slope, noise and a flat part, so that every way of coding has work to do.
PlainFrame oddFrame(const std::string& transferSyntax);

/// A CT slice at `zMm` that holds oddFrame compressed; unsigned, HU = stored - 1024.
RawDicom compressedSlice(const std::string& transferSyntax, double zMm, int instanceNumber);

} // namespace hemo::testing
