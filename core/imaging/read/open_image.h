#pragma once

#include "core/imaging/read/byte_window.h"
#include "core/study/image_place.h"

namespace hemo::imaging {

/// The bytes of the object that holds an image, as PS3.10 lays them out, wherever they come from.
/// Fails: NotFound, NoPermission, Damaged, Unsupported.
Result<ByteWindow> openImage(const ImagePlace& place);

} // namespace hemo::imaging
