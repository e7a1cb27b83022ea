#include "core/state/screen.h"

namespace hemo {

std::optional<Mark::Shape> shapeDrawnBy(Tool tool) {
    switch (tool) {
    case Tool::Length:
        return Mark::Shape::Length;
    case Tool::Angle:
        return Mark::Shape::Angle;
    case Tool::Ellipse:
        return Mark::Shape::Ellipse;
    case Tool::Rectangle:
        return Mark::Shape::Rectangle;
    case Tool::Freehand:
        return Mark::Shape::Freehand;
    case Tool::Arrow:
        return Mark::Shape::Arrow;
    case Tool::MidlineShift:
        return Mark::Shape::MidlineShift;
    case Tool::EvansIndex:
        return Mark::Shape::EvansIndex;
    case Tool::AbcHalf:
        return Mark::Shape::AbcHalf;
    case Tool::Brush:
        return Mark::Shape::Volume;
    case Tool::Window:
    case Tool::Pan:
    case Tool::Zoom:
    case Tool::Crosshair:
    case Tool::OwnFinding:
    case Tool::Volume:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace hemo
