#pragma once

#include "core/anatomy/head_middle.h"
#include "core/image/volume.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hemo {

enum class HeadSide { Left, Right }; ///< the patient's

/// A slice, or thin ones that lie close together taken as one.
struct HeadLayer {
    std::vector<int> slices;
    PatientPoint middle;              ///< in the plane between the head's halves, LPS mm
    double upMm = 0, thicknessMm = 0; ///< from the first slice upwards
};
/// From the bottom to the top, whichever way the slices are in order. Empty where they are not axial.
std::vector<HeadLayer> headLayers(const Volume& volume, const HeadMiddle& middle);

/// Unit vectors along a head as it lies in its slices: left and posterior within them, up across.
struct HeadAxes {
    Vec3 left, posterior, up;
};
/// Turned within the slices by `turnRadians`, from left towards posterior.
HeadAxes headAxes(const Grid& grid, Vec3 left, double turnRadians);

/// What is looked at beside the head's middle, mm: how far out to the side and how far behind the centre.
struct SideArea {
    double fromOutMm = 0, toOutMm = 0, fromBackMm = 0, toBackMm = 0;
};

/// One side of a head, layer by layer in pixels of kStepMm: columns go out from the middle to that side, rows
/// from front to back, so that both sides look alike.
class SideView {
public:
    static constexpr double kStepMm = 0.75; ///< of an ear canal of 7 mm
    /// Beside the pictures, which may cut the head off: no air. Mixed with air it is below kAirHu.
    static constexpr std::int16_t kBesideHu = -2000, kAirHu = -1000;
    static bool isBeside(std::int16_t hu) { return hu < kAirHu; }

    SideView(const Volume& volume, const std::vector<HeadLayer>& layers, HeadAxes axes, HeadSide side,
             SideArea area);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int count() const { return static_cast<int>(m_layers.size()); }
    const HeadLayer& layer(int n) const { return m_layers[static_cast<std::size_t>(n)]; }
    std::int16_t hu(int layer, int row, int column) const { return m_hu[at(layer, row, column)]; }
    std::size_t at(int layer, int row, int column) const {
        return (static_cast<std::size_t>(layer) * m_rows + row) * m_columns + column;
    }
    double outMm(int column) const { return m_area.fromOutMm + column * kStepMm; }
    double backMm(int row) const { return m_area.fromBackMm + row * kStepMm; }
    PatientPoint place(int n, double backMm, double outMm) const; ///< in the n-th layer
    /// Whether nobody knows how something that is seen in these layers goes on: it reaches the end of the
    /// scan.
    bool isCutOff(int firstLayer, int lastLayer) const;

private:
    void sample(const Volume& volume, int n);

    std::vector<HeadLayer> m_layers;
    HeadAxes m_axes;
    SideArea m_area;
    double m_sign; ///< of left
    int m_columns, m_rows;
    std::vector<std::int16_t> m_hu;
};

} // namespace hemo
