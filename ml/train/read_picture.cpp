#include "ml/train/read_picture.h"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

#include <memory>

namespace hemo::ml {

Result<Plane> readGreyPicture(const std::filesystem::path& file) {
    int width = 0, height = 0, channels = 0;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load(file.c_str(), &width, &height, &channels, 1), stbi_image_free);
    if (!pixels)
        return fail(std::filesystem::exists(file) ? ErrorCode::Damaged : ErrorCode::NotFound,
                    "A training picture cannot be read.",
                    file.filename().string() + ": " + stbi_failure_reason());
    Plane plane(width, height);
    plane.values.assign(pixels.get(), pixels.get() + plane.values.size());
    return plane;
}

} // namespace hemo::ml
