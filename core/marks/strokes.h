#pragma once

#include "core/marks/mark.h"

namespace hemo {

struct Stroke {
    PatientPoint from, to;
    bool operator==(const Stroke&) const = default;
};

/// The lines that a mark is drawn with, one after the other; an ellipse as many short ones. Also of a mark
/// that is not yet whole.
std::vector<Stroke> strokesOf(const Mark& mark);

/// What a region holds, asked of many places: its rim is laid out once.
class Region {
public:
    explicit Region(const Mark& mark);
    /// Whether the place, projected along the mark's normal, lies inside.
    bool encloses(PatientPoint place) const;
    /// The rim's corners, LPS mm; of an ellipse its box.
    const std::vector<PatientPoint>& corners() const { return m_corners; }

private:
    /// Along the mark's frame, mm.
    struct Flat {
        double right = 0, down = 0;
    };
    Flat flat(PatientPoint place) const;

    Mark::Shape m_shape;
    ViewFrame m_frame;
    std::vector<PatientPoint> m_corners;
    std::vector<Flat> m_rim;
};

/// The four corners of the box around an ellipse or a rectangle, in its order round: the first is the first
/// place, the third the second.
std::vector<PatientPoint> boxOf(const Mark& mark);
/// Of a MidlineShift: where the way from the third place meets the line.
PatientPoint footOf(const Mark& mark);

} // namespace hemo
