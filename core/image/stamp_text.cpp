#include "core/image/stamp_text.h"

#include <array>
#include <cstdint>

namespace hemo {
namespace {

constexpr int kColumns = 5, kRows = 7, kAdvance = kColumns + 1;
constexpr Rgba kLight{0xD5, 0xDC, 0xE4}, kDark{0, 0, 0};

/// Five dots a row, the leftmost in the highest bit.
struct Glyph {
    char letter;
    std::array<std::uint8_t, kRows> rows;
};

constexpr std::array kGlyphs{
    Glyph{'A', {0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001}},
    Glyph{'D', {0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110}},
    Glyph{'E', {0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111}},
    Glyph{'I', {0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110}},
    Glyph{'K', {0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001}},
    Glyph{'L', {0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111}},
    Glyph{'M', {0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001}},
    Glyph{'N', {0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001, 0b10001}},
    Glyph{'O', {0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110}},
    Glyph{'P', {0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000}},
    Glyph{'R', {0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001}},
    Glyph{'S', {0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110}},
    Glyph{'T', {0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100}},
    Glyph{'U', {0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110}},
    Glyph{'W', {0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001}},
};

bool hasDot(std::string_view text, int column, int row) {
    if (column < 0 || row < 0 || row >= kRows || column % kAdvance >= kColumns) return false;
    const auto place = static_cast<std::size_t>(column / kAdvance);
    if (place >= text.size()) return false;
    for (const Glyph& glyph : kGlyphs)
        if (glyph.letter == text[place])
            return glyph.rows[static_cast<std::size_t>(row)] >> (kColumns - 1 - column % kAdvance) & 1;
    return false;
}

bool hasDotBeside(std::string_view text, int column, int row) {
    for (int down = -1; down <= 1; ++down)
        for (int right = -1; right <= 1; ++right)
            if (hasDot(text, column + right, row + down)) return true;
    return false;
}

} // namespace

StampSize stampSize(std::string_view text, int scale) {
    return {static_cast<int>(text.size()) * kAdvance * scale, kRows * scale};
}

void stampText(RgbaImage& picture, std::string_view text, int x, int y, int scale) {
    const StampSize size = stampSize(text, scale);
    for (int dy = -scale; dy < size.height + scale; ++dy)
        for (int dx = -scale; dx < size.width + scale; ++dx) {
            if (x + dx < 0 || y + dy < 0 || x + dx >= picture.width || y + dy >= picture.height) continue;
            // Left of the first column division would round towards it.
            const int column = (dx + scale) / scale - 1, row = (dy + scale) / scale - 1;
            if (hasDot(text, column, row))
                picture.at(x + dx, y + dy) = kLight;
            else if (hasDotBeside(text, column, row))
                picture.at(x + dx, y + dy) = kDark;
        }
}

} // namespace hemo
