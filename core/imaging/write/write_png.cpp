#include "core/imaging/write/write_png.h"

#include <cstdint>
#include <png.h>
#include <vector>

namespace hemo::imaging {

Result<void> writePng(const RgbaImage& image, const std::filesystem::path& file) {
    if (image.width <= 0 || image.height <= 0) return fail(ErrorCode::WriteFailed, say("write.no_picture"));
    std::vector<std::uint8_t> bytes;
    bytes.reserve(image.pixels.size() * 3);
    for (const Rgba& pixel : image.pixels)
        bytes.insert(bytes.end(), {pixel.r, pixel.g, pixel.b});

    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_RGB;
    if (!png_image_write_to_file(&png, file.c_str(), 0, bytes.data(), 0, nullptr))
        return fail(ErrorCode::WriteFailed, say("write.picture"), png.message);
    return {};
}

} // namespace hemo::imaging
