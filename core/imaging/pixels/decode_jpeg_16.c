#include <stdio.h>

#include <gdcmjpeg/16/jpeglib.h>
#include <gdcmjpeg/16/jerror.h>

#define HEMO_JPEG_BITS 16
#include "core/imaging/pixels/decode_jpeg_bits.inc"
