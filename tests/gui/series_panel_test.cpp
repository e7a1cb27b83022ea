#include "activate.h"
#include "gui_fixture.h"

#include "app/panels/series_item.h"
#include "app/panels/series_panel.h"
#include "app/panels/series_tree.h"
#include "tests/support/said.h"
#include "viewer/widgets/palette.h"

#include <QElapsedTimer>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidgetItemIterator>

namespace hemo::ui {
namespace {

using namespace testing;

class SeriesPanelTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        panel.resize(panel.width(), 600);
        store.show(panel);
        panel.show();
        tree = panel.findChild<SeriesTree*>();
        recents = panel.findChild<QListWidget*>("recentList");
    }
    QTreeWidgetItem* item(const QString& text) {
        return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    void click(const QString& text) {
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(item(text)).center());
    }
    bool isOpen(const QString& text) { return item(text)->data(0, IsOpenRole).toBool(); }
    QStringList allItems() {
        QStringList texts;
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            texts << (*it)->text(0);
        return texts;
    }
    /// The list replaced by these series, the first of them open.
    static AppState listed(FolderContents contents) {
        AppState s = openState(markedVolume(), contents.series.front());
        s.shelf.contents = std::make_shared<const FolderContents>(std::move(contents));
        return s;
    }
    static AppState welcome() {
        AppState s;
        RecentStudy here{{"/data/one"}, "Doe^Jane", 1, "20190312", "Head", 28};
        RecentStudy gone{{"/data/two"}, "Roe^John", 1, "20200101", "Head", 1};
        gone.isThere = false;
        return reduce(s, action::RecentsRead{{here, gone}});
    }

    TestStore store;
    SeriesPanel panel{store.dispatch(), nullptr};
    SeriesTree* tree = nullptr;
    QListWidget* recents = nullptr;
};

TEST_F(SeriesPanelTest, ClickOpensASeriesAndTheOpenOneIsMarked) {
    open(openState());
    EXPECT_TRUE(isOpen("Head 6 mm"));
    EXPECT_FALSE(isOpen("Head thin"));
    click("Head thin");
    EXPECT_EQ(lead(store.state).series->id, "other");
    EXPECT_TRUE(isOpen("Head 6 mm")) << "until the other one is there";
    store.send(action::SeriesLoaded{lead(store.state).id, lead(store.state).load.number,
                                    markedSeries("other"), markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_TRUE(isOpen("Head thin"));
    EXPECT_FALSE(isOpen("Head 6 mm"));
}

TEST_F(SeriesPanelTest, ArrowsAndEnterOpenASeriesAndGiveTheKeyboardBack) {
    open(openState());
    activate(panel);
    panel.focusList();
    ASSERT_TRUE(tree->hasFocus());
    EXPECT_EQ(tree->currentItem(), item("Head 6 mm"));
    QTest::keyClick(tree, Qt::Key_Down);
    EXPECT_EQ(lead(store.state).series->id, "1.2.3") << "looking along the list opens nothing";
    QTest::keyClick(tree, Qt::Key_Return);
    EXPECT_EQ(lead(store.state).series->id, "other");
    EXPECT_FALSE(tree->hasFocus());
}

TEST_F(SeriesPanelTest, ListTakesItsKeysFromTheWindowAndLeavesTheOthers) {
    open(openState());
    for (const auto& [key, isTaken] : {std::pair(Qt::Key_Up, true), std::pair(Qt::Key_PageDown, true),
                                       std::pair(Qt::Key_N, false), std::pair(Qt::Key_G, false)}) {
        QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::NoModifier);
        asked.ignore();
        QApplication::sendEvent(tree, &asked);
        EXPECT_EQ(asked.isAccepted(), isTaken) << key;
    }
}

TEST_F(SeriesPanelTest, EverySeriesSaysWhatTheSecondReaderSaysOfIt) {
    open(reduce(answeredState(), action::ReadListAhead{true}));
    const auto answerOf = [&](const char* id) {
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            if ((*it)->data(0, IdRole).toString() == id)
                return (*it)->data(0, Qt::AccessibleDescriptionRole).toString();
        return QString("not listed");
    };
    EXPECT_EQ(answerOf("1.2.3"), "Suspected");
    EXPECT_EQ(answerOf("other"), "Waiting");
    EXPECT_EQ(answerOf("scout"), "") << "it cannot be read";
    store.send(action::ReadListAhead{false});
    EXPECT_EQ(answerOf("other"), "");
}

TEST_F(SeriesPanelTest, ClickLeavesTheKeyboardToTheSlices) {
    open(openState());
    activate(panel);
    click("Head thin");
    EXPECT_FALSE(tree->hasFocus());
}

TEST_F(SeriesPanelTest, SeriesThatCannotBeOpenedSaysWhy) {
    open(openState());
    EXPECT_TRUE(item("Scout")->toolTip(0).contains("A scout cannot be opened as a stack."));
    EXPECT_TRUE(item("Scout")->data(0, IsListedRole).toBool());
    click("Scout");
    EXPECT_EQ(store.state.notice->text, "A scout cannot be opened as a stack.");
    EXPECT_EQ(lead(store.state).series->id, "1.2.3");
}

TEST_F(SeriesPanelTest, WarningsAreThoseOfTheSeriesThatIsShown) {
    SeriesInfo info = markedSeries();
    info.warnings = {{LoadWarning::Kind::Gap, said("Two slices are missing between 45 and 60 mm.")}};
    open(openState(markedVolume(), info));
    auto* warnings = panel.findChild<QLabel*>("warnings");
    EXPECT_TRUE(warnings->isVisible());
    EXPECT_EQ(warnings->text(), "Two slices are missing between 45 and 60 mm.");
    EXPECT_TRUE(item("Head 6 mm")->data(0, HasMarkRole).toBool());
    EXPECT_TRUE(item("Head 6 mm")->toolTip(0).contains("Two slices are missing between 45 and 60 mm."));
    EXPECT_FALSE(item("Head thin")->data(0, HasMarkRole).toBool());
    store.send(action::OpenSeries{kLead, "other"});
    store.send(action::SeriesPreview{lead(store.state).id, lead(store.state).load.number,
                                     markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_FALSE(warnings->isVisible());
}

TEST_F(SeriesPanelTest, WarningMarkLiesOnTheThumbnail) {
    SeriesInfo info = markedSeries();
    info.warnings = {{LoadWarning::Kind::Gap, said("Two slices are missing between 45 and 60 mm.")}};
    open(openState(markedVolume(), info));
    const auto brightPixels = [&](const QString& text) {
        const QRect row = tree->visualItemRect(item(text));
        const QImage picture =
            tree->viewport()->grab(QRect(row.left(), row.top(), 68, row.height())).toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, y) == palette::kText;
        return count;
    };
    EXPECT_GT(brightPixels("Head 6 mm"), 60);
    EXPECT_EQ(brightPixels("Head thin"), 0);
}

TEST_F(SeriesPanelTest, ThumbnailsArriveOneByOneAfterTheList) {
    open(openState());
    EXPECT_TRUE(item("Head thin")->data(0, ThumbnailRole).isNull());
    const auto picture = std::make_shared<const RgbaImage>(96, 64, Rgba{10, 200, 30});
    store.send(action::ThumbnailMade{store.state.shelf.scan.number, "other", picture});
    EXPECT_EQ(item("Head thin")->data(0, ThumbnailRole).value<QImage>().size(), QSize(96, 64));
    EXPECT_TRUE(item("Head 6 mm")->data(0, ThumbnailRole).isNull());
    store.send(action::ThumbnailMade{store.state.shelf.scan.number, "1.2.3", nullptr}); // does not decode
    EXPECT_TRUE(item("Head 6 mm")->data(0, ThumbnailRole).isNull());
}

TEST_F(SeriesPanelTest, PatientsNameGoesWithItsKeyAndFoldsStay) {
    open(openState());
    EXPECT_TRUE(allItems().contains("Doe, Jane"));
    EXPECT_TRUE(allItems().contains("2019-03-12"));
    click("2019-03-12");
    ASSERT_FALSE(item("2019-03-12")->isExpanded());
    store.send(action::TogglePatientText{});
    EXPECT_FALSE(allItems().join(' ').contains("Doe"));
    EXPECT_TRUE(allItems().contains("Patient 1"));
    EXPECT_FALSE(item("2019-03-12")->isExpanded());
    EXPECT_TRUE(isOpen("Head 6 mm")) << "the mark stays";
}

TEST_F(SeriesPanelTest, BestSeriesSaysWhyItWasOpenedFirst) {
    AppState s = openState();
    FolderContents contents = *s.shelf.contents;
    contents.whyBest = said("axial, 5 mm, soft kernel.");
    open(listed(contents));
    EXPECT_TRUE(item("Head 6 mm")->data(0, IsBestRole).toBool());
    EXPECT_FALSE(item("Head thin")->data(0, IsBestRole).toBool());
    EXPECT_TRUE(item("Head 6 mm")->toolTip(0).contains("axial, 5 mm, soft kernel."));
    EXPECT_TRUE(panel.findChild<QLabel*>("listNote")->text().contains("axial, 5 mm, soft kernel."));
}

TEST_F(SeriesPanelTest, OnlySeriesNeedsNoReason) {
    FolderContents contents;
    contents.series = {markedSeries(), scoutSeries()};
    contents.bestSeriesId = "1.2.3";
    contents.whyBest = said("axial, 5 mm, soft kernel.");
    open(listed(contents));
    EXPECT_FALSE(panel.findChild<QLabel*>("listNote")->isVisible());
}

TEST_F(SeriesPanelTest, TwoHundredSeriesAreFoldedAndFilledWithoutAPause) {
    FolderContents contents;
    for (int n = 0; n < 200; ++n) {
        SeriesInfo info = markedSeries("series" + std::to_string(n));
        info.description = "Series " + std::to_string(n);
        info.studyInstanceUid = "study" + std::to_string(n / 20);
        info.studyDate = "2019031" + std::to_string(n / 20);
        contents.series.push_back(info);
    }
    contents.bestSeriesId = "series45";
    open(openState());
    AppState s = store.state;
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    QElapsedTimer time;
    time.start();
    panel.setState(s);
    RecordProperty("fill_ms", static_cast<int>(time.elapsed()));
    EXPECT_LT(time.elapsed(), 200) << "far more than is needed, for busy machines";
    ASSERT_TRUE(item("Series 45"));
    EXPECT_TRUE(item("Series 45")->parent()->isExpanded());
    EXPECT_FALSE(item("Series 199")->parent()->isExpanded());
}

TEST_F(SeriesPanelTest, ProgressIsALineWhileASeriesLoads) {
    open(openState());
    auto* progress = panel.findChild<QProgressBar*>();
    EXPECT_FALSE(progress->isVisible());
    store.send(action::OpenSeries{kLead, "other"});
    store.send(
        action::LoadProgress{lead(store.state).id, lead(store.state).load.number, 0.5, say("stage.slices")});
    EXPECT_TRUE(progress->isVisible());
    EXPECT_EQ(progress->value(), 500);
    EXPECT_LE(progress->height(), 4);
}

TEST_F(SeriesPanelTest, WelcomeListsWhatWasOpenedAndGoesWhenAFolderIsOpen) {
    open(welcome());
    ASSERT_TRUE(recents->isVisible());
    EXPECT_FALSE(tree->isVisible());
    EXPECT_EQ(recents->item(0)->text(), "Doe, Jane");
    EXPECT_TRUE(allText(panel).contains("RECENT STUDIES"));
    QTest::mouseClick(recents->viewport(), Qt::LeftButton, {},
                      recents->visualItemRect(recents->item(0)).center());
    EXPECT_EQ(store.state.shelf.asked, (std::vector<std::filesystem::path>{"/data/one"}));
    store.send(action::FolderScanned{store.state.shelf.scan.number, openState().shelf.contents});
    EXPECT_FALSE(recents->isVisible());
    EXPECT_TRUE(tree->isVisible());
}

TEST_F(SeriesPanelTest, RecentStudyThatIsGoneSaysSo) {
    open(welcome());
    EXPECT_TRUE(recents->item(1)->data(Qt::AccessibleTextRole).toString().contains("Not there now"));
    QTest::mouseClick(recents->viewport(), Qt::LeftButton, {},
                      recents->visualItemRect(recents->item(1)).center());
    store.send(action::ScanFailed{store.state.shelf.scan.number, {ErrorCode::NotFound, said("Gone."), {}}});
    EXPECT_EQ(store.state.notice->text,
              "two: This study is not there now: connect its disc or folder and try again.");
}

TEST_F(SeriesPanelTest, RecentNamesAndPlacesGoWithThePatientsName) {
    open(welcome());
    EXPECT_TRUE(recents->item(0)->toolTip().contains("/data/one"));
    store.send(action::TogglePatientText{});
    for (int row = 0; row < recents->count(); ++row) {
        EXPECT_EQ(recents->item(row)->text(), QString("Study %1").arg(row + 1));
        EXPECT_TRUE(recents->item(row)->toolTip().isEmpty());
        EXPECT_FALSE(recents->item(row)->data(Qt::AccessibleTextRole).toString().contains("oe"));
    }
}

TEST_F(SeriesPanelTest, ClearListForgetsWhatWasOpened) {
    open(welcome());
    QTest::mouseClick(panel.findChild<QPushButton*>("clearRecents"), Qt::LeftButton);
    EXPECT_TRUE((*store.state.shelf.recents).empty());
    EXPECT_EQ(store.state.shelf.timesRecentsCleared, 1);
    EXPECT_FALSE(recents->isVisible());
}

TEST_F(SeriesPanelTest, EveryControlHasAnAccessibleName) {
    open(openState());
    expectAccessibleNames(panel);
}

} // namespace
} // namespace hemo::ui
