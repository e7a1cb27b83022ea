#pragma once

namespace hemo {

/// What goes with the hand while a button of the mouse is held over a picture.
enum class DragMeaning { Window, Pan, Zoom, Slices, Slab };

/// Of the buttons beside the left one, which holds the tool.
struct MouseTable {
    DragMeaning middle = DragMeaning::Pan, right = DragMeaning::Zoom;
    bool operator==(const MouseTable&) const = default;
};

} // namespace hemo
