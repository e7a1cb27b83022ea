#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/imaging/source/opened_archives.h"
#include "core/study/image_place.h"

namespace hemo::imaging {

/// The bytes of the object that holds an image, as PS3.10 lays them out, wherever they come from: a file, a
/// member of a ZIP archive (inflated whole, its checksum compared), either of them inflated once more where
/// its data set is deflated. Archives stay open in `archives`, so one is enough for a whole series.
/// Fails: NotFound, NoPermission, Damaged, Unsupported.
Result<ByteWindow> openImage(const ImagePlace& place, OpenedArchives& archives);

/// One image alone.
Result<ByteWindow> openImage(const ImagePlace& place);

/// The same for its header: a member is inflated only as far as it is read, and not checked.
Result<ByteWindow> openHeader(const ImagePlace& place, OpenedArchives& archives);

} // namespace hemo::imaging
