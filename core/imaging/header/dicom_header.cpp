#include "core/imaging/header/dicom_header.h"

#include "core/imaging/header/header_walk.h"

namespace hemo::imaging {

Result<DicomHeader> DicomHeader::read(ByteWindow& file) {
    return HeaderWalk(file).run();
}

} // namespace hemo::imaging
