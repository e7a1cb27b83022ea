#pragma once

#include "core/imaging/header/byte_source.h"

namespace hemo::imaging {

/// False where an archive's directory claims more entries than it has room for, lies outside of the archive,
/// is absurdly large, or is missing: libzip would allocate what is claimed before it finds out.
bool hasPlausibleDirectory(ByteSource& archive);

} // namespace hemo::imaging
