#pragma once

#include "core/image/rgba_image.h"

#include <QImage>

namespace hemo::ui {

/// The same opaque picture in the format that Qt paints fastest.
inline QImage toImage(const RgbaImage& picture) {
    if (picture.pixels.empty()) return {};
    const QImage view(reinterpret_cast<const uchar*>(picture.pixels.data()), picture.width, picture.height,
                      qsizetype{picture.width} * qsizetype(sizeof(Rgba)), QImage::Format_RGBX8888);
    return view.convertToFormat(QImage::Format_RGB32);
}

/// The same of a picture that has greys alone, without a copy: they are the same bytes in either order. The
/// picture must outlive the image.
inline QImage greyImage(const RgbaImage& picture) {
    if (picture.pixels.empty()) return {};
    return {reinterpret_cast<const uchar*>(picture.pixels.data()), picture.width, picture.height,
            qsizetype{picture.width} * qsizetype(sizeof(Rgba)), QImage::Format_RGB32};
}

} // namespace hemo::ui
