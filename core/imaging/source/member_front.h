#pragma once

#include "core/imaging/source/zip_handle.h"

namespace hemo::imaging {

/// A member read from its front, inflated only as far as the furthest byte that was asked for, its checksum
/// not compared: for headers. It ends after 32 MiB where it is deflated.
std::unique_ptr<ByteSource> frontOf(std::unique_ptr<PackedBytes> packed, const ZipEntry& entry);

} // namespace hemo::imaging
