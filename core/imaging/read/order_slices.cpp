#include "core/imaging/read/order_slices.h"

#include "core/imaging/read/plain_words.h"

#include <algorithm>
#include <limits>
#include <numeric>

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

Source sourceFor(std::span<const SliceHeader> slices) {
    if (countOf(slices, hasPosition) > 0) return Source::Position;
    const auto hasLocation = [](const SliceHeader& s) { return s.sliceLocationMm.has_value(); };
    return countOf(slices, hasLocation) == slices.size() ? Source::SliceLocation : Source::InstanceNumber;
}

/// Files without a number come last, in the order in which they were given.
int instanceOf(const SliceHeader& slice) {
    return slice.instanceNumber.value_or(std::numeric_limits<int>::max());
}

std::vector<Placed> placeByPosition(std::span<const SliceHeader> slices, Vec3 normal) {
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

/// What a reader must not trust when the files name no positions.
void warnOfUnknownPlaces(std::span<const SliceHeader> slices, Source source, StackOrder& order) {
    std::string text;
    if (source == Source::Position) {
        const std::size_t left = slices.size() - countOf(slices, hasPosition);
        if (left > 0)
            order.warnings.push_back({LoadWarning::Kind::Unreadable,
                                      counted(left, "image names", "images name") + " no position and " +
                                          (left == 1 ? "is" : "are") + " left out."});
    } else if (slices.size() == 1) {
        text = "The file names no position: where the slice lies in the head is unknown.";
    } else if (source == Source::SliceLocation) {
        text =
            "The files name no positions: slices are ordered by their slice location, so top and bottom may "
            "be swapped.";
    } else {
        text = "The files name no positions: slices are ordered by image number, " +
               millimetres(assumedStepMm(slices)) +
               " mm apart is assumed, and top and bottom may be swapped.";
    }
    if (!text.empty()) order.warnings.push_back({LoadWarning::Kind::Geometry, text});
    if (!slices.front().orientation)
        order.warnings.push_back({LoadWarning::Kind::Geometry,
                                  "The files name no directions: left and right are assumed, not known."});
}

/// Leaves one slice a plane: of those a hair apart the one with the lowest instance number.
void dropRepeats(std::vector<Placed>& placed, StackOrder& order) {
    std::vector<Placed> kept;
    double planeMm = 0;
    for (const Placed& p : placed) {
        if (kept.empty() || p.offsetMm - planeMm > kSamePlaneMm) {
            kept.push_back(p);
            planeMm = p.offsetMm;
        } else if (p.instance < kept.back().instance) {
            kept.back() = p;
        }
    }
    const std::size_t dropped = placed.size() - kept.size();
    placed = std::move(kept);
    if (dropped == 0) return;
    order.warnings.push_back({LoadWarning::Kind::Duplicate,
                              counted(dropped, "image lies", "images lie") +
                                  " in the same place as another and " + (dropped == 1 ? "is" : "are") +
                                  " left out: the first by image number is shown."});
}

} // namespace

Orientation orientationOf(const SliceHeader& slice) {
    return slice.orientation.value_or(Orientation{{1, 0, 0}, {0, 1, 0}});
}

StackOrder orderSlices(std::span<const SliceHeader> slices) {
    StackOrder order;
    if (slices.empty()) return order;
    const Vec3 normal = orientationOf(slices.front()).normal();
    const Source source = sourceFor(slices);
    std::vector<Placed> placed = source == Source::Position        ? placeByPosition(slices, normal)
                                 : source == Source::SliceLocation ? placeByLocation(slices, normal)
                                                                   : placeByInstance(slices, normal);
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return a.offsetMm < b.offsetMm; });
    warnOfUnknownPlaces(slices, source, order);
    dropRepeats(placed, order);
    for (const Placed& p : placed) {
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
    const SliceHeader& first = slices[order.kept.front()];
    const Orientation orientation = orientationOf(first);
    const PixelSpacing spacing = first.spacing.value_or(PixelSpacing{});
    return Grid(first.pixels.columns, first.pixels.rows, orientation.row, orientation.column,
                spacing.columnMm, spacing.rowMm, order.positions);
}

} // namespace hemo::imaging
