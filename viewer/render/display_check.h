#pragma once

namespace hemo::render {

/// True where an X display with OpenGL can be reached. VTK ends the program where it cannot, so ask first.
bool hasOpenGlDisplay();
/// True where an X display can be reached, with or without OpenGL.
bool hasXDisplay();

} // namespace hemo::render
