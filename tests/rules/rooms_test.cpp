// Reads the include lines of every source file: which folder of a target may use which. Targets among each
// other: levels_test.cpp.

#include "includes.h"

#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <unistd.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

/// Folders that a folder may include beside itself.
using Rooms = std::map<std::string, std::set<std::string>>;

/// `also`: on top of what `base` has.
std::set<std::string> with(std::set<std::string> base, std::initializer_list<const char*> also) {
    base.insert(also.begin(), also.end());
    return base;
}

Rooms coreRooms() {
    const std::set<std::string> seen{"core",       "core/geometry",         "core/image",
                                     "core/study", "core/classify/verdict", "core/classify/findings",
                                     "core/marks", "core/anatomy"};
    return {
        {"core/words", {}},
        {"core/words/catalogue", {"core/words"}},
        {"core", {"core/words"}},
        {"core/geometry", {"core"}},
        {"core/image", {"core", "core/geometry"}},
        {"core/marks", {"core", "core/geometry", "core/image"}},
        {"core/raster", {"core", "core/geometry"}},
        {"core/study", {"core", "core/geometry", "core/image"}},
        {"core/anatomy", {"core", "core/geometry", "core/image", "core/raster"}},
        {"core/classify/verdict", {"core", "core/geometry", "core/image", "core/study"}},
        {"core/classify/findings",
         {"core", "core/geometry", "core/image", "core/study", "core/raster", "core/anatomy",
          "core/classify/verdict"}},
        {"core/classify/wire", {"core", "core/geometry", "core/image", "core/classify/verdict"}},
        {"core/simulate",
         {"core", "core/geometry", "core/image", "core/raster", "core/anatomy", "core/classify/verdict"}},
        {"core/reading", seen},
        {"core/tables", {}},
        {"core/classroom",
         {"core", "core/geometry", "core/image", "core/simulate", "core/classify/verdict",
          "core/classify/findings", "core/reading"}},
        {"core/reading_log", {"core", "core/classify/verdict", "core/reading", "core/tables"}},
        {"core/state", with(seen, {"core/reading", "core/classroom"})},
        {"core/state/actions", with(seen, {"core/reading", "core/state"})},
        {"core/state/select", with(seen, {"core/reading", "core/state"})},
        {"core/state/reduce",
         with(seen, {"core/reading", "core/state", "core/state/actions", "core/state/select"})},
    };
}

Rooms imagingRooms() {
    const std::set<std::string> below{"core", "core/geometry", "core/image", "core/study", "core/imaging"};
    return {
        {"core/imaging", {"core", "core/geometry", "core/image", "core/study"}},
        {"core/imaging/header", below},
        {"core/imaging/source", with(below, {"core/imaging/header"})},
        {"core/imaging/pixels", with(below, {"core/imaging/header", "core/imaging/source"})},
        {"core/imaging/series", with(below, {"core/imaging/header", "core/imaging/source",
                                             "core/imaging/pixels", "core/classify/verdict"})},
        {"core/imaging/volume_files", with(below, {"core/imaging/header", "core/imaging/source",
                                                   "core/imaging/pixels", "core/imaging/series"})},
        {"core/imaging/read",
         with(below, {"core/imaging/header", "core/imaging/source", "core/imaging/pixels",
                      "core/imaging/series", "core/imaging/volume_files"})},
        {"core/imaging/itk", with(below, {"core/imaging/pixels", "core/imaging/read"})},
        {"core/imaging/filter", with(below, {"core/imaging/itk"})},
        {"core/imaging/write", with(below, {"core/imaging/header"})},
    };
}

Rooms readerRooms() {
    const std::set<std::string> below{"core", "core/geometry",        "core/image", "core/study",
                                      "ml",   "core/classify/verdict"};
    return {
        {"ml", {"core"}},
        {"ml/reader/device", {"core", "ml"}},
        {"ml/reader/model", below},
        {"ml/reader/picture", with(below, {"core/raster", "core/anatomy"})},
        {"ml/reader/network", with(below, {"ml/reader/model", "ml/reader/device"})},
        {"ml/reader/explain", with(below, {"ml/reader/network"})},
        {"ml/reader", with(below, {"core/classify/wire", "ml/reader/device", "ml/reader/model",
                                   "ml/reader/picture", "ml/reader/network", "ml/reader/explain"})},
        {"ml/worker", {"core", "core/classify/wire", "ml", "ml/reader", "ml/reader/device"}},
        {"ml/self_check",
         {"core", "core/simulate", "ml", "ml/reader", "ml/reader/device", "ml/reader/model",
          "ml/reader/network"}},
    };
}

Rooms trainingRooms() {
    const std::set<std::string> below{"core", "core/image", "core/tables", "core/classify/verdict", "ml"};
    const auto reading = with(below, {"ml/reader", "ml/reader/device", "ml/reader/model", "ml/reader/picture",
                                      "ml/reader/network"});
    return {
        {"ml/training/data", with(below, {"core/raster", "core/anatomy", "core/geometry", "core/simulate",
                                          "core/study", "ml/reader/picture"})},
        {"ml/training/report", with(below, {"ml/training/data"})},
        {"ml/training/measure", with(reading, {"core/simulate", "ml/training/data", "ml/training/report"})},
        {"ml/training/learn",
         with(reading, {"ml/training/data", "ml/training/report", "ml/training/measure"})},
        {"ml/training/commands", with(reading, {"ml/training/data", "ml/training/report",
                                                "ml/training/measure", "ml/training/learn"})},
    };
}

Rooms windowRooms() {
    const std::set<std::string> core{"core",
                                     "core/anatomy",
                                     "core/geometry",
                                     "core/image",
                                     "core/study",
                                     "core/classify/verdict",
                                     "core/classify/findings",
                                     "core/marks",
                                     "core/reading",
                                     "core/classroom",
                                     "core/state",
                                     "core/state/actions",
                                     "core/state/reduce",
                                     "core/state/select"};
    const std::set<std::string> drawing{"core", "core/geometry", "core/image", "core/raster", "core/anatomy"};
    const std::set<std::string> files{"core/imaging",      "core/imaging/filter", "core/imaging/itk",
                                      "core/imaging/read", "core/imaging/series", "core/imaging/write"};
    Rooms rooms{
        {"viewer/render", drawing},
        {"viewer/widgets", with(core, {"viewer/render"})},
        {"app/panels", with(core, {"viewer/widgets"})},
        {"app/preferences", with(core, {"viewer/widgets", "app/panels"})},
        {"app/worth", with(core, {"viewer/widgets", "app/panels"})},
        {"app/log_page", with(core, {"core/reading_log", "viewer/widgets", "app/panels"})},
        {"app", with(core, {"core/simulate", "core/reading_log", "core/classify/wire", "viewer/render",
                            "viewer/widgets", "app/panels", "app/preferences", "app/worth", "app/log_page"})},
        {"app/cli/dataset", with(core, {"core/tables", "core/imaging/header", "core/imaging/source",
                                        "core/imaging/volume_files", "app/cli", "ml/training/data"})},
        {"app/cli", with(core, {"core/simulate", "app", "ml/reader", "ml/reader/device"})},
    };
    rooms["app"].insert(files.begin(), files.end());
    rooms["app/cli"].insert(files.begin(), files.end());
    rooms["app/cli/dataset"].insert(files.begin(), files.end());
    return rooms;
}

const Rooms& allRooms() {
    static const Rooms all = [] {
        Rooms joined;
        for (const Rooms& part : {coreRooms(), imagingRooms(), readerRooms(), trainingRooms(), windowRooms()})
            joined.insert(part.begin(), part.end());
        for (auto& [room, below] : joined) // whoever can fail says so in words of the catalogue
            if (below.contains("core")) below.insert("core/words");
        return joined;
    }();
    return all;
}

std::string folderOf(const std::string& file) {
    return fs::path(file).parent_path().string();
}

const std::vector<std::string> kTops{"core", "viewer", "ml", "app"};

bool isOurs(const std::string& include) {
    return std::find(kTops.begin(), kTops.end(), include.substr(0, include.find('/'))) != kTops.end() &&
           include.find('/') != std::string::npos;
}

struct Looked {
    int allowed = 0; ///< includes of another folder that is in the table
    std::vector<std::string> forbidden;
};

Looked lookAt(const fs::path& root, const std::vector<std::string>& tops, const Rooms& rooms) {
    Looked looked;
    for (const std::string& top : tops)
        for (const Include& include : includesBelow(root, top)) {
            const std::string from = folderOf(include.file), to = folderOf(include.text);
            const auto room = rooms.find(from);
            if (room == rooms.end()) looked.forbidden.push_back(from + " is no room of the table");
            if (room == rooms.end() || !isOurs(include.text) || from == to) continue;
            if (room->second.contains(to))
                ++looked.allowed;
            else
                looked.forbidden.push_back(include.file + " includes " + include.text);
        }
    return looked;
}

TEST(Rooms, EveryFolderUsesThoseBelowItAlone) {
    const Looked looked = lookAt(sourceFolder(), kTops, allRooms());
    for (const std::string& what : looked.forbidden)
        ADD_FAILURE() << what;
    EXPECT_GT(looked.allowed, 500); // as many as the program has: nothing was passed over
}

TEST(Rooms, EveryRoomOfTheTableIsThereAndMayBeUsedByNobodyBelowIt) {
    for (const auto& [name, below] : allRooms()) {
        EXPECT_TRUE(fs::is_directory(sourceFolder() / name)) << name;
        std::set<std::string> seen;
        const std::function<void(const std::string&)> descend = [&](const std::string& room) {
            if (!seen.insert(room).second) return;
            ASSERT_TRUE(allRooms().contains(room)) << room;
            for (const std::string& next : allRooms().at(room))
                descend(next);
        };
        for (const std::string& room : below)
            descend(room);
        EXPECT_FALSE(seen.contains(name)) << name << " uses itself by way of others";
    }
}

/// A tree of three rooms, of which the lowest looks upwards.
class MadeTree : public ::testing::Test {
protected:
    MadeTree() {
        write("core/low/a.h", "#include \"core/high/b.h\"\n");
        write("core/high/b.h", "  #  include \"core/low/a.h\"\n#include <vector>\n");
        write("core/new/c.cpp", "#include \"core/low/a.h\"\n");
    }
    ~MadeTree() override { fs::remove_all(m_root); }

    void write(const fs::path& file, const char* text) {
        fs::create_directories((m_root / file).parent_path());
        std::ofstream(m_root / file) << text;
    }
    const fs::path m_root = fs::temp_directory_path() / ("hemo_rooms_" + std::to_string(getpid()));
};

TEST_F(MadeTree, AnIncludeUpwardsAndARoomThatNobodyNamedAreSaid) {
    const Looked looked = lookAt(m_root, {"core"}, {{"core/low", {}}, {"core/high", {"core/low"}}});
    EXPECT_EQ(looked.allowed, 1);
    EXPECT_EQ(
        std::set(looked.forbidden.begin(), looked.forbidden.end()),
        (std::set<std::string>{"core/low/a.h includes core/high/b.h", "core/new is no room of the table"}));
}

} // namespace
} // namespace hemo::testing
