#pragma once

#include "core/imaging/read/tags.h"

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
    using Tag = imaging::Tag;

    /// A proper CT slice, 4 columns x 3 rows, signed, HU = stored - 24, at (x, y, z) = (-10, -20, zMm).
    static RawDicom ctSlice(double zMm, int instanceNumber);

    RawDicom& text(Tag tag, const std::string& vr, const std::string& value);
    RawDicom& word(Tag tag, const std::string& vr, std::uint16_t value);
    RawDicom& pixels(const std::vector<std::uint16_t>& values);
    RawDicom& bytePixels(const std::vector<std::uint8_t>& values);
    RawDicom& remove(Tag tag);
    /// A length that is not the value's.
    RawDicom& lieAboutLength(Tag tag, std::uint32_t length);

    RawDicom& form(Form form);
    RawDicom& withoutPreamble();

    void write(const std::filesystem::path& file) const;

private:
    struct Element {
        std::string vr, bytes;
        std::vector<std::uint16_t> words; // instead of bytes: swapped where the file is big endian
        std::uint32_t claimedLength = 0;
        bool isLie = false;
    };
    std::string encoded(Tag tag, const Element& element, Form form) const;

    std::map<Tag, Element> m_elements;
    Form m_form = Form::Explicit;
    bool m_hasPreamble = true;
};

} // namespace hemo::testing
