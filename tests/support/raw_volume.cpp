#include "tests/support/raw_volume.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <zlib.h>

namespace hemo::testing {
namespace {

/// Little-endian machines only, as all that this project is built for.
template <class Number> void put(std::string& bytes, std::size_t at, Number value, RawNifti::Order order) {
    char raw[sizeof(Number)];
    std::memcpy(raw, &value, sizeof(Number));
    if (order == RawNifti::Order::Big) std::reverse(std::begin(raw), std::end(raw));
    bytes.replace(at, sizeof(Number), raw, sizeof(Number));
}

} // namespace

std::string RawNifti::header() const {
    std::string h(348, '\0');
    put<std::int32_t>(h, 0, 348, order);
    for (std::size_t d = 0; d < 8; ++d) {
        put(h, 40 + 2 * d, static_cast<std::int16_t>(dim[d]), order);
        put(h, 76 + 4 * d, pixdim[d], order);
    }
    put(h, 70, static_cast<std::int16_t>(datatype), order);
    put(h, 72, static_cast<std::int16_t>(bitpix), order);
    put(h, 108, voxelOffset, order);
    put(h, 112, slope, order);
    put(h, 116, intercept, order);
    h[123] = static_cast<char>(units);
    put(h, 252, static_cast<std::int16_t>(qformCode), order);
    put(h, 254, static_cast<std::int16_t>(sformCode), order);
    for (std::size_t n = 0; n < quaternion.size(); ++n)
        put(h, 256 + 4 * n, quaternion[n], order);
    for (std::size_t n = 0; n < rows.size(); ++n)
        put(h, 280 + 4 * n, rows[n], order);
    h.replace(344, magic.size(), magic);
    return h;
}

std::string RawNifti::bytes() const {
    std::string all = header();
    all.resize(std::max(all.size(), static_cast<std::size_t>(std::max(voxelOffset, 0.f))), '\0');
    return all + voxels;
}

std::vector<std::int16_t> countedVoxels(std::size_t count) {
    std::vector<std::int16_t> voxels(count);
    std::iota(voxels.begin(), voxels.end(), std::int16_t{-1000});
    return voxels;
}

std::string rawBytes(const std::vector<std::int16_t>& voxels, RawNifti::Order order) {
    std::string bytes(voxels.size() * 2, '\0');
    for (std::size_t n = 0; n < voxels.size(); ++n)
        put(bytes, 2 * n, voxels[n], order);
    return bytes;
}

std::string rawNrrd(const std::vector<std::string>& lines, const std::string& voxels) {
    std::string all = "NRRD0004\n";
    for (const std::string& line : lines)
        all += line + "\n";
    return all + "\n" + voxels;
}

MetaFields metaFields() {
    return {{"ObjectType", "Image"},
            {"NDims", "3"},
            {"BinaryData", "True"},
            {"BinaryDataByteOrderMSB", "False"},
            {"CompressedData", "False"},
            {"TransformMatrix", "1 0 0 0 1 0 0 0 1"},
            {"Offset", "1 2 3"},
            {"CenterOfRotation", "0 0 0"},
            {"AnatomicalOrientation", "RAI"},
            {"ElementSpacing", "2 3 4"},
            {"DimSize", "5 4 3"},
            {"ElementType", "MET_SHORT"},
            {"ElementDataFile", "LOCAL"}};
}

MetaFields withField(MetaFields fields, const std::string& name, const std::string& value) {
    for (auto& field : fields)
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    fields.insert(fields.end() - 1, {name, value});
    return fields;
}

std::string rawMetaImage(const MetaFields& fields, const std::string& voxels) {
    std::string all;
    for (const auto& [name, value] : fields)
        all += name + " = " + value + "\n";
    return all + voxels;
}

namespace {

std::string packedWith(int windowBits, const std::string& bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib does not start");
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int status = deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw std::runtime_error("zlib does not pack");
    return packed;
}

constexpr int kLargestWindow = 15, kGzip = 16; // added: zlib's way to ask for gzip

} // namespace

std::string gzipped(const std::string& bytes) {
    return packedWith(kLargestWindow + kGzip, bytes);
}

std::string zlibPacked(const std::string& bytes) {
    return packedWith(kLargestWindow, bytes);
}

} // namespace hemo::testing
