#pragma once

#include "core/imaging/header/tags.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hemo::testing {

/// A DICOM file put together element by element, right or wrong, by code that shares nothing with the
/// program's reader and writer: what the reader is tested against.
class RawDicom {
public:
    enum class Form { Explicit, Implicit, BigEndian };
    /// How a sequence and its items say where they end (PS3.5 7.5.2).
    enum class Ends { ByLength, ByDelimiter };
    using Tag = imaging::Tag;

    /// A proper CT slice, 4 columns x 3 rows, signed, HU = stored - 24, at (x, y, z) = (-10, -20, zMm).
    static RawDicom ctSlice(double zMm, int instanceNumber);

    RawDicom& text(Tag tag, const std::string& vr, const std::string& value);
    RawDicom& word(Tag tag, const std::string& vr, std::uint16_t value);
    RawDicom& pixels(const std::vector<std::uint16_t>& values);
    RawDicom& bytePixels(const std::vector<std::uint8_t>& values);
    RawDicom& doubles(Tag tag, const std::vector<double>& values);          ///< FD
    RawDicom& longWords(Tag tag, const std::vector<std::uint32_t>& values); ///< UL
    RawDicom& veryLong(Tag tag, const std::vector<std::uint64_t>& values);  ///< OV
    /// A `vr` of "UN" writes the inside in implicit little endian, as PS3.5 6.2.2 wants it.
    RawDicom& sequence(Tag tag, const std::vector<RawDicom>& items, Ends ends = Ends::ByLength,
                       const std::string& vr = "SQ");
    /// Pixels as fragments of a compressed stream, after the bytes of a Basic Offset Table (PS3.5 A.4).
    RawDicom& fragments(const std::string& transferSyntax, const std::vector<std::string>& fragments,
                        const std::vector<std::uint32_t>& offsetTable = {});
    /// These bytes where the element would stand, whatever they are: delimiters, a VR of nobody.
    RawDicom& verbatim(Tag tag, const std::string& bytes);
    RawDicom& remove(Tag tag);
    /// A length that is not the value's.
    RawDicom& lieAboutLength(Tag tag, std::uint32_t length);

    RawDicom& form(Form form);
    /// Written into the meta header, whatever the form is.
    RawDicom& transferSyntax(const std::string& uid);
    RawDicom& withoutPreamble();

    void write(const std::filesystem::path& file) const;

private:
    struct Element {
        std::string vr, bytes;
        std::vector<std::uint64_t> numbers; // instead of bytes: swapped where the file is big endian
        int numberSize = 2;
        std::vector<RawDicom> items; // of a sequence
        Ends ends = Ends::ByLength;
        std::uint32_t claimedLength = 0;
        bool isLie = false;
        bool isVerbatim = false;
    };
    RawDicom& numbers(Tag tag, const std::string& vr, int size, std::vector<std::uint64_t> values);
    std::string encoded(Tag tag, const Element& element, Form form) const;
    std::string encodedSet(Form form) const;
    static std::string encodedItems(const Element& element, Form form);

    std::map<Tag, Element> m_elements;
    Form m_form = Form::Explicit;
    bool m_hasPreamble = true;
    std::string m_transferSyntax; // where it is not the form's
};

/// The parts that files are made of, in little endian: a number, an item's or a delimiter's head, an element
/// in which every VR has a length of 32 bits.
std::string littleEndian(std::uint64_t value, int bytes);
std::string delimited(imaging::Tag tag, const std::string& value = {});
std::string longElement(imaging::Tag tag, const std::string& vr, const std::string& value);

} // namespace hemo::testing
