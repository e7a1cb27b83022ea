#include "core/imaging/read/open_image.h"

namespace hemo::imaging {

Result<ByteWindow> openImage(const ImagePlace& place) {
    return ByteWindow::open(place.file);
}

} // namespace hemo::imaging
