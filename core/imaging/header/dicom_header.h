#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/imaging/header/element_set.h"
#include "core/result.h"

namespace hemo::imaging {

/// Where a value lies in its file, as the file claims it: it may reach past the file's end.
struct ValuePlace {
    std::uint64_t offset = 0, length = 0;
};

/// Where a file's pixels lie.
struct PixelPlace {
    std::uint64_t offset = 0, length = 0; ///< as claimed, or up to the file's end; see ValuePlace
    bool isEncapsulated = false;          ///< compressed fragments (PS3.5 A.4)
    bool isBare = false;                  ///< one compressed stream with no fragment around it
    bool isBigEndian = false;
    ValuePlace extendedOffsets, extendedLengths; ///< Extended Offset Table (PS3.3 C.7.6.3.1.8); often empty
};

/// The data elements of a DICOM file up to its pixels (PS3.5 7, PS3.10 7). Written by us because Debian's
/// GDCM is built with assertions: a damaged header would end the whole program, and a value's claimed length
/// would be allocated before it is checked. Tolerates what is met in the wild: no preamble, no meta header,
/// an implicit meta header, a transfer syntax that says otherwise than the bytes. Never changes once read.
class DicomHeader : public ElementSet {
public:
    /// Fails: NothingReadable (no DICOM), Damaged, Unsupported (still deflated).
    static Result<DicomHeader> read(ByteWindow& file);

    const std::string& transferSyntax() const { return m_transferSyntax; }
    const std::optional<PixelPlace>& pixels() const { return m_pixels; }

private:
    friend class HeaderWalk;

    std::string m_transferSyntax;
    std::optional<PixelPlace> m_pixels;
    ValuePlace m_extendedOffsets, m_extendedLengths;
};

} // namespace hemo::imaging
