#include "core/image/overlay.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace hemo {
namespace {

/// `over` with its alpha upon `under`, in whole numbers and rounded.
Rgba laid(Rgba over, Rgba under) {
    const int alpha = over.a;
    const auto channel = [&](int u, int o) {
        return static_cast<std::uint8_t>((u * (255 - alpha) + o * alpha + 127) / 255);
    };
    return {channel(under.r, over.r), channel(under.g, over.g), channel(under.b, over.b), under.a};
}

/// heatColour in steps much finer than its 8 bits, so that a picture asks it once a step and not once a
/// pixel.
class HeatScale {
public:
    explicit HeatScale(const OverlayStyle& style)
        : m_gate(float(style.gateLogOdds)),
          m_stepsPerUnit(float(kSteps / std::max(style.fullLogOdds - style.gateLogOdds, 1e-6))) {
        for (int n = 0; n <= kSteps; ++n)
            m_colours[n] = heatColour(style.gateLogOdds + (n + 0.5) / m_stepsPerUnit, style);
    }
    Rgba at(float value) const {
        return m_colours[static_cast<int>(std::clamp((value - m_gate) * m_stepsPerUnit, 0.f, float(kSteps)))];
    }

private:
    static constexpr int kSteps = 2048;
    float m_gate, m_stepsPerUnit;
    std::array<Rgba, kSteps + 1> m_colours;
};

/// Walks along the rows of a picture plane through a map. Between two slices Grid::toVoxel is affine, so a
/// step to the next pixel is an addition; only where a row crosses a slice is there more to do. The values
/// are those of ProbabilityMap::valueAt.
class HeatWalk {
public:
    HeatWalk(const PicturePlane& plane, const ProbabilityMap& map)
        : m_map(map),
          m_lastSlice(map.grid.slices() - 1),
          m_column(along(plane, map.grid.rowDirection(), 1 / map.grid.columnSpacingMm())),
          m_row(along(plane, map.grid.columnDirection(), 1 / map.grid.rowSpacingMm())),
          m_offset(along(plane, map.grid.normal(), 1)) {
        for (int k = 0; k < std::max(m_lastSlice, 1); ++k)
            m_steps.push_back(stepFrom(k));
        for (const Gap& gap : findGaps(map.grid))
            m_steps[gap.after].isGap = true;
    }

    /// The slice nearest to a pixel and where in it the pixel lies; no slice (-1) outside the map.
    struct Place {
        int slice = -1;
        double i = 0, j = 0;
    };
    Place at(int x, int y) {
        const double offset = m_offset.at(x, y);
        while (m_below > 0 && offset < m_steps[m_below].from)
            --m_below;
        while (m_below + 1 < int(m_steps.size()) && offset >= m_steps[m_below + 1].from)
            ++m_below;
        const Step& step = m_steps[m_below];
        const double t = (offset - step.from) * step.perMm;
        const double k = m_below + t;
        Place place{-1, m_column.at(x, y) - step.column - step.columnPerStep * t,
                    m_row.at(x, y) - step.row - step.rowPerStep * t};
        const auto within = [](double v, int n) { return v >= -0.5 && v <= n - 0.5; };
        if (within(k, m_lastSlice + 1) && within(place.i, m_map.grid.columns()) &&
            within(place.j, m_map.grid.rows()))
            place.slice = std::clamp(t <= 0.5 ? m_below : m_below + 1, 0, m_lastSlice);
        // Nothing was scanned in the middle of a gap, so there is no evidence either (as resampleRegular has
        // it).
        if (step.isGap && std::min(t, 1 - t) / step.perMm > m_reachMm) place.slice = -1;
        return place;
    }

private:
    /// A number that grows evenly over the picture.
    struct Ramp {
        double origin, right, down;
        double at(int x, int y) const { return origin + x * right + y * down; }
    };
    /// From one slice to the next: where the first lies and how far the stack shifts, in map pixels.
    struct Step {
        double from, perMm, column, row, columnPerStep, rowPerStep;
        bool isGap = false;
    };

    Ramp along(const PicturePlane& plane, Vec3 direction, double scale) const {
        const Vec3 d = direction * scale;
        return {dot(plane.topLeft - m_map.grid.slicePositions().front(), d),
                dot(plane.right, d) * plane.mmPerPixel, dot(plane.down, d) * plane.mmPerPixel};
    }
    Step stepFrom(int k) const {
        const Grid& grid = m_map.grid;
        const PatientPoint first = grid.slicePositions().front(), here = grid.slicePositions()[k];
        // A single slice is a millimetre thick, as Grid::toVoxel has it.
        const PatientPoint next = m_lastSlice > 0 ? grid.slicePositions()[k + 1] : here + grid.normal();
        const auto column = [&](Vec3 v) { return dot(v, grid.rowDirection()) / grid.columnSpacingMm(); };
        const auto row = [&](Vec3 v) { return dot(v, grid.columnDirection()) / grid.rowSpacingMm(); };
        const double size = dot(next - here, grid.normal());
        return {dot(here - first, grid.normal()),
                size > 0 ? 1 / size : 0,
                column(here - first),
                row(here - first),
                column(next - here),
                row(next - here)};
    }

    const ProbabilityMap& m_map;
    int m_lastSlice;
    double m_reachMm = m_map.grid.typicalSpacingMm() / 2;
    Ramp m_column, m_row, m_offset;
    std::vector<Step> m_steps;
    int m_below = 0;
};

} // namespace

OverlayStyle onScaleOf(HeatUnit unit, OverlayStyle style) {
    if (unit == HeatUnit::Relative) {
        style.gateLogOdds = 1.0 / 3;
        style.fullLogOdds = 1;
    }
    return style;
}

Rgba heatColour(double value, const OverlayStyle& style) {
    const double span = std::max(style.fullLogOdds - style.gateLogOdds, 1e-6);
    const double t = std::clamp((value - style.gateLogOdds) / span, 0.0, 1.0);
    const auto [red, green, blue] = colourAt(t, style.colours);
    // Alpha reaches its full height at a quarter of the scale: faint evidence stays faint.
    const double alpha = style.opacity * std::min(1.0, t * 4);
    return {red, green, blue, static_cast<std::uint8_t>(std::lround(alpha * 255))};
}

RgbaImage heatLayer(const PicturePlane& plane, const ProbabilityMap& map,
                    const std::vector<bool>& isSliceShown, const OverlayStyle& style) {
    RgbaImage layer(plane.width, plane.height, Rgba{0, 0, 0, 0});
    if (map.grid.empty()) return layer;
    const HeatScale scale(style);
    HeatWalk walk(plane, map);
    for (int y = 0; y < layer.height; ++y)
        for (int x = 0; x < layer.width; ++x) {
            const HeatWalk::Place place = walk.at(x, y);
            if (place.slice < 0 || place.slice >= int(isSliceShown.size()) || !isSliceShown[place.slice])
                continue;
            const float value = map.valueIn(place.slice, place.i, place.j);
            if (value > style.gateLogOdds) layer.at(x, y) = scale.at(value);
        }
    return layer;
}

RgbaImage heatThrough(const PicturePlane& plane, double reachMm, const ProbabilityMap& map,
                      const std::vector<bool>& isSliceShown, const OverlayStyle& style,
                      const std::function<bool(PatientPoint)>& isKept) {
    RgbaImage strongest(plane.width, plane.height, Rgba{0, 0, 0, 0});
    if (map.grid.empty()) return strongest;
    const double stepMm = std::clamp(map.grid.typicalSpacingMm() / 2, 1.0, 4.0);
    // The scale grows lighter from faint to strong.
    const auto strength = [](Rgba c) { return c.a == 0 ? 0 : 1 + c.r + c.g + c.b; };
    for (double mm = -reachMm; mm <= reachMm; mm += stepMm) {
        PicturePlane layer = plane;
        layer.topLeft = plane.topLeft + plane.normal() * mm;
        const RgbaImage heat = heatLayer(layer, map, isSliceShown, style);
        for (int y = 0; y < plane.height; ++y)
            for (int x = 0; x < plane.width; ++x) {
                const Rgba here = heat.at(x, y);
                if (strength(here) <= strength(strongest.at(x, y))) continue;
                if (!isKept || isKept(layer.toPatient({double(x), double(y)}))) strongest.at(x, y) = here;
            }
    }
    return strongest;
}

RgbaImage laidOver(const RgbaImage& picture, const RgbaImage& layer) {
    assert(picture.width == layer.width && picture.height == layer.height);
    RgbaImage out = picture;
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (layer.pixels[i].a != 0) out.pixels[i] = laid(layer.pixels[i], out.pixels[i]);
    return out;
}

RgbaImage blendHeat(const RgbaImage& picture, const PicturePlane& plane, const ProbabilityMap& map,
                    const std::vector<bool>& isSliceShown, const OverlayStyle& style) {
    return laidOver(picture, heatLayer(plane, map, isSliceShown, style));
}

} // namespace hemo
