#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace hemo {

struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};
static_assert(sizeof(Rgba) == 4, "pictures are handed to toolkits as packed bytes");

/// A finished picture: rows from the top, four bytes a pixel (red, green, blue, alpha not premultiplied).
struct RgbaImage {
    int width = 0, height = 0;
    std::vector<Rgba> pixels;

    RgbaImage() = default;
    RgbaImage(int w, int h, Rgba fill = {}) : width(w), height(h), pixels(std::size_t(w) * h, fill) {}
    Rgba& at(int x, int y) { return pixels[std::size_t(y) * width + x]; }
    const Rgba& at(int x, int y) const { return pixels[std::size_t(y) * width + x]; }
    bool operator==(const RgbaImage&) const = default;
};

using RgbaImagePtr = std::shared_ptr<const RgbaImage>;

} // namespace hemo
