#include "core/imaging/series/order_slices.h"

#include "core/geometry/slice_line.h"
#include "core/imaging/position_words.h"
#include "core/words/lists.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace hemo::imaging {
namespace {

constexpr double kSamePlaneMm = 0.01;

enum class Source { Position, SliceLocation, InstanceNumber };

struct Placed {
    std::size_t index = 0;
    PatientPoint position;
    double offsetMm = 0; // along the normal
    int instance = 0;
};

template <class Has> std::size_t countOf(std::span<const SliceHeader> slices, Has has) {
    return static_cast<std::size_t>(std::count_if(slices.begin(), slices.end(), has));
}

bool hasPosition(const SliceHeader& s) {
    return s.position.has_value();
}

bool hasLocation(const SliceHeader& s) {
    return s.sliceLocationMm.has_value();
}

bool haveOneLocation(std::span<const SliceHeader> slices) {
    const double first = *slices.front().sliceLocationMm;
    return slices.size() > 1 && countOf(slices, [&](const SliceHeader& s) {
                                    return std::abs(*s.sliceLocationMm - first) <= kSamePlaneMm;
                                }) == slices.size();
}

/// True where positions are there and say nothing: all the same, though slice locations differ, or all at the
/// origin, where no scanner puts a stack of slices.
bool arePositionsEmpty(std::span<const SliceHeader> slices) {
    if (slices.size() < 2 || countOf(slices, hasPosition) < slices.size()) return false;
    const PatientPoint first = *slices.front().position;
    const auto differs = [&](const SliceHeader& s) { return length(*s.position - first) > kSamePlaneMm; };
    if (countOf(slices, differs) > 0) return false;
    if (countOf(slices, hasLocation) == slices.size() && !haveOneLocation(slices)) return true;
    std::set<int> numbers;
    for (const SliceHeader& slice : slices)
        if (slice.instanceNumber) numbers.insert(*slice.instanceNumber);
    return length(first - PatientPoint{}) == 0 && numbers.size() == slices.size();
}

Source sourceFor(std::span<const SliceHeader> slices) {
    const bool areEmpty = arePositionsEmpty(slices);
    if (countOf(slices, hasPosition) > 0 && !areEmpty) return Source::Position;
    const bool areLocated = countOf(slices, hasLocation) == slices.size();
    return areLocated && !(areEmpty && haveOneLocation(slices)) ? Source::SliceLocation
                                                                : Source::InstanceNumber;
}

/// Files without a number come last, in the order in which they were given.
int instanceOf(const SliceHeader& slice) {
    return slice.instanceNumber.value_or(std::numeric_limits<int>::max());
}

/// The line from the first slice to the one farthest from it; zero where all lie in one place.
Vec3 lineOf(std::span<const SliceHeader> slices) {
    const auto first = std::find_if(slices.begin(), slices.end(), hasPosition);
    Vec3 line{0, 0, 0};
    for (const SliceHeader& slice : slices)
        if (slice.position && length(*slice.position - *first->position) > length(line))
            line = *slice.position - *first->position;
    return line;
}

/// Positions without directions: the slices are taken to be upright axial ones. Where their positions say
/// that they cannot be (they lie in a line across the body) only the distances along that line are kept.
std::vector<Placed> placeWithoutDirections(std::span<const SliceHeader> slices, Vec3 normal) {
    constexpr double kLeastUpward = 0.5;
    Vec3 line = normalized(lineOf(slices));
    const bool canBeAxial = length(line) == 0 || std::abs(dot(line, normal)) > kLeastUpward;
    if (canBeAxial) line = normal;
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (!slices[i].position) continue;
        const double mm = dot(*slices[i].position - PatientPoint{}, line);
        placed.push_back(
            {i, canBeAxial ? *slices[i].position : PatientPoint{} + normal * mm, mm, instanceOf(slices[i])});
    }
    return placed;
}

std::vector<Placed> placeByPosition(std::span<const SliceHeader> slices, Vec3 normal) {
    if (!slices.front().orientation) return placeWithoutDirections(slices, normal);
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < slices.size(); ++i)
        if (slices[i].position)
            placed.push_back({i, *slices[i].position, dot(*slices[i].position - PatientPoint{}, normal),
                              instanceOf(slices[i])});
    return placed;
}

std::vector<Placed> placeByLocation(std::span<const SliceHeader> slices, Vec3 normal) {
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const double mm = *slices[i].sliceLocationMm;
        placed.push_back({i, PatientPoint{} + normal * mm, mm, instanceOf(slices[i])});
    }
    return placed;
}

double assumedStepMm(std::span<const SliceHeader> slices) {
    return slices.front().nominalStepMm.value_or(1);
}

std::vector<Placed> placeByInstance(std::span<const SliceHeader> slices, Vec3 normal) {
    std::vector<std::size_t> order(slices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return instanceOf(slices[a]) < instanceOf(slices[b]);
    });
    std::vector<Placed> placed;
    for (std::size_t n = 0; n < order.size(); ++n) {
        const double mm = static_cast<double>(n) * assumedStepMm(slices);
        placed.push_back({order[n], PatientPoint{} + normal * mm, mm, static_cast<int>(n)});
    }
    return placed;
}

/// By what slices are ordered that name no positions, or all the same one.
Message orderWithoutPlaces(std::span<const SliceHeader> slices, Source source) {
    if (slices.size() == 1) return say("order.one_slice");
    const bool isSame = countOf(slices, hasPosition) > 0;
    if (source == Source::SliceLocation)
        return isSame ? say("order.same_by_location") : say("order.none_by_location");
    const auto hasNumber = [](const SliceHeader& s) { return s.instanceNumber.has_value(); };
    const Number step = mm(assumedStepMm(slices));
    if (countOf(slices, hasNumber) > 0)
        return isSame ? say("order.same_by_number", step) : say("order.none_by_number", step);
    return isSame ? say("order.same_by_name", step) : say("order.none_by_name", step);
}

/// What a reader must not trust when the files name no positions.
void warnOfUnknownPlaces(std::span<const SliceHeader> slices, Source source, StackOrder& order) {
    if (source == Source::Position) {
        const std::size_t left = slices.size() - countOf(slices, hasPosition);
        if (left > 0)
            order.warnings.push_back(
                {LoadWarning::Kind::Unreadable, say("order.no_position", inWords(left))});
    } else {
        order.warnings.push_back({LoadWarning::Kind::Geometry, orderWithoutPlaces(slices, source)});
    }
    if (!slices.front().orientation)
        order.warnings.push_back({LoadWarning::Kind::Geometry, say("order.no_directions")});
}

std::vector<Placed> placed(std::span<const SliceHeader> slices) {
    const Vec3 normal = orientationOf(slices.front()).normal();
    const Source source = sourceFor(slices);
    std::vector<Placed> all = source == Source::Position        ? placeByPosition(slices, normal)
                              : source == Source::SliceLocation ? placeByLocation(slices, normal)
                                                                : placeByInstance(slices, normal);
    std::stable_sort(all.begin(), all.end(),
                     [](const Placed& a, const Placed& b) { return a.offsetMm < b.offsetMm; });
    return all;
}

/// "at S 10.0 mm", "at S 10.0 and S 15.0 mm", "between S 10.0 and S 45.0 mm" (of several).
Message placesText(std::vector<Message> places) {
    constexpr std::size_t kFew = 3;
    if (places.size() > kFew) return say("place.between", places.front(), places.back());
    return say("place.at", withAnd(std::move(places)));
}

void warnOfRepeats(std::span<const SliceHeader> slices, const std::vector<std::size_t>& dropped,
                   StackOrder& order) {
    if (dropped.empty()) return;
    order.warnings.push_back({LoadWarning::Kind::Duplicate,
                              say("order.repeats", inWords(dropped.size()), placesOf(slices, dropped))});
}

/// Leaves one slice a plane: of those a hair apart the one with the lowest instance number. Returns the
/// others.
std::vector<std::size_t> dropRepeats(std::vector<Placed>& placed) {
    std::vector<Placed> kept;
    std::vector<std::size_t> dropped;
    double planeMm = 0;
    for (const Placed& p : placed) {
        if (kept.empty() || p.offsetMm - planeMm > kSamePlaneMm) {
            kept.push_back(p);
            planeMm = p.offsetMm;
        } else if (p.instance < kept.back().instance) {
            dropped.push_back(kept.back().index);
            kept.back() = p;
        } else {
            dropped.push_back(p.index);
        }
    }
    placed = std::move(kept);
    return dropped;
}

/// Size and directions of one slice, for slices at these positions.
Grid gridLike(const SliceHeader& first, std::vector<PatientPoint> positions) {
    const Orientation orientation = orientationOf(first);
    const PixelSpacing spacing = first.spacing.value_or(PixelSpacing{});
    return Grid(first.pixels.columns, first.pixels.rows, orientation.row, orientation.column,
                spacing.columnMm, spacing.rowMm, std::move(positions));
}

} // namespace

Orientation orientationOf(const SliceHeader& slice) {
    return slice.orientation.value_or(Orientation{{1, 0, 0}, {0, 1, 0}});
}

std::vector<std::optional<double>> offsetsOf(std::span<const SliceHeader> slices) {
    std::vector<std::optional<double>> offsets(slices.size());
    if (slices.empty() || sourceFor(slices) == Source::InstanceNumber) return offsets;
    for (const Placed& p : placed(slices))
        offsets[p.index] = p.offsetMm;
    return offsets;
}

Message placesOf(std::span<const SliceHeader> slices, const std::vector<std::size_t>& which) {
    if (sourceFor(slices) == Source::InstanceNumber) return {};
    std::vector<bool> isWanted(slices.size());
    for (std::size_t i : which)
        isWanted[i] = true;
    std::vector<Message> places;
    for (const Placed& p : placed(slices)) {
        if (!isWanted[p.index]) continue;
        const Grid alone = gridLike(slices[p.index], {p.position});
        const double positionMm = SliceLine(alone).positionMm(0);
        Message text = slices.front().orientation
                           ? positionAlong(nativeAxis(alone), positionMm)
                           : say("place.unnamed", mm(std::round(positionMm * 10) / 10));
        if (places.empty() || places.back() != text) places.push_back(std::move(text));
    }
    return places.empty() ? Message() : placesText(std::move(places));
}

StackOrder orderSlices(std::span<const SliceHeader> slices) {
    StackOrder order;
    if (slices.empty()) return order;
    std::vector<Placed> inOrder = placed(slices);
    warnOfUnknownPlaces(slices, sourceFor(slices), order);
    warnOfRepeats(slices, dropRepeats(inOrder), order);
    for (const Placed& p : inOrder) {
        order.kept.push_back(p.index);
        order.positions.push_back(p.position);
    }
    return order;
}

std::vector<SliceHeader> keptSlices(std::span<const SliceHeader> slices, const StackOrder& order) {
    std::vector<SliceHeader> kept;
    kept.reserve(order.kept.size());
    for (std::size_t i : order.kept)
        kept.push_back(slices[i]);
    return kept;
}

Grid gridOf(std::span<const SliceHeader> slices, const StackOrder& order) {
    return gridLike(slices[order.kept.front()], order.positions);
}

} // namespace hemo::imaging
