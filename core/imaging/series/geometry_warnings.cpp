#include "core/imaging/series/geometry_warnings.h"

#include "core/geometry/slice_line.h"
#include "core/imaging/position_words.h"
#include "core/words/lists.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace hemo::imaging {
namespace {

constexpr double kTiltDegrees = 0.5;
constexpr double kSidewaysMm = 0.5;

Number oneDecimal(double value, Unit unit) {
    return {value, unit, 1};
}

/// Steps that differ by less are one pitch: positions are often rounded to a tenth of a millimetre.
bool isSamePitch(double a, double b) {
    return std::abs(a - b) <= std::max(0.11, 0.05 * std::max(a, b));
}

/// Positions and distances of a stack in the words of `SliceLine`.
class Travel {
public:
    Travel(const Grid& grid, Sides sides) : m_line(grid), m_slices(grid.slices()), m_sides(sides) {}

    const SliceLine& line() const { return m_line; }
    int slices() const { return m_slices; }
    /// "S 31.0"; without the letter where nobody knows which end is up.
    Message at(int slice) const {
        const double positionMm = m_line.positionMm(slice);
        return m_sides == Sides::Known ? positionAlong(m_line.axis(), positionMm)
                                       : say("place.unnamed", oneDecimal(positionMm, Unit::Millimetre));
    }
    /// "between S 31.0 and S 38.4 mm", the lower number first.
    Message between(int first, int last) const {
        if (m_line.positionMm(first) > m_line.positionMm(last)) std::swap(first, last);
        return say("place.between", at(first), at(last));
    }
    Message afterSlice(int slice) const { return between(slice, slice + 1); }

private:
    SliceLine m_line;
    int m_slices;
    Sides m_sides;
};

void warnOfGaps(const Travel& travel, const std::vector<Gap>& gaps, std::vector<LoadWarning>& warnings) {
    for (const Gap& gap : gaps) {
        const double missing = gap.foundMm / gap.expectedMm - 1;
        const auto count = static_cast<std::size_t>(std::lround(missing));
        const bool isWholeNumber = count >= 1 && std::abs(missing - static_cast<double>(count)) < 0.1;
        const Message where = travel.afterSlice(gap.after);
        const Number expected = mm(travel.line().travelMm(gap.expectedMm));
        const Number found = mm(travel.line().travelMm(gap.foundMm));
        warnings.push_back(
            {LoadWarning::Kind::Gap, isWholeNumber ? say("gap.slices", inWords(count), where, expected, found)
                                                   : say("gap.nothing", where, expected, found)});
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
        const double step = travel.line().stepMm(k);
        if (!runs.empty() && isSamePitch(step, runs.back().pitchMm())) {
            ++runs.back().count;
            runs.back().sumMm += step;
        } else {
            runs.push_back({k, 1, step});
        }
    }
    return runs;
}

Message stepAt(double pitchMm, Message where) {
    return say("spacing.step", mm(pitchMm), std::move(where));
}

Message pitchChange(const Travel& travel, const Run& from, const Run& to, const std::vector<Run>& all) {
    std::vector<Message> parts{
        say("spacing.change", mm(from.pitchMm()), mm(to.pitchMm()), travel.at(to.first))};
    for (const Run& odd : all)
        if (odd.count == 1 && odd.first >= from.first + from.count && odd.first < to.first)
            parts.push_back(say("spacing.odd_step", stepAt(odd.pitchMm(), travel.afterSlice(odd.first))));
    return say("spacing.changes", withCommas(std::move(parts)));
}

/// Steps that differ from the usual one: each with its place while they are few, else their range.
Message unevenText(const Travel& travel, const std::vector<Run>& runs) {
    constexpr std::size_t kFew = 3;
    const double usual = travel.line().typicalStepMm();
    std::vector<Message> odd;
    for (const Run& run : runs)
        if (!isSamePitch(run.pitchMm(), usual))
            odd.push_back(stepAt(run.pitchMm(), travel.between(run.first, run.first + run.count)));
    if (!odd.empty() && odd.size() <= kFew) return say("spacing.uneven", mm(usual), withAnd(std::move(odd)));
    const auto [least, most] = std::minmax_element(
        runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.pitchMm() < b.pitchMm(); });
    return say("spacing.uneven_range", mm(usual), mm(least->pitchMm()), mm(most->pitchMm()),
               travel.between(runs.front().first, runs.back().first + runs.back().count));
}

void warnOfUnevenSpacing(const Travel& travel, const std::vector<Gap>& gaps,
                         std::vector<LoadWarning>& warnings) {
    const std::vector<Run> runs = runsOf(travel, travel.slices(), gaps);
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
        if (!isOnePitch) warnings.push_back({LoadWarning::Kind::UnevenSpacing, unevenText(travel, runs)});
        return;
    }
    for (std::size_t i = 1; i < pitches.size(); ++i)
        warnings.push_back(
            {LoadWarning::Kind::UnevenSpacing, pitchChange(travel, pitches[i - 1], pitches[i], runs)});
}

void warnOfTilt(const Grid& grid, std::vector<LoadWarning>& warnings) {
    const double tilt = std::abs(grid.tiltDegrees());
    if (tilt >= kTiltDegrees)
        warnings.push_back({LoadWarning::Kind::Tilt, say("stack.tilt", oneDecimal(tilt, Unit::Degree))});
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
        warnings.push_back({LoadWarning::Kind::Geometry, say("stack.sideways", mm(farthest))});
    const double lean = std::atan2(std::abs(dot(line, grid.rowDirection())), along) * 180 / std::numbers::pi;
    if (lean >= kTiltDegrees)
        warnings.push_back({LoadWarning::Kind::Geometry, say("stack.leans", oneDecimal(lean, Unit::Degree))});
}

} // namespace

std::vector<LoadWarning> geometryWarnings(const Grid& grid, Sides sides) {
    std::vector<LoadWarning> warnings;
    if (grid.slices() < 2) return warnings;
    const std::vector<Gap> gaps = findGaps(grid);
    const Travel travel(grid, sides);
    warnOfGaps(travel, gaps, warnings);
    warnOfUnevenSpacing(travel, gaps, warnings);
    warnOfTilt(grid, warnings);
    warnOfSidewaysShift(grid, warnings);
    return warnings;
}

} // namespace hemo::imaging
