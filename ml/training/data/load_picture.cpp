#include "ml/training/data/load_picture.h"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <memory>

namespace hemo::ml {
namespace {

/// 8 bits come as 16: a grey and itself again, 257 times as much.
using Pixels = std::unique_ptr<stbi_us, void (*)(void*)>;

Plane planeOf(const Pixels& pixels, int width, int height) {
    Plane plane(width, height);
    std::transform(pixels.get(), pixels.get() + plane.values.size(), plane.values.begin(),
                   [](stbi_us grey) { return float(grey) / 257; });
    return plane;
}

/// For stb: `context` is the file so far.
void append(void* context, void* data, int size) {
    const auto* bytes = static_cast<const std::byte*>(data);
    auto& file = *static_cast<std::vector<std::byte>*>(context);
    file.insert(file.end(), bytes, bytes + size);
}

} // namespace

Result<Plane> loadGreyPicture(const std::filesystem::path& file) {
    int width = 0, height = 0, channels = 0;
    const Pixels pixels(stbi_load_16(file.c_str(), &width, &height, &channels, 1), stbi_image_free);
    if (!pixels)
        return fail(std::filesystem::exists(file) ? ErrorCode::Damaged : ErrorCode::NotFound,
                    say("data.picture"), stbi_failure_reason());
    return planeOf(pixels, width, height);
}

Result<Plane> loadNamedPicture(const std::filesystem::path& file, int row) {
    auto plane = loadGreyPicture(file);
    if (!plane) plane.error().detail = "row " + std::to_string(row) + ": " + plane.error().detail;
    return plane;
}

Result<Plane> decodeGreyPicture(std::span<const std::byte> file) {
    int width = 0, height = 0, channels = 0;
    const Pixels pixels(stbi_load_16_from_memory(reinterpret_cast<const stbi_uc*>(file.data()),
                                                 static_cast<int>(file.size()), &width, &height, &channels,
                                                 1),
                        stbi_image_free);
    if (!pixels) return fail(ErrorCode::Damaged, say("data.picture"), stbi_failure_reason());
    return planeOf(pixels, width, height);
}

std::vector<std::byte> encodeJpeg(std::span<const std::uint8_t> grey, int side) {
    constexpr int kQuality = 85; // both sets at 288 px: 55 MB, with masks and labels
    std::vector<std::byte> file;
    stbi_write_jpg_to_func(append, &file, side, side, 1, grey.data(), kQuality);
    return file;
}

std::vector<std::byte> encodePng(std::span<const std::uint8_t> grey, int side) {
    std::vector<std::byte> file;
    stbi_write_png_to_func(append, &file, side, side, 1, grey.data(), side);
    return file;
}

} // namespace hemo::ml
