#include "core/imaging/volume_files/to_hu.h"

#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace hemo::imaging {
namespace {

constexpr double kLowestHu = kOutsideHu + 1; // kOutsideHu itself is taken
constexpr double kHighestHu = std::numeric_limits<std::int16_t>::max();

} // namespace

HuConverter::HuConverter(const VolumeHeader& header)
    : m_type(header.type), m_slope(header.slope), m_intercept(header.intercept) {}

std::int16_t HuConverter::toHu(double value) {
    if (std::isnan(value)) {
        m_range.hasNothing = true;
        return kOutsideHu;
    }
    const double inside = std::clamp(value, kLowestHu, kHighestHu);
    m_range.hu.hasClamped |= std::abs(value - inside) >= 0.5;
    const auto hu = static_cast<int>(std::lround(inside));
    m_range.hu.lowest = std::min(m_range.hu.lowest, hu);
    m_range.hu.highest = std::max(m_range.hu.highest, hu);
    return static_cast<std::int16_t>(hu);
}

template <class Stored> void HuConverter::convertEach(const std::byte* from, std::span<std::int16_t> to) {
    for (std::size_t n = 0; n < to.size(); ++n) {
        Stored stored;
        std::memcpy(&stored, from + n * sizeof(Stored), sizeof(Stored));
        to[n] = toHu(m_slope * static_cast<double>(stored) + m_intercept);
    }
}

void HuConverter::convert(std::span<const std::byte> from, std::span<std::int16_t> to) {
    switch (m_type) {
    case VoxelType::Int8:
        return convertEach<std::int8_t>(from.data(), to);
    case VoxelType::Uint8:
        return convertEach<std::uint8_t>(from.data(), to);
    case VoxelType::Int16:
        return convertEach<std::int16_t>(from.data(), to);
    case VoxelType::Uint16:
        return convertEach<std::uint16_t>(from.data(), to);
    case VoxelType::Int32:
        return convertEach<std::int32_t>(from.data(), to);
    case VoxelType::Uint32:
        return convertEach<std::uint32_t>(from.data(), to);
    case VoxelType::Float32:
        return convertEach<float>(from.data(), to);
    case VoxelType::Float64:
        return convertEach<double>(from.data(), to);
    }
}

} // namespace hemo::imaging
