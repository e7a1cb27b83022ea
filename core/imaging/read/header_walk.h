#pragma once

#include "core/imaging/read/dicom_header.h"

namespace hemo::imaging {

/// One walk over a file's elements; DicomHeader::read makes and forgets it. All offsets are checked against
/// the file's size before they are used, and every step moves forward, so it ends on any input.
class HeaderWalk {
public:
    explicit HeaderWalk(ByteWindow& file) : m_file(file) {}
    Result<DicomHeader> run();

private:
    enum class Form { Explicit, Implicit };
    enum class Step { Go, Stop, Damaged };
    struct Head {
        Tag tag;
        std::uint32_t length = 0;
        bool isSequence = false, isUnknown = false; // VR is SQ, UN
        std::uint64_t valueAt = 0;
    };

    bool findStart();
    bool readMeta();
    bool chooseForm();
    bool readElements();
    Step readElement();
    bool skipSequence(std::uint64_t& at, Form form, int depth);
    bool skipItem(std::uint64_t& at, std::uint32_t length, Form form, int depth);
    bool skipValue(const Head& head, std::uint64_t& at, Form form, int depth);
    std::optional<Head> headAt(std::uint64_t at, Form form);
    bool keep(const Head& head);
    bool isPaddingFrom(std::uint64_t at);

    std::uint16_t word(std::span<const std::byte> b, std::size_t at) const;
    std::uint32_t longWord(std::span<const std::byte> b, std::size_t at) const;

    ByteWindow& m_file;
    DicomHeader m_header;
    std::uint64_t m_at = 0;
    Form m_form = Form::Explicit;
    bool m_isBigEndian = false;
};

} // namespace hemo::imaging
