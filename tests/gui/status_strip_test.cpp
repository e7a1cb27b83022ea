#include "gui_fixture.h"

#include "app/panels/status_strip.h"
#include "core/image/resample.h"
#include "core/image/shown_hu.h"
#include "tests/support/said.h"

#include <QLabel>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace hemo::ui {
namespace {

using namespace testing;

class StatusStripTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        store.show(strip);
        strip.resize(1000, 32);
        strip.show();
    }
    TestStore store;
    StatusStrip strip{store.dispatch(), nullptr};
};

TEST_F(StatusStripTest, TellsHuAndPlaceUnderTheCursor) {
    open(openState());
    store.send(action::HoverAt{Hover{kLead, kMarkCentre}});
    EXPECT_TRUE(allText(strip).contains("HU 80 at L 55.0 A 50.0 S 18.0 mm"));
    EXPECT_TRUE(allText(strip).contains("Slice 5/9"));
    EXPECT_TRUE(allText(strip).contains("W 80 L 40"));
    store.send(action::HoverAt{Hover{kLead, PatientPoint{-30, 12, 0}}});
    EXPECT_TRUE(allText(strip).contains("HU 0 at R 30.0 P 12.0 S 0.0 mm"));
    store.send(action::HoverAt{});
    EXPECT_FALSE(allText(strip).contains("HU"));
}

TEST_F(StatusStripTest, GapHasNoHounsfieldUnits) {
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 45., 50., 55., 60.})
        positions.push_back({0, 0, z});
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const auto native = std::make_shared<const Volume>(grid, std::vector<std::int16_t>(128, 33), "1");
    const VolumePtr regular = *resampleRegular(native, {});
    EXPECT_EQ(shownHu(native, regular, {1, 1, 15}), 33);
    EXPECT_EQ(shownHu(native, regular, {1, 1, 7}), 33);
    EXPECT_FALSE(shownHu(native, regular, {1, 1, 30}));
    EXPECT_FALSE(shownHu(native, nullptr, {1, 1, 7})) << "no reformat is shown yet";
}

TEST_F(StatusStripTest, CancelIsThereWhileSomethingLoads) {
    open(openState());
    auto* cancel = strip.findChild<QToolButton*>("cancel");
    EXPECT_FALSE(cancel->isVisible());
    store.send(action::OpenSeries{kLead, "other"});
    ASSERT_TRUE(cancel->isVisible());
    EXPECT_TRUE(allText(strip).contains("Reading slices"));
    QTest::mouseClick(cancel, Qt::LeftButton);
    EXPECT_FALSE(select::isLoading(store.state));
    EXPECT_FALSE(cancel->isVisible());
}

TEST_F(StatusStripTest, MessageStaysUntilItIsDismissed) {
    open(openState());
    store.send(action::Notify{{say("open.no_images"), true}});
    auto* message = strip.findChild<QLabel*>("message");
    EXPECT_EQ(message->text(), "! This folder has no DICOM images.");
    EXPECT_TRUE(Qt::mightBeRichText(message->toolTip())) << "which goes on in the next line where it is long";
    QTest::mouseClick(strip.findChild<QToolButton*>("dismiss"), Qt::LeftButton);
    EXPECT_FALSE(store.state.notice);
}

TEST_F(StatusStripTest, ASentenceIsCutAtNoEndWhereWhatStandsBesideItCanGo) {
    open(openState());
    const QList<QLabel*> labels = strip.findChildren<QLabel*>();
    auto* message = strip.findChild<QLabel*>("message");
    const auto shown = [&] { return std::ranges::count_if(labels, [](auto* l) { return l->isVisible(); }); };
    EXPECT_EQ(shown(), labels.size());
    store.send(action::Notify{
        {said("Making twelve drawn heads to learn from: this once it takes up to a minute."), false}});
    for (const int width : {1280, 1000, 760, 700}) {
        strip.resize(width, 32);
        QTest::qWait(0);
        EXPECT_GE(message->width(), message->fontMetrics().horizontalAdvance(message->text())) << width;
    }
    EXPECT_LT(shown(), labels.size());
    store.send(action::DismissNotice{});
    strip.resize(1000, 32);
    EXPECT_EQ(shown(), labels.size()) << "and they come back";
}

TEST_F(StatusStripTest, EveryControlHasAnAccessibleName) {
    open(openState());
    expectAccessibleNames(strip);
}

} // namespace
} // namespace hemo::ui
