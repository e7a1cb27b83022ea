#include "core/marks/strokes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

constexpr int kEllipseStrokes = 72;

std::vector<Stroke> inOneLine(const std::vector<PatientPoint>& places) {
    std::vector<Stroke> strokes;
    for (std::size_t n = 1; n < places.size(); ++n)
        strokes.push_back({places[n - 1], places[n]});
    return strokes;
}

std::vector<Stroke> closed(std::vector<PatientPoint> places) {
    if (!places.empty()) places.push_back(places.front());
    return inOneLine(places);
}

std::vector<PatientPoint> ellipseIn(const std::vector<PatientPoint>& box) {
    const PatientPoint centre = lerp(box[0], box[2], 0.5);
    const Vec3 across = (box[1] - box[0]) * 0.5, along = (box[2] - box[1]) * 0.5;
    std::vector<PatientPoint> places;
    for (int n = 0; n < kEllipseStrokes; ++n) {
        const double turn = 2 * std::numbers::pi * n / kEllipseStrokes;
        places.push_back(centre + across * std::cos(turn) + along * std::sin(turn));
    }
    return places;
}

/// Two by two.
std::vector<Stroke> apart(std::span<const PatientPoint> places) {
    std::vector<Stroke> strokes;
    for (std::size_t n = 1; n < places.size(); n += 2)
        strokes.push_back({places[n - 1], places[n]});
    return strokes;
}

} // namespace

std::vector<PatientPoint> boxOf(const Mark& mark) {
    const PatientPoint a = mark.points[0], b = mark.points[1];
    const Vec3 right = mark.frame.right * dot(b - a, mark.frame.right);
    return {a, a + right, b, b - right};
}

PatientPoint footOf(const Mark& mark) {
    const Vec3 line = normalized(mark.points[1] - mark.points[0]);
    return mark.points[0] + line * dot(mark.points[2] - mark.points[0], line);
}

std::vector<Stroke> strokesOf(const Mark& mark) {
    const auto& places = mark.points;
    if (places.size() < 2) return {};
    switch (mark.shape) {
    case Mark::Shape::Length:
    case Mark::Shape::Angle:
    case Mark::Shape::Arrow:
        return inOneLine(places);
    case Mark::Shape::Ellipse:
        return closed(ellipseIn(boxOf(mark)));
    case Mark::Shape::Rectangle:
        return closed(boxOf(mark));
    case Mark::Shape::Freehand:
        return closed(places);
    case Mark::Shape::MidlineShift: {
        std::vector<Stroke> strokes{{places[0], places[1]}};
        if (places.size() > 2) strokes.push_back({footOf(mark), places[2]});
        return strokes;
    }
    case Mark::Shape::EvansIndex:
    case Mark::Shape::AbcHalf: // the third stands upright on the picture
        return apart(placesInPicture(mark));
    case Mark::Shape::KeyImage:
    case Mark::Shape::Volume: // its rim is another in each slice
        break;
    }
    return {};
}

Region::Region(const Mark& mark) : m_shape(mark.shape), m_frame(mark.frame) {
    if (!isRegion(mark.shape) || mark.points.size() < placesOf(mark.shape)) return;
    m_corners = mark.shape == Mark::Shape::Freehand ? mark.points : boxOf(mark);
    for (const PatientPoint corner : m_corners)
        m_rim.push_back(flat(corner));
}

Region::Flat Region::flat(PatientPoint place) const {
    const Vec3 v = place - PatientPoint{};
    return {dot(v, m_frame.right), dot(v, m_frame.down)};
}

bool Region::encloses(PatientPoint place) const {
    if (m_rim.empty()) return false;
    const Flat p = flat(place);
    if (m_shape == Mark::Shape::Ellipse) {
        const Flat a = m_rim[0], b = m_rim[2];
        const double x = (p.right - (a.right + b.right) / 2) / ((b.right - a.right) / 2);
        const double y = (p.down - (a.down + b.down) / 2) / ((b.down - a.down) / 2);
        return x * x + y * y <= 1; // no number where the ellipse has no width: then nothing lies inside
    }
    // Inside is what an odd number of the rim's strokes lie to the right of.
    bool isInside = false;
    for (std::size_t n = 0, before = m_rim.size() - 1; n < m_rim.size(); before = n++) {
        const Flat a = m_rim[n], b = m_rim[before];
        if ((a.down > p.down) == (b.down > p.down)) continue;
        const double crossing = a.right + (p.down - a.down) / (b.down - a.down) * (b.right - a.right);
        if (p.right < crossing) isInside = !isInside;
    }
    return isInside;
}

} // namespace hemo
