#include "gui_fixture.h"

#include "app/panels/panel_parts.h"
#include "viewer/widgets/first_pictures.h"
#include "viewer/widgets/slice_view.h"

#include <QProgressBar>

#include <array>
#include <memory>

namespace hemo::ui {
namespace {

using namespace testing;

void aTurnOfTheLoop() {
    QCoreApplication::processEvents();
}

TEST(FirstPictures, EachIsInATurnOfItsOwn) {
    FirstPictures pictures;
    QObject first, second;
    auto gone = std::make_unique<QObject>();
    std::vector<int> painted;
    pictures.ask(&first, [&] { painted.push_back(1); });
    pictures.ask(gone.get(), [&] { painted.push_back(2); });
    pictures.ask(&second, [&] { painted.push_back(3); });
    EXPECT_TRUE(painted.empty());
    gone.reset();
    std::size_t most = 0;
    for (int turn = 0; turn < 20 && pictures.areWaiting(); ++turn) {
        const std::size_t before = painted.size();
        aTurnOfTheLoop();
        most = std::max(most, painted.size() - before);
    }
    EXPECT_EQ(painted, (std::vector{1, 3}));
    EXPECT_EQ(most, 1);
}

/// The volume of the fixture, all of it brighter.
VolumePtr brighterVolume() {
    const VolumePtr dark = markedVolume(Acquired::FeetToHead, "4.5.6");
    std::vector<std::int16_t> voxels(dark->voxels().begin(), dark->voxels().end());
    for (std::int16_t& hu : voxels)
        hu = static_cast<std::int16_t>(hu + 50);
    return std::make_shared<const Volume>(dark->grid(), std::move(voxels), "4.5.6");
}

TEST(FirstPictures, ViewsOfANewVolumeShowTheOldOneUntilTheirTurnAndNeverAMixture) {
    FirstPictures pictures;
    render::SliceRenderer renderer;
    const auto ignore = [](const Action&) {};
    std::array<std::unique_ptr<SliceView>, 3> views;
    const AppState before = openState(), after = openState(brighterVolume(), markedSeries("4.5.6"));
    for (const ViewportId axis : kPlanes) {
        auto& view = views[static_cast<std::size_t>(axis)];
        view = std::make_unique<SliceView>(axis, renderer, ignore, nullptr, &pictures);
        view->resize(200, 200);
        view->setState(before);
        view->show();
    }
    while (pictures.areWaiting())
        aTurnOfTheLoop();
    std::array<QImage, 3> old, fresh;
    for (std::size_t n = 0; n < views.size(); ++n) {
        old[n] = views[n]->grab().toImage();
        views[n]->setState(after);
        // What leaves the program is what the state says, whoever waits.
        fresh[n] = views[n]->picture();
        EXPECT_NE(fresh[n], old[n]);
        EXPECT_EQ(views[n]->grab().toImage(), old[n]) << "all of it, text and letters, until it is painted";
    }
    while (pictures.areWaiting())
        aTurnOfTheLoop();
    for (std::size_t n = 0; n < views.size(); ++n) {
        const QImage now = views[n]->grab().toImage();
        const QPoint beside(now.width() * 6 / 10, now.height() * 6 / 10); // the crosshair and all text
        EXPECT_GT(now.pixelColor(beside).value(), old[n].pixelColor(beside).value() + 40);
    }
}

/// How often a widget was painted.
class Paints : public QObject {
public:
    explicit Paints(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

TEST(Progress, IsPaintedWithTheWindowAndNotInTheMiddleOfWhatTellsIt) {
    QWidget window;
    QProgressBar* bar = thinProgress("Loading", &window);
    bar->resize(100, 4);
    bar->show();
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    aTurnOfTheLoop();
    Paints paints(*bar);
    setFraction(*bar, 0.25);
    setFraction(*bar, 0.75);
    EXPECT_EQ(paints.count, 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return paints.count > 0; }));
    EXPECT_EQ(bar->value(), 750);
}

} // namespace
} // namespace hemo::ui
