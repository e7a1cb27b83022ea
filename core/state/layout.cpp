#include "core/state/layout.h"

#include <algorithm>
#include <utility>

namespace hemo {
namespace {

constexpr std::pair<ViewSet, std::string_view> kViewSetNames[] = {{ViewSet::Four, "four"},
                                                                  {ViewSet::One, "one"},
                                                                  {ViewSet::BrainAndBone, "brain-bone"},
                                                                  {ViewSet::OneLarge, "one-large"},
                                                                  {ViewSet::Film, "film"}};

} // namespace

std::string_view viewSetName(ViewSet set) {
    return std::ranges::find(kViewSetNames, set, &std::pair<ViewSet, std::string_view>::first)->second;
}
std::optional<ViewSet> viewSetNamed(std::string_view name) {
    const auto* it = std::ranges::find(kViewSetNames, name, &std::pair<ViewSet, std::string_view>::second);
    return it == std::end(kViewSetNames) ? std::nullopt : std::optional(it->first);
}

Layout layoutBeside(int readings) {
    return readings > 3 ? Layout{2, 2} : Layout{1, readings};
}

Layout layoutOfRest(const Layout& layout, int left) {
    if (left < 3) return {1, left};
    return layout.rows > 1 ? Layout{left - 1, 2, true} : Layout{1, left};
}

std::vector<Cell> cellsOf(const Layout& layout, std::size_t viewports) {
    std::vector<Cell> cells;
    for (int n = 0; n < static_cast<int>(viewports); ++n) {
        if (!layout.isFirstTall)
            cells.push_back({ViewportId{n}, n / layout.columns, n % layout.columns});
        else if (n == 0)
            cells.push_back({ViewportId{n}, 0, 0, layout.rows});
        else
            cells.push_back({ViewportId{n}, n - 1, 1});
    }
    return cells;
}

std::vector<Viewport> viewsOf(ViewSet set, ReadingId reading) {
    const auto along = [&](ViewAxis axis) {
        Viewport view;
        view.reading = reading;
        view.plane = ReadingPlane::along(axis);
        return view;
    };
    Viewport slices, volume;
    slices.reading = volume.reading = reading;
    volume.kind = Viewport::Kind::Volume;
    switch (set) {
    case ViewSet::One:
        return {slices};
    case ViewSet::BrainAndBone: {
        Viewport bone = slices;
        bone.ownWindow = kBoneWindow;
        return {slices, bone};
    }
    case ViewSet::Film: {
        std::vector<Viewport> page(std::size_t(kFilmRows) * kFilmColumns, slices);
        for (std::size_t n = 0; n < page.size(); ++n)
            page[n].tile = FilmTile{int(n), int(page.size())};
        return page;
    }
    case ViewSet::Four:
    case ViewSet::OneLarge:
        break;
    }
    return {along(ViewAxis::Axial), along(ViewAxis::Coronal), along(ViewAxis::Sagittal), volume};
}

Layout layoutOf(ViewSet set) {
    switch (set) {
    case ViewSet::One:
        return {1, 1};
    case ViewSet::BrainAndBone:
        return {1, 2};
    case ViewSet::OneLarge:
        return {3, 2, true};
    case ViewSet::Film:
        return {kFilmRows, kFilmColumns};
    case ViewSet::Four:
        break;
    }
    return {2, 2};
}

} // namespace hemo
