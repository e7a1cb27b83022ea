// How long a frame takes from a notch of the wheel or a move of the dragging hand until all of it is painted:
// real events into the program's window, one after the other, on large screens. A table of medians, 95 %
// and the longest. Beside each other in one run, in turn by rounds: with and without twenty measurements,
// 1,500 slices and 28. With DISPLAY set, what is painted goes to that display, else nowhere.

#include "made_studies.h"
#include "open_window.h"

#include "core/imaging/write/write_series.h"
#include "core/marks/mark.h"
#include "core/simulate/phantom.h"
#include "core/state/select/screen.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/volume_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace hemo;
using bench::OpenWindow;

constexpr int kFrames = 200, kRounds = 5, kWarmUp = 10;
constexpr QSize kOneScreen(1920, 1200), kLargeScreen(2560, 1440);

/// What one event makes: milliseconds.
using Frame = std::function<double(int n)>;

class Times {
public:
    void add(double ms) { m_ms.push_back(ms); }
    void print(const std::string& what) {
        std::sort(m_ms.begin(), m_ms.end());
        std::printf("| %-60s | %6.1f | %6.1f | %6.1f |\n", what.c_str(), bench::quantile(m_ms, 0.5),
                    bench::quantile(m_ms, 0.95), m_ms.back());
        std::fflush(stdout);
    }

private:
    std::vector<double> m_ms;
};

void measure(Times& times, int frames, const Frame& frame) {
    for (int n = -kWarmUp; n < frames; ++n) {
        const double ms = bench::atScreensPace([&] { return frame(n + kWarmUp); });
        if (n >= 0) times.add(ms);
    }
}

void measure(const std::string& what, const Frame& frame) {
    Times times;
    measure(times, kFrames, frame);
    times.print(what);
}

void sendMouse(QWidget& view, QEvent::Type type, QPointF at) {
    const bool isMove = type == QEvent::MouseMove, isUp = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, view.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      isUp ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

/// The held hand goes to and fro.
QPointF handAt(const QWidget& view, int n) {
    const int step = n % 80 < 40 ? n % 80 : 80 - n % 80;
    return QRectF(view.rect()).center() + QPointF(step * 2, step);
}

void measureDrag(const std::string& what, QWidget& view) {
    sendMouse(view, QEvent::MouseButtonPress, handAt(view, 0));
    measure(what, [&](int n) {
        return OpenWindow::timed([&] { sendMouse(view, QEvent::MouseMove, handAt(view, n)); });
    });
    sendMouse(view, QEvent::MouseButtonRelease, handAt(view, 0));
}

void measureWheel(const std::string& what, OpenWindow& window) {
    QWidget& view = *window.views().sliceView(kLead);
    measure(what, [&](int) { return window.wheel(view); });
}

void choose(OpenWindow& window, ViewSet set, QSize size) {
    window.resize(size);
    window.store().dispatch(action::ChooseViews{set});
    window.store().dispatch(action::ChooseTool{Tool::Window});
    bench::runUntil([&] { return window.views().isSettled(); });
}

void setSlab(OpenWindow& window, const Slab& slab) {
    window.store().dispatch(action::SetSlab{kLead, slab});
}

/// The wheel and the window tool over one layout.
void measureLayout(OpenWindow& window, ViewSet set, QSize size, const std::string& name) {
    choose(window, set, size);
    measureWheel(name + ": wheel", window);
    measureDrag(name + ": window drag", *window.views().sliceView(kLead));
    if (set == ViewSet::Film) return;
    setSlab(window, {Slab::Kind::Maximum, 10});
    measureWheel(name + ": wheel, MIP of 10 mm", window);
    setSlab(window, {});
}

/// Lengths and regions all over the slice that is shown.
void putMarks(OpenWindow& window, int marks) {
    const Reading& reading = window.lead();
    const Grid& grid = reading.volume->grid();
    const int slice = grid.nearestSlice(*select::placeIn(window.state(), kLead));
    for (int n = 0; n < marks; ++n) {
        Mark mark;
        mark.id = MarkId{static_cast<std::uint64_t>(n) + 1};
        mark.shape = n % 2 ? Mark::Shape::Ellipse : Mark::Shape::Length;
        mark.frame = {grid.rowDirection(), grid.columnDirection()};
        const double column = 100 + n % 5 * 60, row = 120 + n / 5 * 60;
        mark.points = {grid.toPatient({column, row, double(slice)}),
                       grid.toPatient({column + 45, row + 40, double(slice)})};
        window.store().dispatch(action::PutMark{reading.id, mark});
    }
    window.store().dispatch(action::ChooseMark{});
}

/// Each frame another window on one slice, without marks and with them in turn.
void measureMarks(OpenWindow& window) {
    choose(window, ViewSet::One, kOneScreen);
    QWidget& view = *window.views().sliceView(kLead);
    Times without, with;
    const auto onTheSlice = [&](Times& times) {
        measure(times, kFrames / kRounds, [&](int n) {
            return OpenWindow::timed([&] {
                sendMouse(view, QEvent::MouseMove, handAt(view, n));
                window.store().dispatch(action::SetWindow{kLead, {40.0 + n % 2, 80}});
            });
        });
    };
    for (int round = 0; round < kRounds; ++round) {
        onTheSlice(without);
        putMarks(window, 20);
        onTheSlice(with);
        for (int n = 0; n < 20; ++n)
            window.store().dispatch(action::UndoMarks{});
    }
    without.print("one view, another window each frame: no measurement");
    with.print("the same with twenty measurements in it");
}

/// Until the picture that the hand asked for is on the screen: what is drawn while it turns is that fast.
void measureVolume(OpenWindow& window, QSize size, const std::string& name) {
    choose(window, ViewSet::Four, size);
    constexpr ViewportId kVolume{3};
    auto& view = *window.views().volumeView(kVolume);
    const auto isDrawn = [&] { return view.isSettled(); };
    Times times;
    sendMouse(view, QEvent::MouseButtonPress, handAt(view, 0));
    for (int n = 1; n <= 40; ++n) {
        QElapsedTimer since;
        since.start();
        sendMouse(view, QEvent::MouseMove, handAt(view, n));
        bench::runUntil(isDrawn);
        times.add(double(since.nsecsElapsed()) / 1e6);
    }
    sendMouse(view, QEvent::MouseButtonRelease, handAt(view, 0));
    bench::runUntil(isDrawn);
    times.print(name + ": volume turned, picture after picture");
}

void writePhantom(const std::filesystem::path& folder) {
    if (!imaging::writeSeries(*makePhantom({}).volume, {}, folder, TaskContext{}))
        bench::stop("the phantom cannot be written");
}

/// Both windows are open, each scrolled in turn.
void measureLengths(OpenWindow& few) {
    OpenWindow many(kOneScreen, bench::longStudy());
    Times ofFew, ofMany;
    for (OpenWindow* window : {&few, &many})
        choose(*window, ViewSet::One, kOneScreen);
    for (int round = 0; round < kRounds; ++round)
        for (auto [window, times] : {std::pair{&few, &ofFew}, std::pair{&many, &ofMany}}) {
            QWidget& view = *window->views().sliceView(kLead);
            measure(*times, kFrames / kRounds, [&](int) { return window->wheel(view); });
        }
    ofFew.print("one view: wheel through 28 slices");
    ofMany.print("the same through 1,500");
}

void measureAll() {
    std::printf("| %-60s | %6s | %6s | %6s |\n|---|---|---|---|\n", "", "median", "95 %", "worst");
    {
        OpenWindow window(kOneScreen, bench::plainStudy());
        measureLayout(window, ViewSet::One, kOneScreen, "one view, 1920 x 1200");
        measureLayout(window, ViewSet::Four, kLargeScreen, "four views, 2560 x 1440");
        measureLayout(window, ViewSet::BrainAndBone, kOneScreen, "brain and bone, 1920 x 1200");
        measureLayout(window, ViewSet::Film, kOneScreen, "film of twelve, 1920 x 1200");
        measureMarks(window);
        measureVolume(window, kOneScreen, "four views, 1920 x 1200");
        choose(window, ViewSet::Four, kOneScreen);
        window.store().dispatch(action::ToggleApart{ViewportId{1}});
        measureWheel("four views, one of them in a window of its own: wheel", window);
        window.store().dispatch(action::ToggleApart{ViewportId{1}});
    }
    const hemo::testing::TempFolder folder;
    writePhantom(folder.path() / "phantom");
    OpenWindow few(kOneScreen, folder.path() / "phantom");
    measureVolume(few, kOneScreen, "28 slices");
    measureLengths(few);
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    measureAll();
}
