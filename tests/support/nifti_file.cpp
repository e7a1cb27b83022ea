#include "tests/support/nifti_file.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

namespace hemo::testing {
namespace {

template <class T> T valueAt(const std::string& bytes, std::size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

} // namespace

std::optional<NiftiFile> NiftiFile::read(const std::filesystem::path& file) {
    constexpr int kHeaderSize = 348;
    constexpr std::int16_t kInt16 = 4, kUint16 = 512;
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.size() < kHeaderSize || valueAt<std::int32_t>(bytes, 0) != kHeaderSize) return std::nullopt;
    const auto type = valueAt<std::int16_t>(bytes, 70);
    if ((type != kInt16 && type != kUint16) || valueAt<std::int16_t>(bytes, 254) <= 0) return std::nullopt;
    NiftiFile nifti;
    std::size_t count = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        nifti.size[axis] = valueAt<std::int16_t>(bytes, 42 + 2 * axis);
        count *= static_cast<std::size_t>(nifti.size[axis]);
        for (std::size_t n = 0; n < 4; ++n)
            nifti.rows[axis][n] = valueAt<float>(bytes, 280 + 16 * axis + 4 * n);
    }
    const auto offset = static_cast<std::size_t>(valueAt<float>(bytes, 108));
    const double slope = valueAt<float>(bytes, 112), intercept = valueAt<float>(bytes, 116);
    if (bytes.size() < offset + 2 * count) return std::nullopt;
    for (std::size_t n = 0; n < count; ++n) {
        const double stored = type == kInt16 ? valueAt<std::int16_t>(bytes, offset + 2 * n)
                                             : valueAt<std::uint16_t>(bytes, offset + 2 * n);
        nifti.values.push_back(slope == 0 ? stored : stored * slope + intercept);
    }
    return nifti;
}

PatientPoint NiftiFile::place(double i, double j, double k) const {
    const auto along = [&](std::size_t r) {
        return rows[r][0] * i + rows[r][1] * j + rows[r][2] * k + rows[r][3];
    };
    return {-along(0), -along(1), along(2)};
}

Vec3 NiftiFile::step(int axis) const {
    const auto a = static_cast<std::size_t>(axis);
    return {-rows[0][a], -rows[1][a], rows[2][a]};
}

VoxelIndex NiftiFile::voxelAt(PatientPoint p) const {
    const Vec3 a = step(0), b = step(1), c = step(2), v = p - place(0, 0, 0);
    const double whole = dot(a, cross(b, c));
    return {dot(v, cross(b, c)) / whole, dot(v, cross(c, a)) / whole, dot(v, cross(a, b)) / whole};
}

double NiftiFile::at(int i, int j, int k) const {
    return values[(static_cast<std::size_t>(k) * static_cast<std::size_t>(size[1]) +
                   static_cast<std::size_t>(j)) *
                      static_cast<std::size_t>(size[0]) +
                  static_cast<std::size_t>(i)];
}

bool NiftiFile::holds(int i, int j, int k) const {
    return i >= 0 && j >= 0 && k >= 0 && i < size[0] && j < size[1] && k < size[2];
}

} // namespace hemo::testing
