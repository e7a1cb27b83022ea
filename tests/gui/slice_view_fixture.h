#pragma once

#include "gui_fixture.h"

#include "viewer/widgets/slice_view.h"

#include <array>
#include <memory>

namespace hemo::ui::testing {

inline constexpr double kTinyMm = 1e-6;

inline void expectNear(PatientPoint a, PatientPoint b, double mm) {
    EXPECT_LE(length(a - b), mm) << a.x << " " << a.y << " " << a.z << " / " << b.x << " " << b.y << " "
                                 << b.z;
}

/// The three planes of one head, each in a view.
class SliceViewTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        for (const ViewportId axis : kPlanes) {
            auto& view = views[static_cast<std::size_t>(axis)];
            view = std::make_unique<SliceView>(axis, renderer, store.dispatch(), nullptr);
            view->resize(300, 320);
            store.show(*view);
            view->show();
        }
    }
    SliceView& axial() { return *views[0]; }
    SliceView& coronal() { return *views[1]; }
    SliceView& sagittal() { return *views[2]; }
    const AppState& state() const { return store.state; }

    TestStore store;
    render::SliceRenderer renderer;
    std::array<std::unique_ptr<SliceView>, 3> views;
};

} // namespace hemo::ui::testing
