#include <stdio.h>

#include <gdcmjpeg/12/jpeglib.h>
#include <gdcmjpeg/12/jerror.h>

#define HEMO_JPEG_BITS 12
#include "core/imaging/pixels/decode_jpeg_bits.inc"
