#pragma once

#include "core/state/viewport.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hemo {

/// How the viewports stand: row by row, in their order.
struct Layout {
    int rows = 1, columns = 1;
    bool isFirstTall = false; ///< the first takes a column of its own, all rows high
    bool operator==(const Layout&) const = default;
};

/// Where one viewport stands among those that are seen.
struct Cell {
    ViewportId viewport{};
    int row = 0, column = 0;
    int rows = 1; ///< that it takes
    bool operator==(const Cell&) const = default;
};

/// What is shown of one reading, and how.
enum class ViewSet {
    Four,         ///< axial, coronal, sagittal, volume
    One,          ///< the acquired slices
    BrainAndBone, ///< the same slices twice, the second in the bone window
    OneLarge,     ///< the slices large, beside them the other planes and the volume
    Film,         ///< a page of slices that follow each other
};
/// As settings name it: "brain-bone".
std::string_view viewSetName(ViewSet set);
std::optional<ViewSet> viewSetNamed(std::string_view name);
inline constexpr int kFilmRows = 3, kFilmColumns = 4;

inline constexpr int kMostBeside = 4;

/// For so many readings beside each other: all in a row up to three, four in a square.
Layout layoutBeside(int readings);

/// Where the first so many viewports stand.
std::vector<Cell> cellsOf(const Layout& layout, std::size_t viewports);
/// For so many that are left of a layout, others being in windows of their own.
Layout layoutOfRest(const Layout& layout, int left);

std::vector<Viewport> viewsOf(ViewSet set, ReadingId reading);
Layout layoutOf(ViewSet set);

} // namespace hemo
