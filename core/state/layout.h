#pragma once

#include "core/state/viewport.h"

#include <optional>
#include <vector>

namespace hemo {

/// How the viewports stand: row by row, in their order.
struct Layout {
    int rows = 1, columns = 1;
    bool operator==(const Layout&) const = default;
};

/// Where one viewport stands among those that are seen.
struct Cell {
    ViewportId viewport{};
    int row = 0, column = 0;
    bool operator==(const Cell&) const = default;
};

inline constexpr int kMostBeside = 4;

/// For so many readings beside each other: all in a row up to three, four in a square.
Layout layoutBeside(int readings);

/// What is seen: one viewport alone where it is enlarged, else all of them.
std::vector<Cell> cellsOf(const Layout& layout, std::size_t viewports, std::optional<ViewportId> enlarged);

/// The planes of one reading and its volume, row by row: axial, coronal, sagittal, volume.
std::vector<Viewport> fourViews(ReadingId reading);
inline constexpr Layout kFourViews{2, 2};

} // namespace hemo
