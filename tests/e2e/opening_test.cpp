#include "app_fixture.h"

#include "app/given_paths.h"
#include "app/main_window.h"
#include "app/options.h"
#include "app/panels/series_item.h"
#include "app/panels/series_tree.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/support/temp_folder.h"

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QTreeWidgetItemIterator>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

Options optionsOf(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "hemoscope");
    return parseOptions(static_cast<int>(arguments.size()), const_cast<char**>(arguments.data()));
}

TEST(Options, SeveralPathsOpenTogether) {
    const Options options = optionsOf({"/a/one", "/b/two.zip", "--quit"});
    EXPECT_EQ(options.paths, (std::vector<fs::path>{"/a/one", "/b/two.zip"}));
    EXPECT_TRUE(options.quit);
    EXPECT_FALSE(options.noRecent);
    EXPECT_TRUE(optionsOf({"--no-recent"}).noRecent);
    EXPECT_EQ(optionsOf({"--folder", "/a/one"}).paths, std::vector<fs::path>{"/a/one"});
}

TEST(TidyPath, OnePlaceHasOneSpelling) {
    EXPECT_EQ(tidyPath("/a/b/"), "/a/b");
    EXPECT_EQ(tidyPath("/a/./c/../b"), "/a/b");
    EXPECT_EQ(tidyPath("head"), fs::current_path() / "head");
    EXPECT_EQ(tidyPath("."), fs::current_path());
    EXPECT_EQ(tidyPath("/"), "/");
}

TEST(StartFolder, IsTheOneThatIsWantedElseBesideWhatWasOpenedLast) {
    AppState s;
    EXPECT_TRUE(startFolders(s).empty());
    s.shelf.recents = std::make_shared<const Recents>(Recents{RecentStudy{{"/cd/study"}, {}, 1, {}, {}}});
    EXPECT_EQ(startFolders(s), std::vector<fs::path>{"/cd"});
    s.shelf.contentsPaths = {"/data/head", "/else/where"};
    EXPECT_EQ(startFolders(s), (std::vector<fs::path>{"/data", "/cd"}));
    s.preferences.startFolder = "/wanted";
    EXPECT_EQ(startFolders(s), (std::vector<fs::path>{"/wanted", "/data", "/cd"}));
}

/// The window on small phantoms.
class OpeningTest : public ProgramTest {
protected:
    OpeningTest() {
        writePhantom("one", "1.1");
        writePhantom("two", "2.2");
    }
    void writePhantom(const std::string& name, const std::string& uid) {
        PhantomSpec spec;
        spec.columns = spec.rows = 32;
        spec.pixelSpacingMm = 7;
        spec.slices = 8;
        spec.sliceSpacingMm = 18;
        spec.seriesInstanceUid = uid;
        ASSERT_TRUE(imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / name, TaskContext{}));
    }
    QUrl url(const std::string& name) {
        return QUrl::fromLocalFile(QString::fromStdString((folder.path() / name).string()));
    }
    void drop(const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enters(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enters);
        EXPECT_TRUE(enters.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
    }
    std::vector<std::string> openSeriesUids() const {
        std::vector<std::string> uids;
        for (const SeriesInfo& s : state().shelf.contents->series)
            uids.push_back(s.seriesInstanceUid);
        std::sort(uids.begin(), uids.end());
        return uids;
    }
};

TEST_F(OpeningTest, FoldersAndFilesDroppedTogetherAreOneList) {
    const auto file = *fs::directory_iterator(folder.path() / "two");
    drop({url("one"), QUrl("https://example.org/head"), url("two/" + file.path().filename().string())});
    ASSERT_TRUE(waitFor([&] { return select::shownIn(state(), kLead) != nullptr; }));
    EXPECT_EQ(openSeriesUids(), (std::vector<std::string>{"1.1", "2.2"}));
}

TEST_F(OpeningTest, DropOfALinkAloneIsASentence) {
    drop({QUrl("https://example.org/head")});
    ASSERT_TRUE(state().notice);
    EXPECT_TRUE(state().notice->isError);
    EXPECT_FALSE(state().shelf.scan.isRunning);
}

TEST_F(OpeningTest, TheOneFileOrFolderThatDoesNotOpenIsNamedWithoutItsFolders) {
    std::ofstream(folder.path() / "IM0017") << "no image";
    application->store().dispatch(action::OpenPaths{{folder.path() / "IM0017"}});
    ASSERT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_EQ(state().notice->text, "IM0017: This file is no DICOM image.");
    application->store().dispatch(action::DismissNotice{});
    fs::create_directory(folder.path() / "empty");
    application->store().dispatch(action::OpenPaths{{folder.path() / "empty"}});
    ASSERT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_EQ(state().notice->text, "empty: This folder is empty.");
    application->store().dispatch(action::DismissNotice{});
    application->store().dispatch(action::OpenPaths{{folder.path() / "empty", folder.path() / "IM0017"}});
    ASSERT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_FALSE(english(state().notice->text).starts_with("empty")) << "of several none is the one";
}

TEST_F(OpeningTest, ThumbnailsComeForEverySeriesOnceTheFirstIsOpen) {
    application->store().dispatch(action::OpenPaths{{folder.path() / "one", folder.path() / "two"}});
    bool wasEarly = false;
    ASSERT_TRUE(waitFor([&] {
        wasEarly = wasEarly || (!state().shelf.thumbnails->empty() && !select::shownIn(state(), kLead));
        return state().shelf.thumbnails->size() == 2;
    }));
    EXPECT_FALSE(wasEarly) << "the first series comes first";
    for (const auto& [id, picture] : *state().shelf.thumbnails)
        EXPECT_TRUE(picture) << id;
    const auto* tree = window->findChild<SeriesTree*>();
    int pictures = 0;
    for (QTreeWidgetItemIterator it(const_cast<SeriesTree*>(tree)); *it; ++it)
        pictures += !(*it)->data(0, ThumbnailRole).isNull();
    EXPECT_EQ(pictures, 2);
}

TEST_F(OpeningTest, KeySGoesToTheListWhereArrowsAndEnterTakeAnotherSeries) {
    application->store().dispatch(action::OpenPaths{{folder.path() / "one", folder.path() / "two"}});
    ASSERT_TRUE(waitFor([&] { return isRead(state()); }));
    application->store().dispatch(action::TogglePanels{}); // folded: S brings the list back
    const std::string first = lead(state()).series->id;
    auto* tree = window->findChild<SeriesTree*>();
    QTest::keyClick(window.get(), Qt::Key_S);
    ASSERT_TRUE(waitFor([&] { return tree->hasFocus(); }));
    EXPECT_FALSE(state().preferences.arePanelsFolded);
    const int slice = *currentSlice(lead(state()));
    QTest::keyClick(tree, Qt::Key_End);
    EXPECT_EQ(*currentSlice(lead(state())), slice) << "the list has the keys";
    QTest::keyClick(tree, Qt::Key_Home);
    while (tree->currentItem()->data(0, IdRole).toString().toStdString() == first ||
           tree->currentItem()->data(0, IdRole).isNull())
        QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return isRead(state()) && lead(state()).series->id != first; }));
    const int next = *currentSlice(lead(state()));
    QTest::keyClick(window.get(), Qt::Key_Up);
    EXPECT_NE(*currentSlice(lead(state())), next) << "the slices have them again";
}

TEST_F(OpeningTest, MenuOfTheOpenButtonHasWhatWasOpenedAndHidesNames) {
    RecentStudy here{{folder.path() / "one"}, "Doe^Jane", 1, "20190312", "R&D head", 28};
    RecentStudy gone{{"/no/such/place"}, "Roe^John", 1, "20200101", "Head", 1};
    gone.isThere = false;
    application->store().dispatch(action::RecentsRead{{here, gone}});
    auto* menu = window->findChild<QMenu*>("openMenu");
    const auto texts = [&] {
        Q_EMIT menu->aboutToShow();
        QStringList all;
        for (const QAction* action : menu->actions())
            all << action->text();
        return all.join('\n');
    };
    EXPECT_TRUE(texts().contains("Doe, Jane   2019-03-12  R&&D head"));
    EXPECT_TRUE(texts().contains("Not there now"));
    EXPECT_TRUE(texts().contains("Clear list"));
    application->store().dispatch(action::TogglePatientText{});
    EXPECT_FALSE(texts().contains("oe, J"));

    Q_EMIT menu->aboutToShow();
    menu->actions().at(4)->trigger(); // open folder, files, add, a line, the first study
    EXPECT_TRUE(waitFor([&] { return select::shownIn(state(), kLead) != nullptr; }));
}

TEST_F(OpeningTest, ListOfPicturesAndShownPicturesNeverPart) {
    application->store().dispatch(action::OpenPaths{{folder.path() / "one"}});
    ASSERT_TRUE(waitFor([&] { return isRead(state()); }));
    application->store().dispatch(action::OpenPaths{{folder.path() / "two"}});
    bool hasParted = false;
    ASSERT_TRUE(waitFor([&] {
        const Reading* shown = select::shownIn(state(), kLead);
        hasParted = hasParted || (shown && !select::findSeries(state(), shown->series->id));
        return shown && isWhole(*shown) && shown->volume->seriesInstanceUid() == "2.2";
    }));
    EXPECT_FALSE(hasParted);
}

} // namespace
} // namespace hemo::ui
