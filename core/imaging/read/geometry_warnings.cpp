#include "core/imaging/read/load_series.h"
#include "core/imaging/read/plain_words.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo::imaging {
namespace {

constexpr double kTiltDegrees = 0.5;
constexpr double kSidewaysMm = 0.5;

/// Steps that differ by less are one pitch: positions are often rounded to a tenth of a millimetre.
bool isSamePitch(double a, double b) {
    return std::abs(a - b) <= std::max(0.11, 0.05 * std::max(a, b));
}

/// Positions and distances as the table moved: along the line of slices, which is the normal of an untilted
/// stack. A tilted one lies closer along its normal, but nobody plans a scan or reads its report that way.
class Travel {
public:
    explicit Travel(const Grid& grid) : m_grid(grid) {
        const Vec3 line = normalized(grid.slicePositions().back() - grid.slicePositions().front());
        const double along = dot(line, grid.normal());
        m_direction = along > 0.1 ? line : grid.normal();
        m_stretch = 1 / dot(m_direction, grid.normal());
    }
    double mm(double alongNormalMm) const { return alongNormalMm * m_stretch; }
    double stepMm(int slice) const {
        return mm(m_grid.sliceOffsetMm(slice + 1) - m_grid.sliceOffsetMm(slice));
    }
    double positionMm(int slice) const {
        return dot(m_grid.slicePositions().front() - PatientPoint{}, m_direction) +
               mm(m_grid.sliceOffsetMm(slice));
    }
    std::string between(int slice) const {
        return "between " + millimetres(positionMm(slice)) + " and " + millimetres(positionMm(slice + 1)) +
               " mm";
    }

private:
    const Grid& m_grid;
    Vec3 m_direction;
    double m_stretch = 1;
};

void warnOfGaps(const Travel& travel, const std::vector<Gap>& gaps, std::vector<LoadWarning>& warnings) {
    for (const Gap& gap : gaps) {
        const double missing = gap.foundMm / gap.expectedMm - 1;
        const auto count = static_cast<std::size_t>(std::lround(missing));
        std::string text;
        if (count >= 1 && std::abs(missing - static_cast<double>(count)) < 0.1)
            text = counted(count, "slice is", "slices are") + " missing " + travel.between(gap.after) + ".";
        else
            text = "Nothing was scanned " + travel.between(gap.after) + ": a gap of " +
                   millimetres(travel.mm(gap.foundMm)) + " mm where slices lie " +
                   millimetres(travel.mm(gap.expectedMm)) + " mm apart.";
        warnings.push_back({LoadWarning::Kind::Gap, text});
    }
}

/// Neighbouring steps of one pitch.
struct Run {
    int first = 0, count = 0; // slice before the first step; number of steps
    double sumMm = 0;
    double pitchMm() const { return sumMm / count; }
};

std::vector<Run> runsOf(const Travel& travel, int slices, const std::vector<Gap>& gaps) {
    std::vector<Run> runs;
    for (int k = 0; k + 1 < slices; ++k) {
        if (std::any_of(gaps.begin(), gaps.end(), [k](const Gap& g) { return g.after == k; })) continue;
        const double step = travel.stepMm(k);
        if (!runs.empty() && isSamePitch(step, runs.back().pitchMm())) {
            ++runs.back().count;
            runs.back().sumMm += step;
        } else {
            runs.push_back({k, 1, step});
        }
    }
    return runs;
}

std::string pitchChange(const Travel& travel, const Run& from, const Run& to, const std::vector<Run>& all) {
    std::string text = "Slice spacing changes from " + millimetres(from.pitchMm()) + " to " +
                       millimetres(to.pitchMm()) + " mm at " + millimetres(travel.positionMm(to.first)) +
                       " mm";
    for (const Run& odd : all)
        if (odd.count == 1 && odd.first >= from.first + from.count && odd.first < to.first)
            text += ", with one step of " + millimetres(odd.pitchMm()) + " mm between";
    return text + ".";
}

std::string unevenText(const std::vector<Run>& runs) {
    const auto [least, most] = std::minmax_element(
        runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.pitchMm() < b.pitchMm(); });
    return "Slice spacing is uneven: it varies from " + millimetres(least->pitchMm()) + " to " +
           millimetres(most->pitchMm()) + " mm.";
}

void warnOfUnevenSpacing(const Travel& travel, int slices, const std::vector<Gap>& gaps,
                         std::vector<LoadWarning>& warnings) {
    const std::vector<Run> runs = runsOf(travel, slices, gaps);
    std::vector<Run> pitches; // single steps are no pitch; runs that a single step or a gap parts are one
    for (const Run& run : runs)
        if (run.count > 1 && (pitches.empty() || !isSamePitch(pitches.back().pitchMm(), run.pitchMm())))
            pitches.push_back(run);
    if (runs.size() < 2) return;
    const auto singles = std::count_if(runs.begin(), runs.end(), [](const Run& r) { return r.count == 1; });
    if (pitches.size() < 2 || pitches.size() > 3 || singles > static_cast<long>(pitches.size()) - 1) {
        // Runs of one pitch with nothing odd between them are a stack with a gap: said already.
        const bool isOnePitch = std::all_of(runs.begin(), runs.end(), [&](const Run& r) {
            return isSamePitch(r.pitchMm(), runs.front().pitchMm());
        });
        if (!isOnePitch) warnings.push_back({LoadWarning::Kind::UnevenSpacing, unevenText(runs)});
        return;
    }
    for (std::size_t i = 1; i < pitches.size(); ++i)
        warnings.push_back(
            {LoadWarning::Kind::UnevenSpacing, pitchChange(travel, pitches[i - 1], pitches[i], runs)});
}

std::string oneDecimal(double value) {
    const std::string text = millimetres(value);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

void warnOfTilt(const Grid& grid, std::vector<LoadWarning>& warnings) {
    const double tilt = std::abs(grid.tiltDegrees());
    if (tilt >= kTiltDegrees)
        warnings.push_back(
            {LoadWarning::Kind::Tilt, "Gantry tilt " + oneDecimal(tilt) +
                                          "°: axial slices are shown as scanned, the other views "
                                          "are straightened."});
}

/// How far slice positions stray from a straight line, and how much that line leans along the rows: neither
/// is gantry tilt, and both are rare enough to be told.
void warnOfSidewaysShift(const Grid& grid, std::vector<LoadWarning>& warnings) {
    const auto& positions = grid.slicePositions();
    const Vec3 line = positions.back() - positions.front();
    const double along = grid.sliceOffsetMm(grid.slices() - 1);
    double farthest = 0;
    for (int k = 0; k < grid.slices(); ++k) {
        const PatientPoint straight = positions.front() + line * (grid.sliceOffsetMm(k) / along);
        farthest = std::max(farthest, length(positions[static_cast<std::size_t>(k)] - straight));
    }
    if (farthest > kSidewaysMm)
        warnings.push_back({LoadWarning::Kind::Geometry,
                            "Slices are shifted sideways against each other by up to " +
                                millimetres(farthest) + " mm; each is shown where its file says it lies."});
    const double lean = std::atan2(std::abs(dot(line, grid.rowDirection())), along) * 180 / std::numbers::pi;
    if (lean >= kTiltDegrees)
        warnings.push_back({LoadWarning::Kind::Geometry,
                            "The stack leans sideways by " + oneDecimal(lean) +
                                "°: axial slices are shown as scanned, the other views are straightened."});
}

} // namespace

std::vector<LoadWarning> geometryWarnings(const Grid& grid) {
    std::vector<LoadWarning> warnings;
    if (grid.slices() < 2) return warnings;
    const std::vector<Gap> gaps = findGaps(grid);
    const Travel travel(grid);
    warnOfGaps(travel, gaps, warnings);
    warnOfUnevenSpacing(travel, grid.slices(), gaps, warnings);
    warnOfTilt(grid, warnings);
    warnOfSidewaysShift(grid, warnings);
    return warnings;
}

} // namespace hemo::imaging
