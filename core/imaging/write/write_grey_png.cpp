#include "core/imaging/write/write_grey_png.h"

#include <bit>
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <png.h>
#include <vector>

namespace hemo::imaging {
namespace {

/// libpng's short interface takes 16 bits for linear colour and changes them; this one writes what it is
/// given.
bool writeRows(std::FILE* file, const std::vector<png_const_bytep>& rows, int columns, int bits) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) { // where libpng lands after an error
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, file);
    png_set_IHDR(png, info, static_cast<png_uint_32>(columns), static_cast<png_uint_32>(rows.size()), bits,
                 PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1); // of a scan's noise a higher one saves little and takes long
    png_set_filter(png, 0, PNG_FILTER_SUB);
    png_write_info(png, info);
    if (bits == 16 && std::endian::native == std::endian::little) png_set_swap(png);
    for (const png_const_bytep row : rows)
        png_write_row(png, row);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

template <class Value>
Result<void> write(std::span<const Value> values, int columns, const std::filesystem::path& file) {
    if (columns <= 0 || values.empty()) return fail(ErrorCode::WriteFailed, say("write.no_picture"));
    std::vector<png_const_bytep> rows;
    for (std::size_t at = 0; at + static_cast<std::size_t>(columns) <= values.size();
         at += static_cast<std::size_t>(columns))
        rows.push_back(reinterpret_cast<png_const_bytep>(values.data() + at));
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "wb"), std::fclose);
    const bool isWritten = out && writeRows(out.get(), rows, columns, 8 * sizeof(Value));
    if (!isWritten || std::fflush(out.get()) != 0) return fail(ErrorCode::WriteFailed, say("write.picture"));
    return {};
}

} // namespace

Result<void> writeGreyPng(std::span<const std::uint16_t> values, int columns,
                          const std::filesystem::path& file) {
    return write(values, columns, file);
}

Result<void> writeGreyPng(std::span<const std::uint8_t> values, int columns,
                          const std::filesystem::path& file) {
    return write(values, columns, file);
}

} // namespace hemo::imaging
