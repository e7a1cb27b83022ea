#pragma once

#include "core/geometry/picture_plane.h"

#include <string>

namespace hemo {

/// Where slices lie and how far apart, as people say it. One definition for warnings, for the position beside
/// a slice and for reports:
///  - A slice lies where its centre lies, told along the patient's axis that the stack is nearest to: "S 88.4
///    mm" for axial slices. It is what the cursor shows in the middle of that slice.
///  - Two slices are as far apart as the table moved from one to the other: measured along the line of
///    slices. Under gantry tilt that is more than along their normal (4.22 against 4.00 mm at 18.5 degrees),
///    but it is the difference of the two positions, and how a scan is planned and read.
/// What is measured along the normal (Grid::sliceOffsetMm, typicalSpacingMm, findGaps) serves arithmetic: the
/// volume of a voxel is pixel area times the distance along the normal.
class SliceLine {
public:
    /// The grid must outlive it and have a slice.
    explicit SliceLine(const Grid& grid);

    /// Along `axis()`, of the centre of slice k.
    double positionMm(int k) const;
    /// From slice k to slice k + 1.
    double stepMm(int k) const { return travelMm(m_grid.sliceOffsetMm(k + 1) - m_grid.sliceOffsetMm(k)); }
    /// How far the table moved for a distance along the normal.
    double travelMm(double alongNormalMm) const { return alongNormalMm * m_stretch; }
    /// The median step; 0 for a single slice.
    double typicalStepMm() const { return travelMm(m_grid.typicalSpacingMm()); }
    /// The axis whose slices these are.
    ViewAxis axis() const { return m_axis; }

private:
    const Grid& m_grid;
    ViewAxis m_axis;
    double m_stretch = 1;
};

/// The coordinate of p along an axis.
double alongMm(ViewAxis axis, PatientPoint p);

/// The letter of a side along an axis: S or I, P or A, L or R.
char sideLetter(ViewAxis axis, double mm);

/// "S 88.4": a position along an axis, with one decimal as everywhere on screen.
std::string positionText(ViewAxis axis, double mm);

} // namespace hemo
