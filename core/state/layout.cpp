#include "core/state/layout.h"

namespace hemo {

Layout layoutBeside(int readings) {
    return readings > 3 ? Layout{2, 2} : Layout{1, readings};
}

std::vector<Cell> cellsOf(const Layout& layout, std::size_t viewports, std::optional<ViewportId> enlarged) {
    if (enlarged) return {{*enlarged, 0, 0}};
    std::vector<Cell> cells;
    for (int n = 0; n < static_cast<int>(viewports); ++n)
        cells.push_back({ViewportId{n}, n / layout.columns, n % layout.columns});
    return cells;
}

std::vector<Viewport> fourViews(ReadingId reading) {
    std::vector<Viewport> views(4);
    for (Viewport& view : views)
        view.reading = reading;
    for (const ViewAxis axis : {ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal})
        views[static_cast<std::size_t>(axis)].plane = ReadingPlane::along(axis);
    views.back().kind = Viewport::Kind::Volume;
    return views;
}

} // namespace hemo
