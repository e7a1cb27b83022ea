#include "core/imaging/read/dicom_header.h"

#include "core/imaging/read/header_walk.h"

namespace hemo::imaging {

Result<DicomHeader> DicomHeader::read(ByteWindow& file) {
    return HeaderWalk(file).run();
}

} // namespace hemo::imaging
