#pragma once

#include "core/classify/findings/hot_region.h"
#include "core/image/volume.h"
#include "core/task.h"

#include <cstdint>
#include <vector>

namespace hemo {

struct Skull;

inline constexpr double kLeastBloodMl = 0.3; ///< less of it together is noise or a vessel
inline constexpr double kFollowedMm = 6;     ///< beside a clot blood is followed where it is thinner than one
inline constexpr int kLeastBloodHu = 50, kMostBloodHu = 90;
/// From slice to slice blood goes on where this share of it lies over what was before, or this far aside:
/// along a sloping vault it lies further in each time.
inline constexpr double kLeastGoingOn = 0.3, kSlopeMm = 5;

/// How many slices above and below a voxel are asked for its density: noisy ones, which thin ones are.
int slicesAsked(const Grid& grid);
/// Whether the median of a voxel and its neighbours, `across` slices up and down, is of blood's density.
/// `pixel`: of slice k, row by row.
bool isDense(const Volume& volume, std::size_t pixel, int k, int across);

/// What lies beside a break of the skull: what goes on there, nobody knows. Empty where it is whole.
raster::Mask besideBreaks(const Skull& skull, raster::PixelMm pixel);

/// What is as thick as a clot, not the grey seam along the skull, folds of the dura, vessels. `mask`: blood's
/// density in a slice, away from bone.
raster::Mask withoutThinParts(const raster::Mask& mask, raster::PixelMm pixel);

/// What is known of the voxels of a run of slices on the way to an outline: one byte for all of it, since
/// thin slices are many.
class DenseBlood {
public:
    enum Trait : std::uint8_t {
        Deep = 1,       ///< inside the skull, away from bone
        Dense = 2,      ///< of blood's density, inside the skull
        Thick = 4,      ///< deep, dense, and what no seam or vessel can be
        Hot = 8,        ///< where the heat is
        NearHeat = 16,  ///< or a few millimetres beside it
        NearThick = 32, ///< in the same slice
        Seen = 64,      ///< looked at by the search for pieces
        Kept = 128,     ///< of a piece that is blood
        Core = Deep | Dense,
    };

    /// Looks at every slice of the heat's run and keeps the pieces that reach the heat and are thick there.
    /// Cancelled: unfinished.
    DenseBlood(const Volume& volume, const HotRegion& hot, int boneFrom, const TaskContext& context);

    int firstSlice() const { return m_first; }
    int lastSlice() const { return m_first + static_cast<int>(m_traits.size() / m_pixels) - 1; }
    /// Where slice k has all of a trait.
    raster::Mask maskOf(int k, Trait trait) const;
    /// Whether what is kept of slice k reaches a break of the skull: beyond it nothing is looked for.
    bool endsAtBreak(int k) const;

private:
    bool has(std::size_t v, Trait trait) const { return (m_traits[v] & trait) == trait; }
    bool isFollowed(std::size_t v) const { return has(v, Core) && (has(v, NearHeat) || has(v, NearThick)); }
    void give(std::size_t v, Trait trait) { m_traits[v] = std::uint8_t(m_traits[v] | trait); }
    void give(int k, const raster::Mask& mask, Trait trait);
    std::size_t firstOf(int k) const { return m_pixels * static_cast<std::size_t>(k - m_first); }
    void lookAt(int k, const Volume& volume, const HotRegion& hot, int boneFrom);
    std::vector<std::size_t> pieceFrom(std::size_t seed);
    void keepBlood(const Grid& grid, const TaskContext& context);

    int m_first, m_columns;
    std::size_t m_pixels; ///< of a slice
    std::vector<std::uint8_t> m_traits;
    std::vector<raster::Mask> m_breaks; ///< what lies beside one, a mask a slice; empty where none is
};

} // namespace hemo
