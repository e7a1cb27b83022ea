#include "ml/reader/picture/preprocess.h"

#include "core/geometry/picture_plane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace hemo::ml {
namespace {

constexpr double kAirHu = -1000;

/// What the crop needs to know about one axis of the picture.
struct Axis {
    bool alongColumns = true; ///< the index that runs along it: i (columns) or j (rows)
    double sign = 1;          ///< -1 where the index falls along it
    int count = 0;
    double spacingMm = 1;
};

Axis axisAlong(const Grid& grid, Vec3 direction) {
    const double row = dot(direction, grid.rowDirection()), column = dot(direction, grid.columnDirection());
    if (std::abs(row) >= std::abs(column))
        return {true, row >= 0 ? 1. : -1., grid.columns(), grid.columnSpacingMm()};
    return {false, column >= 0 ? 1. : -1., grid.rows(), grid.rowSpacingMm()};
}

/// Where most of the tissue lies along an index.
struct Span {
    double low = 0, high = 0;
    double middle() const { return (low + high) / 2; }
    double size() const { return high - low; }
};

/// From the 2nd to the 98th hundredth: a head rest or a strand of wires does not move it.
Span spanOf(const std::vector<double>& histogram) {
    double total = 0;
    for (const double h : histogram)
        total += h;
    if (total == 0) return {0, double(histogram.size()) - 1};
    Span span;
    double sum = 0;
    for (std::size_t n = 0; n < histogram.size(); ++n) {
        const double before = sum / total;
        sum += histogram[n];
        if (before < 0.02 && sum / total >= 0.02) span.low = double(n);
        if (before < 0.98 && sum / total >= 0.98) span.high = double(n);
    }
    return span;
}

/// How many voxels of each column and row are what is asked for, in slices that show where the head is. What
/// lies outside the crop's parts is not counted.
struct Lines {
    std::vector<double> columns, rows;
    int slices = 0;
};

template <typename Wanted> Lines countIn(const Volume& volume, const Crop& crop, Wanted isWanted) {
    const Grid& grid = volume.grid();
    const Crop::Part columns = crop.columns, rows = crop.rows;
    Lines lines{std::vector<double>(static_cast<std::size_t>(grid.columns())),
                std::vector<double>(static_cast<std::size_t>(grid.rows())), 0};
    const int step = std::max(1, grid.slices() / 40);
    for (int k = 0; k < grid.slices(); k += step, ++lines.slices) {
        const std::int16_t* row = volume.slice(k).data() + std::ptrdiff_t{rows.first} * grid.columns();
        for (int j = rows.first; j < rows.end; ++j, row += grid.columns())
            for (int i = columns.first; i < columns.end; ++i)
                if (isWanted(row[i]))
                    ++lines.rows[static_cast<std::size_t>(j)], ++lines.columns[static_cast<std::size_t>(i)];
    }
    return lines;
}

/// Without the lines at either end that are of a frame throughout. It ends within a quarter of the picture.
Crop::Part withoutFrameLines(const std::vector<double>& ofFrame, double wholeLine) {
    constexpr double kFrameShare = 0.95;
    const auto widthOf = [&](auto from, auto to) {
        const auto width =
            std::find_if(from, to, [&](double n) { return n < kFrameShare * wholeLine; }) - from;
        return 4 * width < to - from ? static_cast<int>(width) : 0;
    };
    const int count = static_cast<int>(ofFrame.size());
    return {widthOf(ofFrame.begin(), ofFrame.end()), count - widthOf(ofFrame.rbegin(), ofFrame.rend())};
}

/// A crop of which nothing is known but the parts within a frame. A frame is as even as only a drawn one is,
/// and no air: brain at the edge of a picture is noisier.
Crop partsWithinFrame(const Volume& volume) {
    constexpr int kSpreadHu = 2; // of compression
    const Grid& grid = volume.grid();
    Crop crop;
    crop.columns = {0, grid.columns()}, crop.rows = {0, grid.rows()};
    if (volume.voxels().empty() || volume.at(0, 0, 0) <= 0) return crop;
    const int corner = volume.at(0, 0, 0);
    const Lines even = countIn(volume, crop, [=](int hu) { return std::abs(hu - corner) <= kSpreadHu; });
    crop.columns = withoutFrameLines(even.columns, double(grid.rows()) * even.slices);
    crop.rows = withoutFrameLines(even.rows, double(grid.columns()) * even.slices);
    return crop;
}

/// Geometric mean of the box's sides.
double boxSize(double widthMm, double heightMm) {
    return std::sqrt(std::max(widthMm, 1e-3) * std::max(heightMm, 1e-3));
}
// In the training pictures the box takes 0.66 of the field (337 of 512 pixels, the median of both sources),
// 152 mm.
constexpr double kBoxShareOfField = 0.66, kSmallestHeadMm = 90, kLargestHeadMm = 220;

/// Centre of network pixel n in slice pixels, the square `fieldMm` wide and centred at `centre`.
AxisMap mapOf(const Axis& axis, double centre, double fieldMm, int inputSize) {
    const double step = axis.sign * fieldMm / inputSize / axis.spacingMm;
    return {centre - step * (inputSize - 1) / 2, step};
}

/// Slices whose mean stands for slice k.
std::array<int, 2> slabAround(const Grid& grid, int k) {
    int low = k, high = k;
    const auto isWithin = [&](int j) {
        return std::abs(grid.sliceOffsetMm(j) - grid.sliceOffsetMm(k)) < kTrainingSliceMm / 2 * 0.99;
    };
    while (low > 0 && isWithin(low - 1))
        --low;
    while (high + 1 < grid.slices() && isWithin(high + 1))
        ++high;
    return {low, high};
}

/// HU to 0..1 as the network has learned to see them.
class Windowing {
public:
    Windowing(const ModelInfo& info, std::size_t window)
        : m_lowHu(float(info.windows[window].lowHu)),
          m_scale(1.f / float(info.windows[window].highHu - info.windows[window].lowHu)) {
        if (!info.trainedHu) return;
        m_leastHu = float(info.trainedHu->lowHu);
        m_mostHu = float(info.trainedHu->highHu);
    }
    float operator()(float hu) const {
        return std::clamp((std::clamp(hu, m_leastHu, m_mostHu) - m_lowHu) * m_scale, 0.f, 1.f);
    }

private:
    float m_lowHu, m_scale, m_leastHu = -32768, m_mostHu = 32767;
};

/// The slab's mean HU, windowed to 0..1, in slice order; a frame is air.
Plane windowedSlab(const Volume& volume, int k, const Crop& crop, const Windowing& windowed) {
    const Grid& grid = volume.grid();
    const auto [low, high] = slabAround(grid, k);
    Plane plane(grid.columns(), grid.rows());
    for (int s = low; s <= high; ++s) {
        const auto slice = volume.slice(s);
        for (std::size_t v = 0; v < slice.size(); ++v)
            plane.values[v] += slice[v] == kOutsideHu ? float(kAirHu) : float(slice[v]);
    }
    const float share = 1.f / float(high - low + 1);
    const auto isIn = [](Crop::Part part, int n) { return n >= part.first && n < part.end; };
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            plane.at(x, y) = windowed(isIn(crop.columns, x) && isIn(crop.rows, y) ? plane.at(x, y) * share
                                                                                  : float(kAirHu));
    return plane;
}

Plane transposed(const Plane& plane) {
    Plane turned(plane.height, plane.width);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            turned.at(y, x) = plane.at(x, y);
    return turned;
}

} // namespace

Crop cropOf(const Volume& volume, int inputSize, Lengths lengths) {
    const Grid& grid = volume.grid();
    const ViewFrame frame = viewFrame(grid, nativeAxis(grid));
    const Axis right = axisAlong(grid, frame.right), down = axisAlong(grid, frame.down);
    Crop crop = partsWithinFrame(volume);
    const Lines head = countIn(volume, crop, [](int hu) { return hu > 0; });
    const Span columns = spanOf(head.columns), rows = spanOf(head.rows);
    const double sizeMm = boxSize(columns.size() * grid.columnSpacingMm(), rows.size() * grid.rowSpacingMm());
    crop.isTransposed = !right.alongColumns;
    const bool isBelieved =
        lengths == Lengths::Known && sizeMm >= kSmallestHeadMm && sizeMm <= kLargestHeadMm;
    if (!isBelieved) crop.fieldMm = sizeMm / kBoxShareOfField;
    const auto centreOf = [&](const Axis& a) { return (a.alongColumns ? columns : rows).middle(); };
    crop.right = mapOf(right, centreOf(right), crop.fieldMm, inputSize);
    crop.down = mapOf(down, centreOf(down), crop.fieldMm, inputSize);
    return crop;
}

double pixelMmOf(const Grid& grid, Lengths lengths) {
    return lengths == Lengths::Known ? grid.columnSpacingMm() : kTrainingFieldMm / grid.columns();
}

Plane networkPlane(const Volume& volume, int k, const Crop& crop, const ModelInfo& info, std::size_t window) {
    const Windowing windowed(info, window);
    return laidOnCrop(windowedSlab(volume, k, crop, windowed), crop, info.inputSize, windowed(float(kAirHu)));
}

Plane laidOnCrop(Plane slice, const Crop& crop, int size, float outside) {
    if (crop.isTransposed) slice = transposed(slice);
    return resamplePlane(slice, crop.right, size, crop.down, size, outside);
}

HeatSize heatSize(const Grid& grid, const Crop& crop, int inputSize, int heatPixels) {
    const double share = double(heatPixels) / inputSize * 2; // two coarse pixels a network pixel of the map
    const AxisMap& alongColumns = crop.isTransposed ? crop.down : crop.right;
    const AxisMap& alongRows = crop.isTransposed ? crop.right : crop.down;
    const auto count = [&](int pixels, const AxisMap& map) {
        return std::clamp(static_cast<int>(std::ceil(pixels / std::abs(map.step) * share)), 1,
                          std::min(pixels, 512));
    };
    return {count(grid.columns(), alongColumns), count(grid.rows(), alongRows)};
}

std::vector<float> heatOnGrid(const Plane& heat, const Crop& crop, int inputSize, const Grid& grid,
                              HeatSize size) {
    // Place of a coarse pixel in the map's own pixels, along one axis.
    const auto places = [&](int coarse, int fine, const AxisMap& map, int heatPixels) {
        std::vector<double> at(static_cast<std::size_t>(coarse));
        for (int n = 0; n < coarse; ++n) {
            const double slicePixel = (n + 0.5) * fine / coarse - 0.5;
            const double networkPixel = (slicePixel - map.first) / map.step;
            at[static_cast<std::size_t>(n)] = (networkPixel + 0.5) * heatPixels / inputSize - 0.5;
        }
        return at;
    };
    const auto& [alongColumns, alongRows] =
        crop.isTransposed ? std::pair(crop.down, crop.right) : std::pair(crop.right, crop.down);
    const auto i =
        places(size.columns, grid.columns(), alongColumns, crop.isTransposed ? heat.height : heat.width);
    const auto j = places(size.rows, grid.rows(), alongRows, crop.isTransposed ? heat.width : heat.height);
    const auto valueAt = [&](double x, double y) {
        if (x < -0.5 || y < -0.5 || x > heat.width - 0.5 || y > heat.height - 0.5) return 0.f;
        x = std::clamp(x, 0.0, heat.width - 1.0), y = std::clamp(y, 0.0, heat.height - 1.0);
        const int x0 = int(x), y0 = int(y);
        const int x1 = std::min(x0 + 1, heat.width - 1), y1 = std::min(y0 + 1, heat.height - 1);
        const float tx = float(x - x0), ty = float(y - y0);
        return (heat.at(x0, y0) * (1 - tx) + heat.at(x1, y0) * tx) * (1 - ty) +
               (heat.at(x0, y1) * (1 - tx) + heat.at(x1, y1) * tx) * ty;
    };
    std::vector<float> values;
    values.reserve(i.size() * j.size());
    for (const double row : j)
        for (const double column : i)
            values.push_back(crop.isTransposed ? valueAt(row, column) : valueAt(column, row));
    return values;
}

} // namespace hemo::ml
