#include "core/imaging/pixels/decode_jpeg.h"

#include "core/imaging/header/stream_bytes.h"

extern "C" {
using DecodeJpeg = int(const unsigned char* stream, std::size_t size, unsigned columns, unsigned rows,
                       int samples, int sampleBytes, unsigned char* target);
DecodeJpeg hemo_decode_jpeg_8, hemo_decode_jpeg_12, hemo_decode_jpeg_16;
}

namespace hemo::imaging {

Result<void> decodeJpeg(std::span<const std::byte> stream, const PixelLayout& pixels, int bits,
                        std::span<std::byte> target) {
    DecodeJpeg* decode = bits <= 8    ? hemo_decode_jpeg_8
                         : bits <= 12 ? hemo_decode_jpeg_12
                                      : hemo_decode_jpeg_16;
    const int result = decode(reinterpret_cast<const unsigned char*>(stream.data()), stream.size(),
                              static_cast<unsigned>(pixels.columns), static_cast<unsigned>(pixels.rows),
                              pixels.samplesPerPixel, pixels.bitsAllocated / 8,
                              reinterpret_cast<unsigned char*>(target.data()));
    if (result != 0) return brokenStream("the JPEG library");
    return {};
}

} // namespace hemo::imaging
