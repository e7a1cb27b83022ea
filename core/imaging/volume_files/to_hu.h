#pragma once

#include "core/imaging/pixels/stored_to_hu.h"
#include "core/imaging/volume_files/volume_header.h"

#include <span>

namespace hemo::imaging {

/// What was met among the voxels.
struct VoxelRange {
    HuRange hu;
    bool hasNothing = false; ///< NaN: no measurement, held as kOutsideHu
};

/// Makes HU of a volume file's stored numbers: scaled, rounded, kept within 16 bits; notes what was met.
class HuConverter {
public:
    explicit HuConverter(const VolumeHeader& header);
    /// `from` holds as many numbers as `to`, in the machine's byte order.
    void convert(std::span<const std::byte> from, std::span<std::int16_t> to);
    const VoxelRange& range() const { return m_range; }

private:
    template <class Stored> void convertEach(const std::byte* from, std::span<std::int16_t> to);
    std::int16_t toHu(double value);

    VoxelType m_type;
    double m_slope, m_intercept;
    VoxelRange m_range;
};

} // namespace hemo::imaging
