#include "app_fixture.h"

#include "app/recent_index.h"
#include "app/recent_studies.h"
#include "core/imaging/write/write_series.h"
#include "core/log.h"
#include "core/simulate/phantom.h"
#include "core/study/simulated.h"
#include "tests/support/temp_folder.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <mutex>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

class RecentIndexTest : public ::testing::Test {
protected:
    RecentStudy study(const std::string& name, std::int64_t openedAt) {
        fs::create_directories(temp.path() / name);
        return {{temp.path() / name}, "Doe^" + name, 1, "20190312", "CT head", 28, openedAt};
    }
    std::vector<std::string> names() {
        std::vector<std::string> names;
        for (const RecentStudy& recent : index.read())
            names.push_back(recent.patientName);
        return names;
    }
    void expectItWorks() {
        index.remember(study("after", 9));
        EXPECT_EQ(names(), std::vector<std::string>{"Doe^after"});
    }
    static fs::perms permissionsOf(const fs::path& path) { return fs::status(path).permissions(); }
    static std::string bytesOf(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    TempFolder temp;
    RecentIndex index{temp.path() / "cache" / "recent"};
};

TEST_F(RecentIndexTest, GivesBackWhatItWasTold) {
    RecentStudy told = study("a", 5);
    told.patientName =
        "Yamada^Tarou=\xe5\xb1\xb1\xe7\x94\xb0^\xe5\xa4\xaa\xe9\x83\x8e'; DROP TABLE study; --";
    told.patientCount = 3;
    told.paths.push_back(temp.path()); // several, opened together
    index.remember(told);
    EXPECT_EQ(index.read(), std::vector{told});
}

TEST_F(RecentIndexTest, APictureComesBackAndGoesWithItsStudy) {
    RecentStudy told = study("a", 5);
    auto picture = std::make_shared<RgbaImage>(3, 2, Rgba{10, 20, 30, 255});
    picture->at(2, 1) = {200, 100, 0, 255};
    told.picture = picture;
    index.remember(told);
    ASSERT_TRUE(index.read().front().picture);
    EXPECT_EQ(*index.read().front().picture, *picture);
    const std::string secret = told.paths.front().string();
    for (int n = 0; n < kMostRecents; ++n)
        index.remember({{temp.path() / std::to_string(n)}, "Doe", 1, {}, {}, 1, 10 + n});
    EXPECT_EQ(bytesOf(index.file()).find(secret), std::string::npos) << "its path went with it";
}

TEST_F(RecentIndexTest, PathThatIsNoTextComesBackByteForByte) {
    RecentStudy told = study("a", 5);
    told.paths = {temp.path() / "caf\xe9 \xff"};
    fs::create_directory(told.paths[0]);
    index.remember(told);
    EXPECT_EQ(index.read(), std::vector{told});
}

TEST_F(RecentIndexTest, LastOpenedIsFirstAndIsListedOnce) {
    index.remember(study("a", 1));
    index.remember(study("b", 2));
    index.remember(study("a", 3));
    EXPECT_EQ(names(), (std::vector<std::string>{"Doe^a", "Doe^b"}));
}

TEST_F(RecentIndexTest, KeepsFifty) {
    for (int n = 0; n < kMostRecents + 5; ++n)
        index.remember({{temp.path() / std::to_string(n)}, std::to_string(n), 1, {}, {}, 1, n});
    const auto kept = names();
    ASSERT_EQ(kept.size(), std::size_t(kMostRecents));
    EXPECT_EQ(kept.front(), "54");
    EXPECT_EQ(kept.back(), "5");
}

TEST_F(RecentIndexTest, KeepsNoMoreThanAreWanted) {
    index.keepToMost(2);
    EXPECT_FALSE(fs::exists(index.file())) << "nothing is made where there is nothing to keep";
    for (int n = 0; n < 4; ++n)
        index.remember(study("p" + std::to_string(n), n), 3);
    EXPECT_EQ(names(), (std::vector<std::string>{"Doe^p3", "Doe^p2", "Doe^p1"}));
    index.keepToMost(2);
    EXPECT_EQ(names(), (std::vector<std::string>{"Doe^p3", "Doe^p2"}));
    EXPECT_EQ(bytesOf(index.file()).find("Doe^p1"), std::string::npos);
    index.keepToMost(0);
    EXPECT_FALSE(fs::exists(index.file()));
}

TEST_F(RecentIndexTest, StudyWhoseFolderIsGoneIsMarked) {
    index.remember(study("a", 1));
    index.remember(study("b", 2));
    fs::remove_all(temp.path() / "a");
    const auto recents = index.read();
    EXPECT_TRUE(recents[0].isThere);
    EXPECT_FALSE(recents[1].isThere);
}

TEST_F(RecentIndexTest, NobodyElseCanReadIt) {
    index.remember(study("a", 1));
    EXPECT_EQ(permissionsOf(index.file()), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(permissionsOf(index.file().parent_path()), fs::perms::owner_all);
}

TEST_F(RecentIndexTest, ReadingMakesNothing) {
    EXPECT_TRUE(index.read().empty());
    EXPECT_FALSE(fs::exists(temp.path() / "cache"));
}

TEST_F(RecentIndexTest, DamagedFileIsSetAsideAndBegunAnew) {
    index.remember(study("a", 1));
    std::ofstream(index.file(), std::ios::binary) << "This is no database." << std::string(5000, 'x');
    EXPECT_TRUE(index.read().empty());
    EXPECT_TRUE(bytesOf(index.setAsideFile()).starts_with("This is no database."));
    EXPECT_EQ(permissionsOf(index.file()), fs::perms::owner_read | fs::perms::owner_write);
    expectItWorks();
}

TEST_F(RecentIndexTest, FileDamagedInItsMiddleIsSetAside) {
    for (int n = 0; n < 40; ++n)
        index.remember(study("patient" + std::to_string(n), n));
    {
        std::fstream file(index.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096); // the first page of the table
        file << std::string(8192, '\xff');
    }
    EXPECT_TRUE(index.read().empty());
    EXPECT_TRUE(fs::exists(index.setAsideFile()));
    expectItWorks();
}

TEST_F(RecentIndexTest, FileOfAnotherVersionIsSetAside) {
    index.remember(study("a", 1));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "other");
        database.setDatabaseName(QString::fromStdString(index.file().string()));
        ASSERT_TRUE(database.open());
        ASSERT_TRUE(QSqlQuery(database).exec("PRAGMA user_version = 99"));
    }
    QSqlDatabase::removeDatabase("other");
    EXPECT_TRUE(index.read().empty());
    EXPECT_TRUE(fs::exists(index.setAsideFile()));
    expectItWorks();
}

TEST_F(RecentIndexTest, DatabaseOfAnotherProgramIsSetAside) {
    fs::create_directories(index.file().parent_path());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "other");
        database.setDatabaseName(QString::fromStdString(index.file().string()));
        ASSERT_TRUE(database.open());
        ASSERT_TRUE(QSqlQuery(database).exec("CREATE TABLE recipe (name TEXT)"));
    }
    QSqlDatabase::removeDatabase("other");
    EXPECT_TRUE(index.read().empty());
    expectItWorks();
}

TEST_F(RecentIndexTest, PlaceThatCannotBeWrittenKeepsNothingAndDoesNoHarm) {
    std::ofstream(temp.path() / "cache") << "a file, where the folder should be";
    index.remember(study("a", 1));
    EXPECT_TRUE(index.read().empty());
    index.clear();
}

TEST_F(RecentIndexTest, ClearingLeavesNoTrace) {
    index.remember(study("a", 1));
    std::ofstream(index.file(), std::ios::binary) << "Doe^a, but damaged";
    index.read();
    index.remember(study("b", 2));
    index.clear();
    for (const auto& entry : fs::directory_iterator(index.file().parent_path()))
        ADD_FAILURE() << entry.path() << " is left";
    EXPECT_TRUE(index.read().empty());
}

TEST_F(RecentIndexTest, DroppedStudyIsOverwrittenInTheFile) {
    index.remember({{temp.path() / "x"}, "Secret^Name", 1, {}, {}, 1, 0});
    for (int n = 1; n <= kMostRecents; ++n)
        index.remember({{temp.path() / std::to_string(n)}, "Doe", 1, {}, {}, 1, n});
    EXPECT_EQ(bytesOf(index.file()).find("Secret^Name"), std::string::npos);
}

TEST_F(RecentIndexTest, NamesAndPathsNeverReachTheLog) {
    std::mutex mutex;
    std::string lines;
    log::setSink([&](log::Level, std::string_view line) {
        const std::lock_guard lock(mutex);
        lines += line;
    });
    index.remember(study("a", 1));
    std::ofstream(index.file(), std::ios::binary) << "damaged";
    index.read();
    index.remember(study("b", 2));
    log::setSink([](log::Level, std::string_view) {});
    EXPECT_NE(lines, "") << "setting aside is told";
    EXPECT_EQ(lines.find("Doe"), std::string::npos) << lines;
    EXPECT_EQ(lines.find(temp.path().string()), std::string::npos) << lines;
}

/// The program with its list, on a small phantom.
class RecentStudiesTest : public ::testing::Test {
protected:
    RecentStudiesTest() {
        tellFakeWorker("answer");
        writeHead("head", {});
    }
    void writeHead(const char* folder, const imaging::SeriesTags& tags) const {
        PhantomSpec spec;
        spec.columns = spec.rows = 32;
        spec.pixelSpacingMm = 7;
        spec.slices = 8;
        spec.sliceSpacingMm = 18;
        EXPECT_TRUE(
            imaging::writeSeries(*makePhantom(spec).volume, tags, temp.path() / folder, TaskContext{}));
    }
    std::unique_ptr<Application> start(std::optional<fs::path> recents) {
        return std::make_unique<Application>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(temp.path() / "model")},
            Application::Folders{std::move(recents), std::nullopt});
    }
    static std::size_t filesIn(const fs::path& folder) {
        return static_cast<std::size_t>(
            std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator{}));
    }
    const fs::path recents() { return temp.path() / "cache"; }

    TempFolder temp;
};

TEST_F(RecentStudiesTest, OpenedStudyIsListedAtTheNextStart) {
    {
        const auto first = start(recents());
        first->store().dispatch(action::OpenPaths{{temp.path() / "head"}});
        ASSERT_TRUE(waitFor([&] { return !first->store().state().shelf.recents->empty(); }));
    }
    const auto second = start(recents());
    ASSERT_TRUE(waitFor([&] { return !second->store().state().shelf.recents->empty(); }));
    const RecentStudy& recent = second->store().state().shelf.recents->front();
    EXPECT_EQ(recent.paths, std::vector{temp.path() / "head"});
    EXPECT_EQ(recent.imageCount, 8);
    EXPECT_GT(recent.openedAt, 1500000000);
    EXPECT_TRUE(recent.isThere);
    ASSERT_TRUE(recent.picture) << "shown beside it";
    EXPECT_GT(recent.picture->width, 0);
}

TEST_F(RecentStudiesTest, WhatABleedWasDrawnIntoIsNotListed) {
    imaging::SeriesTags tags;
    tags.imageType = kSimulatedImageType;
    writeHead("drawn", tags);
    const auto program = start(recents());
    program->store().dispatch(action::OpenPaths{{temp.path() / "drawn"}});
    ASSERT_TRUE(waitFor([&] { return isRead(program->store().state()); }));
    program->store().dispatch(action::OpenPaths{{temp.path() / "head"}});
    ASSERT_TRUE(waitFor([&] { return !program->store().state().shelf.recents->empty(); }));
    EXPECT_EQ(program->store().state().shelf.recents->size(), 1u);
    EXPECT_EQ(program->store().state().shelf.recents->front().paths, std::vector{temp.path() / "head"});
}

TEST_F(RecentStudiesTest, NothingIsWrittenBesideTheImages) {
    const std::size_t before = filesIn(temp.path() / "head");
    const auto program = start(recents());
    program->store().dispatch(action::OpenPaths{{temp.path() / "head"}});
    ASSERT_TRUE(waitFor([&] { return !program->store().state().shelf.recents->empty(); }));
    EXPECT_EQ(filesIn(temp.path() / "head"), before);
}

TEST_F(RecentStudiesTest, ClearingTheListRemovesTheFile) {
    const auto program = start(recents());
    program->store().dispatch(action::OpenPaths{{temp.path() / "head"}});
    ASSERT_TRUE(waitFor([&] { return !program->store().state().shelf.recents->empty(); }));
    program->store().dispatch(action::ClearRecents{});
    EXPECT_TRUE(waitFor([&] { return !fs::exists(RecentIndex(recents()).file()); }));
    EXPECT_TRUE(program->store().state().shelf.recents->empty());
}

TEST_F(RecentStudiesTest, WhereNoneIsWantedNothingIsKept) {
    const auto program = start(recents());
    Store& store = program->store();
    store.dispatch(action::OpenPaths{{temp.path() / "head"}});
    ASSERT_TRUE(waitFor([&] { return !store.state().shelf.recents->empty(); }));
    store.dispatch(action::SetMostRecents{0});
    EXPECT_TRUE(store.state().shelf.recents->empty());
    EXPECT_TRUE(waitFor([&] { return !fs::exists(RecentIndex(recents()).file()); }));
    writeHead("next", {});
    store.dispatch(action::OpenPaths{{temp.path() / "next"}});
    ASSERT_TRUE(waitFor([&] { return isRead(store.state()); }));
    EXPECT_TRUE(store.state().shelf.recents->empty());
    EXPECT_FALSE(fs::exists(RecentIndex(recents()).file()));
}

TEST_F(RecentStudiesTest, SharedStationKeepsNothing) {
    const auto program = start(std::nullopt);
    program->store().dispatch(action::OpenPaths{{temp.path() / "head"}});
    ASSERT_TRUE(waitFor([&] { return isRead(program->store().state()); }));
    EXPECT_TRUE(program->store().state().shelf.recents->empty());
    EXPECT_FALSE(fs::exists(recents()));
}

TEST_F(RecentStudiesTest, FolderThatDoesNotOpenIsNotRemembered) {
    fs::create_directory(temp.path() / "empty");
    {
        const auto program = start(recents());
        program->store().dispatch(action::OpenPaths{{temp.path() / "empty"}});
        ASSERT_TRUE(waitFor([&] { return program->store().state().notice.has_value(); }));
    }
    EXPECT_FALSE(fs::exists(RecentIndex(recents()).file()));
}

} // namespace
} // namespace hemo::ui
