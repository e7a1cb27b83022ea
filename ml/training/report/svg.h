#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemo::ml {

/// A point of a plot whose axes both go from 0 to 1.
struct PlotPoint {
    double x = 0, y = 0;
};

/// A small square plot with both axes from 0 to 1, written as SVG.
class SvgPlot {
public:
    SvgPlot(std::string_view title, std::string_view xLabel, std::string_view yLabel);
    /// The dashed line from corner to corner.
    void addDiagonal();
    /// The area between two lines.
    void addBand(const std::vector<PlotPoint>& low, const std::vector<PlotPoint>& high,
                 std::string_view colour);
    void addLine(const std::vector<PlotPoint>& points, std::string_view colour);
    void addDot(PlotPoint at, double radius, std::string_view colour);
    /// Below what was named before; the dashed line is not named.
    void addLegend(std::string_view text, std::string_view colour);
    std::string text() const;

private:
    std::string m_body, m_legend;
    int m_legendLines = 0;
};

/// A colour of the n-th thing, told apart by the colour-blind too.
std::string_view plotColour(std::size_t n);
std::string xmlEscaped(std::string_view text);

} // namespace hemo::ml
