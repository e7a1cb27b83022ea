#include <stdio.h>

#include <gdcmjpeg/8/jpeglib.h>
#include <gdcmjpeg/8/jerror.h>

#define HEMO_JPEG_BITS 8
#include "core/imaging/pixels/decode_jpeg_bits.inc"
