#pragma once

#include "core/geometry/reading_plane.h"
#include "core/marks/blood.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hemo {

/// Tells marks apart, also those of two windows that show one series: whoever begins a mark draws its number
/// by lot.
enum class MarkId : std::uint64_t {};

/// Something that the reader drew into a series.
struct Mark {
    enum class Shape {
        Length,
        Angle, ///< at the second of three places
        Ellipse,
        Rectangle,
        Freehand,     ///< a region with the rim that the hand drew
        Arrow,        ///< the first place is its tip
        MidlineShift, ///< of the third place from the line through the first two
        EvansIndex,   ///< the frontal horns' width (two places) over the skull's inner width (two more)
        AbcHalf,      ///< three diameters of a haematoma, two places each: two in the slice, one across it
        KeyImage,     ///< the whole picture that it lies in; one place
        Volume,       ///< blood in all slices that it lies in, grown from a click or painted; one place in it
    };

    MarkId id{};
    Shape shape = Shape::Length;
    /// Right and down of the picture it was drawn in, unit vectors, LPS. Ellipses and rectangles lie along
    /// it.
    ViewFrame frame{};
    /// LPS mm, in the order in which they were placed, in one plane of `frame`. Of ellipses and rectangles:
    /// two opposite corners of the box around them.
    std::vector<PatientPoint> points;
    std::string text;                     ///< the reader's own words, UTF-8
    std::shared_ptr<const Blood> blood{}; ///< of Volume; null for all others
    /// Laid by the program on what the second reader found: it is hidden where that is.
    bool isOfFinding = false;
    bool operator==(const Mark&) const = default;
};
using Marks = std::vector<Mark>;

/// How many places a whole mark has; of Freehand the fewest.
std::size_t placesOf(Mark::Shape shape);
/// A Volume of these voxels, at least one; `grid`: the acquired slices'.
Mark volumeMark(MarkId id, std::vector<std::uint32_t> voxels, const Grid& grid);
/// Encloses pixels whose HU can be told.
bool isRegion(Mark::Shape shape);
/// Null where there is none of that number.
const Mark* findMark(const Marks& marks, MarkId id);

/// Whether the picture of a plane through `place` is the one that the mark lies in.
bool liesIn(const Mark& mark, const ReadingPlane& plane, const Grid& grid, PatientPoint place);
/// Its places but those of AbcHalf that tell how high the blood is. They live as long as the mark.
std::span<const PatientPoint> placesInPicture(const Mark& mark);
/// The middle of its places that lie in its picture.
PatientPoint middleOf(const Mark& mark);

} // namespace hemo
