#pragma once

#include "core/geometry/patient_space.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hemo {

/// Where the voxels of a stack of slices lie in patient space. All slices share their size, orientation and
/// pixel spacing (DICOM PS3.3 C.7.6.2); each has a position of its own, so uneven spacing, gaps and gantry
/// tilt are simply what they are. Slices are in order of position along `normal()`.
/// A ProbabilityMap has one too: the same slices with larger pixels.
class Grid {
public:
    Grid() = default;
    /// `rowDirection`: unit vector of growing column index i (first half of ImageOrientationPatient);
    /// `columnDirection`: of growing row index j. `columnSpacingMm`: between columns (PixelSpacing's second
    /// value), `rowSpacingMm`: between rows (its first). `slicePositions[k]`: centre of voxel (0, 0, k).
    Grid(int columns, int rows, Vec3 rowDirection, Vec3 columnDirection, double columnSpacingMm,
         double rowSpacingMm, std::vector<PatientPoint> slicePositions);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int slices() const { return static_cast<int>(m_positions.size()); }
    std::size_t voxelsPerSlice() const { return static_cast<std::size_t>(m_columns) * m_rows; }
    std::size_t voxelCount() const { return voxelsPerSlice() * m_positions.size(); }
    bool empty() const { return voxelCount() == 0; }
    /// The voxel that is the n-th of slice k, counted row by row.
    VoxelIndex voxelOfSlice(std::size_t n, int k) const {
        const std::size_t j = n / static_cast<std::size_t>(m_columns);
        return {static_cast<double>(n - j * m_columns), static_cast<double>(j), static_cast<double>(k)};
    }

    Vec3 rowDirection() const { return m_rowDirection; }
    Vec3 columnDirection() const { return m_columnDirection; }
    /// Unit vector across the slices: rowDirection x columnDirection. Slices are sorted along it.
    Vec3 normal() const { return m_normal; }
    double columnSpacingMm() const { return m_columnSpacingMm; }
    double rowSpacingMm() const { return m_rowSpacingMm; }
    const std::vector<PatientPoint>& slicePositions() const { return m_positions; }
    /// Signed distance of slice k from slice 0 along the normal, mm.
    double sliceOffsetMm(int k) const { return m_offsets[static_cast<std::size_t>(k)]; }

    /// Between slices the position is interpolated; outside it continues the outermost step.
    PatientPoint toPatient(VoxelIndex v) const;
    /// The inverse of `toPatient`. A single slice has no extent: k is then the distance in mm.
    VoxelIndex toVoxel(PatientPoint p) const;
    /// True within half a voxel of the outermost voxel centres.
    bool contains(PatientPoint p) const;
    /// The slice whose plane is nearest to p.
    int nearestSlice(PatientPoint p) const;
    PatientPoint centre() const;

    /// Median distance between neighbouring slices along the normal, mm; 0 for a single slice.
    double typicalSpacingMm() const;
    /// How far the line through the slice positions leans away from the normal, degrees, positive where the
    /// slices shift along +columnDirection. 0 for an untilted stack; gantry tilt shows as this shear.
    double tiltDegrees() const;
    /// True where every slice lies within 1 % of the typical spacing of an even, unsheared (0.05 degrees)
    /// stack.
    bool isRegular() const;

    bool operator==(const Grid&) const = default;

private:
    int m_columns = 0, m_rows = 0;
    Vec3 m_rowDirection{1, 0, 0}, m_columnDirection{0, 1, 0}, m_normal{0, 0, 1};
    double m_columnSpacingMm = 1, m_rowSpacingMm = 1;
    std::vector<PatientPoint> m_positions;
    std::vector<double> m_offsets; // along the normal, from slice 0
};

/// A break in a stack: between slices `after` and `after + 1` lies more than 1.5 times what the neighbours
/// do.
struct Gap {
    int after = 0;
    double expectedMm = 0, foundMm = 0;
    bool operator==(const Gap&) const = default;
};

/// Compares each step with the median of the steps around it, so that a scan planned with two slice
/// thicknesses has no gap where the thickness changes.
std::vector<Gap> findGaps(const Grid& grid);

/// True between the slices of a gap, further from both than half the typical spacing: nothing was scanned
/// there.
bool liesInGap(const Grid& grid, PatientPoint p);

} // namespace hemo
