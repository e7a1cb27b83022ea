#include "ml/training/report/svg.h"

#include <array>
#include <cstdio>

namespace hemo::ml {
namespace {

constexpr double kSide = 340, kLeft = 62, kTop = 40, kWidth = kLeft + kSide + 18, kHeight = kTop + kSide + 56;

std::string number(double value) {
    char text[24];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string place(PlotPoint p) {
    return number(kLeft + p.x * kSide) + "," + number(kTop + (1 - p.y) * kSide);
}

std::string places(const std::vector<PlotPoint>& points) {
    std::string all;
    for (const PlotPoint& p : points)
        all += (all.empty() ? "" : " ") + place(p);
    return all;
}

std::string label(double x, double y, std::string_view anchor, std::string_view text,
                  std::string_view extra = {}) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + std::string(anchor) +
           "\"" + std::string(extra) + ">" + xmlEscaped(text) + "</text>\n";
}

} // namespace

std::string_view plotColour(std::size_t n) {
    // Okabe and Ito's palette.
    constexpr std::array<std::string_view, 4> kColours{"#0072b2", "#d55e00", "#009e73", "#cc79a7"};
    return kColours[n % kColours.size()];
}

std::string xmlEscaped(std::string_view text) {
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    return out;
}

SvgPlot::SvgPlot(std::string_view title, std::string_view xLabel, std::string_view yLabel) {
    m_body += label(kLeft + kSide / 2, 22, "middle", title, " font-size=\"14\" font-weight=\"bold\"");
    for (int tick = 0; tick <= 5; ++tick) {
        const double at = tick / 5.0;
        m_body += "<polyline points=\"" + places({{at, 0}, {at, 1}}) + "\" stroke=\"#e4e4e4\"/>\n";
        m_body += "<polyline points=\"" + places({{0, at}, {1, at}}) + "\" stroke=\"#e4e4e4\"/>\n";
        m_body += label(kLeft + at * kSide, kTop + kSide + 18, "middle", number(at));
        m_body += label(kLeft - 8, kTop + (1 - at) * kSide + 4, "end", number(at));
    }
    m_body += label(kLeft + kSide / 2, kTop + kSide + 42, "middle", xLabel);
    m_body += label(0, 0, "middle", yLabel,
                    " transform=\"translate(20 " + number(kTop + kSide / 2) + ") rotate(-90)\"");
}

void SvgPlot::addDiagonal() {
    m_body += "<polyline points=\"" + places({{0, 0}, {1, 1}}) +
              "\" fill=\"none\" stroke=\"#8a8a8a\" stroke-dasharray=\"4 4\"/>\n";
}

void SvgPlot::addBand(const std::vector<PlotPoint>& low, const std::vector<PlotPoint>& high,
                      std::string_view colour) {
    std::vector<PlotPoint> outline = low;
    outline.insert(outline.end(), high.rbegin(), high.rend());
    m_body += "<polygon points=\"" + places(outline) + "\" fill=\"" + std::string(colour) +
              "\" fill-opacity=\"0.15\"/>\n";
}

void SvgPlot::addLine(const std::vector<PlotPoint>& points, std::string_view colour) {
    m_body += "<polyline points=\"" + places(points) + "\" fill=\"none\" stroke=\"" + std::string(colour) +
              "\" stroke-width=\"1.8\"/>\n";
}

void SvgPlot::addDot(PlotPoint at, double radius, std::string_view colour) {
    m_body += "<circle cx=\"" + number(kLeft + at.x * kSide) + "\" cy=\"" +
              number(kTop + (1 - at.y) * kSide) + "\" r=\"" + number(radius) + "\" fill=\"" +
              std::string(colour) + "\"/>\n";
}

void SvgPlot::addLegend(std::string_view text, std::string_view colour) {
    constexpr double kLine = 17;
    constexpr double kLetter =
        6.6; // wide enough for the usual fonts: the lines below must not be read as text
    const double y = kTop + kSide - 14 - kLine * m_legendLines++;
    const double width = kLetter * double(text.size());
    m_legend += "<rect x=\"" + number(kLeft + kSide - 28 - width) + "\" y=\"" + number(y - 13) +
                "\" width=\"" + number(width + 24) + "\" height=\"" + number(kLine) +
                "\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>\n";
    m_legend += "<rect x=\"" + number(kLeft + kSide - 20) + "\" y=\"" + number(y - 9) +
                "\" width=\"10\" height=\"10\" fill=\"" + std::string(colour) + "\"/>\n";
    m_legend += label(kLeft + kSide - 26, y, "end", text);
}

std::string SvgPlot::text() const {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(kWidth) + "\" height=\"" +
           number(kHeight) + "\" viewBox=\"0 0 " + number(kWidth) + " " + number(kHeight) +
           "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222222\">\n<rect width=\"100%\" "
           "height=\"100%\" fill=\"#ffffff\"/>\n" +
           m_body + m_legend + "<rect x=\"" + number(kLeft) + "\" y=\"" + number(kTop) + "\" width=\"" +
           number(kSide) + "\" height=\"" + number(kSide) + "\" fill=\"none\" stroke=\"#222222\"/>\n</svg>\n";
}

} // namespace hemo::ml
