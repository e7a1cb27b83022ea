#pragma once

#include "core/imaging/header/dicom_header.h"
#include "core/imaging/header/element_walk.h"

namespace hemo::imaging {

/// One walk over a file from its beginning to its pixels; DicomHeader::read makes and forgets it. Finds out
/// where the elements begin and how they are written, and leaves the elements to ElementWalk.
class HeaderWalk {
public:
    explicit HeaderWalk(ByteWindow& file) : m_file(file), m_walk(file) {}
    Result<DicomHeader> run();

private:
    enum class Step { Go, Stop, Damaged };

    bool findStart();
    bool readMeta();
    bool chooseCoding();
    bool isStillDeflated();
    bool readElements();
    Step readElement();
    void notePixels(const ElementHead& head);
    PixelPlace placeOf(const ElementHead& head);
    bool holdsFragments(const ElementHead& head);
    bool isPaddingFrom(std::uint64_t at);

    ByteWindow& m_file;
    ElementWalk m_walk;
    DicomHeader m_header;
    std::uint64_t m_at = 0;
    Coding m_coding;
};

} // namespace hemo::imaging
