#pragma once

#include "core/imaging/read/byte_window.h"
#include "core/imaging/read/tags.h"
#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

/// Where a file's pixels lie.
struct PixelPlace {
    std::uint64_t offset = 0, length = 0; ///< length as the file claims it; it may reach past the file's end
    bool isEncapsulated = false;          ///< compressed fragments (PS3.5 A.4), length unknown
};

/// The data elements of a DICOM file up to its pixels (PS3.5 7, PS3.10 7), top level only; sequences are
/// walked over. Written by us because Debian's GDCM is built with assertions: a damaged header would end the
/// whole program, and a value's claimed length would be allocated before it is checked. Tolerates what is
/// met in the wild: no preamble, no meta header, an implicit meta header, a transfer syntax that says
/// otherwise than the bytes. Never changes once read.
class DicomHeader {
public:
    /// Fails: NotFound, NoPermission, NothingReadable (no DICOM), Damaged, Unsupported (deflated).
    static Result<DicomHeader> read(ByteWindow& file);

    bool has(Tag tag) const { return find(tag) != nullptr; }
    /// As UTF-8 without padding; empty where missing.
    std::string text(Tag tag) const;
    /// The values of a multi-valued text.
    std::vector<std::string> texts(Tag tag) const;
    /// Decimal or integer strings; NaN for a value that is no number, so that the caller sees it.
    std::vector<double> numbers(Tag tag) const;
    std::optional<double> number(Tag tag) const;      ///< the first; none where missing or no finite number
    std::optional<int> integer(Tag tag) const;        ///< of an integer string
    std::optional<std::uint16_t> word(Tag tag) const; ///< the 16 bits of a US or SS value

    const std::string& transferSyntax() const { return m_transferSyntax; }
    bool isBigEndian() const { return m_isBigEndian; }
    const std::optional<PixelPlace>& pixels() const { return m_pixels; }

private:
    friend class HeaderWalk;
    struct Element {
        Tag tag;
        std::string value;
    };
    const std::string* find(Tag tag) const;

    std::vector<Element> m_elements; // in the file's order
    std::string m_transferSyntax;
    std::string m_characterSet;
    bool m_isBigEndian = false;
    std::optional<PixelPlace> m_pixels;
};

} // namespace hemo::imaging
