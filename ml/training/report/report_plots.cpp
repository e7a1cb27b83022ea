#include "ml/training/report/report_plots.h"

#include "ml/training/report/svg.h"
#include "ml/training/report/text.h"

#include <cmath>

namespace hemo::ml {
namespace {

std::vector<PlotPoint> evenly(const std::vector<double>& values) {
    std::vector<PlotPoint> points;
    for (std::size_t n = 0; n < values.size(); ++n)
        points.push_back({double(n) / double(values.size() - 1), values[n]});
    return points;
}

/// A curve with its band; the line starts in the corner, so that a vertical rise is drawn as one.
void addRoc(SvgPlot& plot, const RocCurve& curve, std::string_view colour) {
    auto line = evenly(curve.sensitivity);
    line.insert(line.begin(), {0, 0});
    plot.addBand(evenly(curve.low), evenly(curve.high), colour);
    plot.addLine(line, colour);
}

std::string legend(const std::string& name, const std::optional<Estimate>& area) {
    return name + ": AUC " + estimateText(area);
}

} // namespace

std::string sliceRocPlot(const Report& report) {
    SvgPlot plot("Slices with any bleed", "false positive rate", "sensitivity");
    plot.addDiagonal();
    for (std::size_t g = 0; g < report.groups.size(); ++g) {
        const GroupFigures& group = report.groups[g];
        if (!group.sliceRoc) continue;
        addRoc(plot, *group.sliceRoc, plotColour(g));
        plot.addLegend(legend(group.name, group.findings[0].sliceAuc), plotColour(g));
    }
    return plot.text();
}

std::string patientRocPlot(const Report& report, int k) {
    const auto n = static_cast<std::size_t>(k - 1);
    SvgPlot plot("Patients, by the slice of rank " + std::to_string(k), "false positive rate", "sensitivity");
    plot.addDiagonal();
    for (std::size_t g = 0; g < report.groups.size(); ++g) {
        const GroupFigures& group = report.groups[g];
        if (!group.patientRoc[n]) continue;
        addRoc(plot, *group.patientRoc[n], plotColour(g));
        plot.addLegend(legend(group.name, group.patientAuc[n]), plotColour(g));
    }
    return plot.text();
}

std::string reliabilityPlot(const Report& report) {
    constexpr double kFewestCases = 5; // the share of fewer is chance
    SvgPlot plot("Do probabilities come true? (slices, any)", "mean probability (bins of 5 slices or more)",
                 "observed share of bleeds");
    plot.addDiagonal();
    for (std::size_t g = 0; g < report.groups.size(); ++g) {
        const GroupFigures& group = report.groups[g];
        std::vector<PlotPoint> points;
        for (const ReliabilityBin& bin : group.reliability) {
            if (bin.cases < kFewestCases) continue;
            points.push_back({bin.meanProbability, bin.observedShare});
            plot.addDot(points.back(), 2 + std::log10(bin.cases), plotColour(g));
        }
        plot.addLine(points, plotColour(g));
        plot.addLegend(group.name + ": error " + estimateText(group.findings[0].calibrationError),
                       plotColour(g));
    }
    return plot.text();
}

} // namespace hemo::ml
