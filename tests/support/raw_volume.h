#pragma once

#include "tests/support/damage.h" // writeBytes

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hemo::testing {

/// A NIfTI-1 file put together field by field, right or wrong, by code that shares nothing with the program's
/// reader. Sizes and spacings differ on purpose: 5 x 4 x 3 voxels of 2 x 3 x 4 mm.
struct RawNifti {
    enum class Order { Little, Big };
    std::array<int, 8> dim{3, 5, 4, 3, 1, 1, 1, 1};
    int datatype = 4, bitpix = 16; ///< int16
    std::array<float, 8> pixdim{1, 2, 3, 4, 1, 1, 1, 1};
    float voxelOffset = 352, slope = 0, intercept = 0;
    int units = 2; ///< millimetres
    int qformCode = 0, sformCode = 1;
    std::array<float, 6> quaternion{0, 0, 0, 0, 0, 0}; ///< b, c, d, offset x, y, z
    std::array<float, 12> rows{2, 0, 0, -11, 0, 3, 0, -7, 0, 0, 4, -5};
    std::string magic = "n+1";
    Order order = Order::Little;
    std::string voxels; ///< bytes as they are to stand in the file

    std::string header() const;
    /// Header, padding up to the voxels, voxels.
    std::string bytes() const;
};

/// -1000, -999, ...: each says where it is, and there is air.
std::vector<std::int16_t> countedVoxels(std::size_t count);
std::string rawBytes(const std::vector<std::int16_t>& voxels,
                     RawNifti::Order order = RawNifti::Order::Little);
template <class Number> std::string rawBytesOf(const std::vector<Number>& voxels) {
    return {reinterpret_cast<const char*>(voxels.data()), voxels.size() * sizeof(Number)};
}

/// A volume file of NRRD: the given lines, an empty one, the voxels.
std::string rawNrrd(const std::vector<std::string>& lines, const std::string& voxels);

/// MetaImage's fields, in order; the last names the voxels. Sizes, spacings and place as RawNifti's.
using MetaFields = std::vector<std::pair<std::string, std::string>>;
MetaFields metaFields();
/// The same with one of another value; a new one stands before the last.
MetaFields withField(MetaFields fields, const std::string& name, const std::string& value);
/// Header, voxels.
std::string rawMetaImage(const MetaFields& fields, const std::string& voxels);

/// As gzip packs it, in one member.
std::string gzipped(const std::string& bytes);
/// As zlib packs it, which is how MetaImage does.
std::string zlibPacked(const std::string& bytes);

} // namespace hemo::testing
