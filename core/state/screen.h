#pragma once

#include "core/geometry/patient_space.h"
#include "core/marks/mark.h"
#include "core/state/layout.h"
#include "core/state/link.h"

#include <optional>
#include <vector>

namespace hemo {

/// What the left mouse button does in a slice view.
enum class Tool {
    Window,
    Pan,
    Zoom,
    Crosshair,
    Length, ///< from here to ABC/2 each draws a mark
    Angle,
    Ellipse,
    Rectangle,
    Freehand,
    Arrow,
    MidlineShift,
    EvansIndex,
    AbcHalf,
    OwnFinding, ///< draws none: the next click is a finding of the reader's own
    Volume,     ///< draws none: from the next click on blood is measured
    Brush,      ///< paints into the chosen volume, or into a new one
};
inline constexpr double kLeastBrushMm = 1, kMostBrushMm = 20;
/// The mark that a tool draws; none for tools that draw none.
std::optional<Mark::Shape> shapeDrawnBy(Tool tool);

/// A mark that is being drawn or changed with the mouse, shown in place of the mark of its number. It becomes
/// a step to undo when it is whole.
struct MarkDraft {
    ViewportId viewport{};
    Mark mark;
    bool operator==(const MarkDraft&) const = default;
};

/// What is under the mouse.
struct Hover {
    ViewportId viewport{};
    PatientPoint place; ///< in the patient space of the reading that is shown there
    bool operator==(const Hover&) const = default;
};

/// What is taken off the pictures, pixel by pixel.
enum class Difference {
    None,
    Beside,    ///< off the first reading the one beside it, where the two are linked
    OtherHalf, ///< off each half of a head the other one
};

/// What stands where in the middle of the window.
struct Screen {
    ViewSet viewSet = ViewSet::Four; ///< of one reading; it comes back after several
    Layout layout = layoutOf(ViewSet::Four);
    std::vector<Viewport> viewports = viewsOf(ViewSet::Four, ReadingId::None);
    ViewportId active = kLead; ///< the one that the keys and the second reader's card mean
    std::optional<ViewportId> enlarged;
    std::vector<Link> links;
    /// The views of one reading while several readings stand beside each other: they come back as they were.
    std::vector<Viewport> aside;
    Tool tool = Tool::Window;
    bool isPlaying = false;       ///< the slices go by themselves
    bool isCrosshairShown = true; ///< the other views' planes, as lines
    bool isHeatShown = false;
    bool isOtherHalf = false; ///< each half of a head stands where the other one stood
    Difference difference = Difference::None;
    bool isValueAtCursor = true; ///< the HU under the mouse stand beside it
    bool isPeeking = false;      ///< while the key is held: the heat the other way round
    bool isListFolded = false;   ///< by itself, where the window is narrow; the card with its verdict stays
    bool isAnswering = false;    ///< the reader is making up a verdict of their own
    std::optional<Hover> hover;
    std::optional<MarkDraft> draft;
    double brushMm = 4;               ///< how far the brush reaches
    std::optional<MarkId> chosenMark; ///< whose handles are shown, and which Delete removes
    bool operator==(const Screen&) const = default;
};

} // namespace hemo
