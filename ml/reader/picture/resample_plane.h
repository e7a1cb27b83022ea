#pragma once

#include <vector>

namespace hemo::ml {

/// A picture of single numbers, rows from the top.
struct Plane {
    int width = 0, height = 0;
    std::vector<float> values;

    Plane() = default;
    Plane(int w, int h, float fill = 0) : width(w), height(h), values(std::size_t(w) * h, fill) {}
    float& at(int x, int y) { return values[std::size_t(y) * width + x]; }
    float at(int x, int y) const { return values[std::size_t(y) * width + x]; }
    bool operator==(const Plane&) const = default;
};

/// Where the pixels of a result lie on one axis of the source: the centre of pixel n at `first + n * step`,
/// in source pixels. A negative step turns the axis round.
struct AxisMap {
    double first = 0, step = 1;
    /// The map that lays `wanted` pixels over exactly `given` ones.
    static AxisMap fit(int given, int wanted) {
        const double step = double(given) / wanted;
        return {step / 2 - 0.5, step};
    }
    bool operator==(const AxisMap&) const = default;
};

/// Resamples with a triangle as wide as the step: linear where it enlarges, free of aliasing where it shrinks
/// (what PIL calls BILINEAR). Outside the source is `outside`.
Plane resamplePlane(const Plane& source, AxisMap x, int width, AxisMap y, int height, float outside);

} // namespace hemo::ml
