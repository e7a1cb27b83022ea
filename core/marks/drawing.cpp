#include "core/marks/drawing.h"

#include "core/marks/measure.h"

namespace hemo {
namespace {

/// The place under the hand is settled; where more are wanted the next one goes with the hand.
Drawn settled(Mark mark) {
    const bool isWhole = mark.points.size() >= placesOf(mark.shape);
    if (!isWhole) mark.points.push_back(mark.points.back());
    return {std::move(mark), isWhole};
}

bool isFar(const Mark& mark, double trembleMm) {
    const auto& places = mark.points;
    return places.size() > 1 && length(places.back() - places[places.size() - 2]) >= trembleMm;
}

/// The place under the hand is settled where it is another than the one before.
Drawn stopped(Mark mark, PatientPoint at, double trembleMm) {
    mark.points.back() = at;
    if (!isFar(mark, trembleMm)) return {std::move(mark), false};
    return settled(std::move(mark));
}

} // namespace

Mark begun(Mark::Shape shape, const ViewFrame& frame, PatientPoint at, MarkId id) {
    return {id, shape, frame, {at, at}, {}};
}

Mark moved(Mark mark, PatientPoint to, double trembleMm) {
    mark.points.back() = to;
    if (mark.shape == Mark::Shape::Freehand && isFar(mark, trembleMm)) mark.points.push_back(to);
    return mark;
}

Drawn pressed(Mark mark, PatientPoint at, double trembleMm) {
    return stopped(std::move(mark), at, trembleMm);
}

std::optional<Drawn> released(Mark mark, PatientPoint at, double trembleMm) {
    if (mark.shape == Mark::Shape::Freehand) {
        mark.points.back() = at;
        if (areaMm2(mark) < trembleMm * trembleMm) return std::nullopt;
        return Drawn{std::move(mark), true};
    }
    return stopped(std::move(mark), at, trembleMm);
}

} // namespace hemo
