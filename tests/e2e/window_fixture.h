#pragma once

#include "app_fixture.h"

#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"

namespace hemo::ui::testing {

/// The program's window, with a phantom on the disk to open.
class WindowTest : public ProgramTest {
protected:
    WindowTest() { writePhantom("series", "1.2.3"); }

    void writePhantom(const std::string& name, const std::string& uid) {
        PhantomSpec spec = coarseHead();
        spec.seriesInstanceUid = uid;
        const auto written =
            imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / name, TaskContext{});
        ASSERT_TRUE(written);
    }
    void open(const std::string& name) {
        application->store().dispatch(action::OpenPaths{{folder.path() / name}});
    }
    void openAndRead() {
        open("series");
        ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    }
};

} // namespace hemo::ui::testing
