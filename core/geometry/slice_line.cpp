#include "core/geometry/slice_line.h"

#include <array>
#include <charconv>

namespace hemo {

double alongMm(ViewAxis axis, PatientPoint p) {
    switch (axis) {
    case ViewAxis::Axial:
        return p.z;
    case ViewAxis::Coronal:
        return p.y;
    case ViewAxis::Sagittal:
        return p.x;
    }
    return 0;
}

SliceLine::SliceLine(const Grid& grid) : m_grid(grid), m_axis(nativeAxis(grid)) {
    const Vec3 line = normalized(grid.slicePositions().back() - grid.slicePositions().front());
    // Slices that lie beside each other more than above each other are no gantry's: told along the normal.
    constexpr double kLeastUpward = 0.5;
    const double upward = dot(line, grid.normal());
    if (upward > kLeastUpward) m_stretch = 1 / upward;
}

double SliceLine::positionMm(int k) const {
    return alongMm(m_axis,
                   m_grid.toPatient({(m_grid.columns() - 1) / 2.0, (m_grid.rows() - 1) / 2.0, double(k)}));
}

char sideLetter(ViewAxis axis, double mm) {
    switch (axis) {
    case ViewAxis::Axial:
        return mm >= 0 ? 'S' : 'I';
    case ViewAxis::Coronal:
        return mm >= 0 ? 'P' : 'A';
    case ViewAxis::Sagittal:
        return mm >= 0 ? 'L' : 'R';
    }
    return '?';
}

std::string positionText(ViewAxis axis, double mm) {
    const double tenths = std::round(mm * 10) / 10;
    std::array<char, 32> text; // std::to_chars knows no locale
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), std::abs(tenths), std::chars_format::fixed, 1);
    return std::string(1, sideLetter(axis, tenths)) + " " + std::string(text.data(), end.ptr);
}

} // namespace hemo
