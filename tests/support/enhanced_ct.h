#pragma once

#include "tests/support/raw_dicom.h"

namespace hemo::testing {

/// An Enhanced CT object (PS3.3 A.38) of several frames 5 mm apart, put together element by element. Plain
/// frames are 4 x 3 as RawDicom::ctSlice; with a transfer syntax each is an oddFrame compressed that way.
RawDicom enhancedCt(int frames, const std::string& transferSyntax = {});

} // namespace hemo::testing
