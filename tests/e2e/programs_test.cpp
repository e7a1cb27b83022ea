#include "core/version.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"

#include <QImage>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sched.h>
#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using nlohmann::json;

const fs::path kBin = hemo::testing::programFolder();
const fs::path kGeSeries = hemo::testing::sharedData() / "dicom" / "ge-head-tilt";
const fs::path kCases = kGeSeries / ".." / "cases";

struct Outcome {
    int exitCode = -1;
    std::string errors; ///< what was said on stderr
};

Outcome run(const std::string& command, const TempFolder& folder) {
    const fs::path errors = folder.path() / "stderr.txt";
    const int status = std::system(
        (command + " >" + (folder.path() / "stdout.txt").string() + " 2>" + errors.string()).c_str());
    std::ifstream file(errors);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            std::string(std::istreambuf_iterator<char>(file), {})};
}

std::string program(const char* name) {
    return (kBin / name).string() + " ";
}

json readJson(const fs::path& file) {
    std::ifstream stream(file);
    return json::parse(stream);
}

void makePhantom(const fs::path& folder, const std::string& options, const TempFolder& temp) {
    const Outcome made = run(program("hemoscope-phantom") + folder.string() + " " + options, temp);
    ASSERT_EQ(made.exitCode, 0) << made.errors;
}

std::string firstDicomIn(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".dcm") return entry.path().string();
    return folder.string();
}

bool hasDisplay() {
    return std::getenv("DISPLAY") != nullptr;
}

/// How many pixels are nearly this colour.
int countNear(const QImage& picture, QColor wanted, int tolerance = 24) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor c = picture.pixelColor(x, y);
            count += std::abs(c.red() - wanted.red()) + std::abs(c.green() - wanted.green()) +
                         std::abs(c.blue() - wanted.blue()) <
                     tolerance;
        }
    return count;
}

TEST(Read, PhantomGivesTheJsonThatIsPromised) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--matrix 128 --bleed intraparenchymal --volume 40", temp);
    const fs::path out = temp.path() / "out.json";
    const Outcome read =
        run(program("hemoscope-read") + (temp.path() / "head").string() + " --device cpu --json " +
                out.string() + " --overlays " + (temp.path() / "overlays").string(),
            temp);
    ASSERT_EQ(read.exitCode, 0) << read.errors;
    const json answer = readJson(out);
    EXPECT_FALSE(answer.at("model").at("id").get<std::string>().empty());
    EXPECT_EQ(answer.at("model").at("sha256").get<std::string>().size(), 64u);
    const int k = answer.at("rule").at("k");
    const double threshold = answer.at("rule").at("threshold");
    ASSERT_EQ(answer.at("series").size(), 1u);
    const json& series = answer.at("series")[0];
    ASSERT_EQ(series.at("slices").size(), 28u);
    std::vector<double> any;
    double last = -1e9;
    for (const json& slice : series.at("slices")) {
        EXPECT_GT(slice.at("position_mm").get<double>(), last);
        last = slice.at("position_mm");
        EXPECT_TRUE(fs::exists(temp.path() / "head" / slice.at("file").get<std::string>()));
        for (const char* finding :
             {"any", "epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural"}) {
            const double p = slice.at("p").at(finding);
            EXPECT_TRUE(p >= 0 && p <= 1);
        }
        any.push_back(slice.at("p").at("any"));
    }
    std::sort(any.rbegin(), any.rend());
    EXPECT_DOUBLE_EQ(series.at("score"), any[k - 1]);
    EXPECT_EQ(series.at("verdict") == "suspected", series.at("score").get<double>() > threshold);
    EXPECT_GT(series.at("seconds").at("classify").get<double>(), 0);
    EXPECT_EQ(std::distance(fs::directory_iterator(temp.path() / "overlays"), {}), 28);
    const QImage sheet(QString::fromStdString((temp.path() / "overlays" / "series01_slice014.png").string()));
    EXPECT_EQ(sheet.width(), 2 * sheet.height());
}

/// This process, and what it starts, may use so many of its cores; as before afterwards.
class OnCores {
public:
    explicit OnCores(int count) {
        if (sched_getaffinity(0, sizeof m_before, &m_before) != 0) return;
        cpu_set_t few;
        CPU_ZERO(&few);
        for (int core = 0; core < CPU_SETSIZE && CPU_COUNT(&few) < count; ++core)
            if (CPU_ISSET(core, &m_before)) CPU_SET(core, &few);
        m_are = CPU_COUNT(&few) == count && sched_setaffinity(0, sizeof few, &few) == 0;
    }
    ~OnCores() {
        if (m_are) sched_setaffinity(0, sizeof m_before, &m_before);
    }
    bool areThere() const { return m_are; }

private:
    cpu_set_t m_before{};
    bool m_are = false;
};

TEST(Read, OnOneCoreOfSeveralAScanDoesNotTakeManyTimesAsLong) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--matrix 128", temp);
    const auto seconds = [&] {
        const fs::path out = temp.path() / "out.json";
        const Outcome read = run("env -u OMP_WAIT_POLICY " + program("hemoscope-read") +
                                     (temp.path() / "head").string() + " --device cpu --json " + out.string(),
                                 temp);
        EXPECT_EQ(read.exitCode, 0) << read.errors;
        return readJson(out).at("series")[0].at("seconds").at("classify").get<double>();
    };
    const OnCores two(2);
    if (!two.areThere()) GTEST_SKIP() << "there is but one core";
    const double onTwo = seconds();
    const OnCores one(1);
    ASSERT_TRUE(one.areThere());
    EXPECT_LT(seconds(), 6 * onTwo); // XNNPACK's threads waited for each other: 17 times
}

TEST(Read, UsageErrorIsTwo) {
    TempFolder temp;
    EXPECT_EQ(run(program("hemoscope-read"), temp).exitCode, 2);
    EXPECT_EQ(run(program("hemoscope-read") + "x --device toaster", temp).exitCode, 2);
}

TEST(Read, NothingReadableIsThreeAndOneSentence) {
    TempFolder temp;
    fs::create_directory(temp.path() / "empty");
    const Outcome empty = run(program("hemoscope-read") + (temp.path() / "empty").string(), temp);
    EXPECT_EQ(empty.exitCode, 3);
    EXPECT_EQ(std::count(empty.errors.begin(), empty.errors.end(), '\n'), 1) << empty.errors;
    EXPECT_EQ(run(program("hemoscope-read") + (temp.path() / "no-such-folder").string(), temp).exitCode, 3);
    std::ofstream(temp.path() / "empty" / "notes.txt") << "no image";
    EXPECT_EQ(run(program("hemoscope-read") + (temp.path() / "empty").string(), temp).exitCode, 3);
}

TEST(Read, TheOperatingPointThatWasAskedForDecides) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--matrix 128", temp);
    const std::string command = program("hemoscope-read") + (temp.path() / "head").string();
    const auto answerAt = [&](const std::string& point) {
        const fs::path out = temp.path() / (point + ".json");
        const Outcome read = run(command + " --operating-point " + point + " --json " + out.string(), temp);
        EXPECT_EQ(read.exitCode, 0) << read.errors;
        return readJson(out);
    };
    const json balanced = answerAt("balanced"), screening = answerAt("screening");
    EXPECT_NE(balanced.at("rule"), screening.at("rule"));
    EXPECT_EQ(balanced.at("series")[0].at("slices"), screening.at("series")[0].at("slices"));
    for (const json& answer : {balanced, screening}) {
        const json& series = answer.at("series")[0];
        EXPECT_EQ(series.at("verdict") == "suspected",
                  series.at("score").get<double>() > answer.at("rule").at("threshold").get<double>());
    }
    const Outcome none = run(command + " --operating-point rule-out", temp);
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_NE(none.errors.find("balanced, screening"), std::string::npos) << none.errors;
}

TEST(Read, BrokenModelIsFour) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--matrix 128", temp);
    const Outcome none =
        run(program("hemoscope-read") + (temp.path() / "head").string() + " --model " + temp.path().string(),
            temp);
    EXPECT_EQ(none.exitCode, 4);
    EXPECT_EQ(std::count(none.errors.begin(), none.errors.end(), '\n'), 1) << none.errors;
}

TEST(Read, FewSlicesCannotBeAssessedAndExitIsZero) {
    TempFolder temp;
    // None of its slices is near the threshold.
    makePhantom(temp.path() / "head", "--slices 3 --seed 10", temp);
    const fs::path out = temp.path() / "out.json";
    ASSERT_EQ(
        run(program("hemoscope-read") + (temp.path() / "head").string() + " --json " + out.string(), temp)
            .exitCode,
        0);
    const json series = readJson(out).at("series")[0];
    EXPECT_EQ(series.at("verdict"), "cannot assess");
    EXPECT_EQ(series.at("reason"), "Only 3 slices: too few to answer for a patient.");
}

TEST(Read, PicturesOfAnEarlierRunAreNotWrittenOver) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--slices 6", temp);
    const std::string command = program("hemoscope-read") + (temp.path() / "head").string() + " --overlays " +
                                (temp.path() / "o").string();
    EXPECT_EQ(run(command, temp).exitCode, 0);
    const fs::path out = temp.path() / "out.json";
    EXPECT_EQ(run(command + " --json " + out.string(), temp).exitCode, 2);
    EXPECT_EQ(readJson(out).at("series")[0].at("slices").size(), 6u) << "the answer stands";
}

TEST(Read, ChestCtOpensAndSingleSlicesAreNotJudged) {
    if (!fs::exists(kCases)) GTEST_SKIP() << "the sample data is absent";
    TempFolder temp;
    const fs::path out = temp.path() / "out.json";
    ASSERT_EQ(run(program("hemoscope-read") + (kCases / "nema-wg04" / "CT1_UNC").string() + " --json " +
                      out.string(),
                  temp)
                  .exitCode,
              0);
    EXPECT_EQ(readJson(out).at("series")[0].at("verdict"), "cannot assess");
}

TEST(Read, SeveralPathsAreReadTogetherAndFilesNamedFromTheFolderOfAll) {
    TempFolder temp;
    makePhantom(temp.path() / "a" / "one", "--slices 6", temp);
    makePhantom(temp.path() / "b", "--slices 7", temp);
    const fs::path out = temp.path() / "out.json";
    const Outcome read = run(program("hemoscope-read") + (temp.path() / "a" / "one").string() + " " +
                                 (temp.path() / "b").string() + " --json " + out.string(),
                             temp);
    ASSERT_EQ(read.exitCode, 0) << read.errors;
    const json answer = readJson(out);
    std::size_t slices = 0;
    for (const json& series : answer.at("series")) {
        EXPECT_TRUE(series.at("directions_known"));
        for (const json& slice : series.at("slices")) {
            ++slices;
            EXPECT_TRUE(fs::exists(temp.path() / slice.at("file").get<std::string>()));
        }
    }
    EXPECT_EQ(slices, 13u);
}

TEST(Read, SlicesWithoutDirectionsSayThatSidesAreUnknown) {
    if (!fs::exists(kCases)) GTEST_SKIP() << "the sample data is absent";
    TempFolder temp;
    const fs::path out = temp.path() / "out.json";
    const Outcome read =
        run(program("hemoscope-read") + firstDicomIn(kCases / "ct-ich-hu") + " --json " + out.string(), temp);
    ASSERT_EQ(read.exitCode, 0) << read.errors;
    EXPECT_NE(read.errors.find("Its sides are unknown."), std::string::npos) << read.errors;
    EXPECT_EQ(readJson(out).at("series")[0].at("directions_known"), false);
}

TEST(Phantom, NothingIsWrittenOver) {
    TempFolder temp;
    makePhantom(temp.path() / "head", "--slices 6", temp);
    EXPECT_NE(
        run(program("hemoscope-phantom") + (temp.path() / "head").string() + " --slices 6", temp).exitCode,
        0);
}

class Viewer : public ::testing::Test {
protected:
    void SetUp() override {
        if (!hasDisplay()) GTEST_SKIP() << "no X display: packaging/test.sh starts one";
        fs::create_directories(hemo::testing::pictureFolder());
        // The list of recent studies of whoever runs the tests is not ours to write into.
        setenv("XDG_CACHE_HOME", (temp.path() / "cache").c_str(), 1);
    }
    void TearDown() override { unsetenv("XDG_CACHE_HOME"); }
    fs::path recents() const { return temp.path() / "cache" / "hemoscope" / "recent" / "studies.sqlite"; }
    /// Starts the viewer on a folder and returns the picture of its window.
    QImage pictureOf(const fs::path& folder, const std::string& name, const std::string& size) {
        const fs::path file = hemo::testing::pictureFolder() / (name + ".png");
        fs::remove(file);
        const Outcome shot =
            run(program("hemoscope") + "--folder " + folder.string() + " --classify --size " + size +
                    " --screenshot " + file.string() + " --quit",
                temp);
        EXPECT_EQ(shot.exitCode, 0) << shot.errors;
        return QImage(QString::fromStdString(file.string()));
    }
    TempFolder temp;
};

void expectWholeWindow(const QImage& picture, int width, int height) {
    ASSERT_EQ(picture.size(), QSize(width, height));
    // Four panes hold grey pictures; the strip and card stand right of them.
    const int left = width / 4, right = width * 5 / 8, top = height / 4, bottom = height * 3 / 4;
    for (const int x : {left, right})
        for (const int y : {top, bottom}) {
            const QImage pane = picture.copy(x - width / 16, y - height / 8, width / 8, height / 4);
            EXPECT_LT(countNear(pane, Qt::black), pane.width() * pane.height())
                << "a pane is empty at " << x << ", " << y;
        }
    EXPECT_GT(countNear(picture, QColor(0x4f, 0xb3, 0xe8)), 10) << "nothing is marked as current";
    // Bars: neutral below the threshold, in the scale from amber to magenta-red above it.
    const QImage strip = picture.copy(width * 3 / 4, height / 16, width / 4, height * 7 / 8);
    EXPECT_GT(countNear(strip, QColor(0x5b, 0x66, 0x73)), 20) << "there are no bars";
}

TEST_F(Viewer, ScreenshotOfThePhantomShowsImageBarsAndVerdict) {
    makePhantom(temp.path() / "head", "--bleed intraparenchymal --volume 40", temp);
    expectWholeWindow(pictureOf(temp.path() / "head", "phantom-1280x800", "1280x800"), 1280, 800);
    expectWholeWindow(pictureOf(temp.path() / "head", "phantom-1920x1200", "1920x1200"), 1920, 1200);
}

TEST_F(Viewer, ScreenshotOfTheTiltedGeSeries) {
    if (!fs::exists(kGeSeries)) GTEST_SKIP() << "the sample data is absent";
    expectWholeWindow(pictureOf(kGeSeries, "ge-1280x800", "1280x800"), 1280, 800);
    expectWholeWindow(pictureOf(kGeSeries, "ge-1920x1200", "1920x1200"), 1920, 1200);
}

std::string outputIn(const TempFolder& folder) {
    std::ifstream file(folder.path() / "stdout.txt");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

TEST(EachProgram, SaysItsVersionAndHelpWithNoDisplay) {
    const TempFolder folder;
    for (const std::string name : {"hemoscope", "hemoscope-worker", "hemoscope-read", "hemoscope-phantom",
                                   "hemoscope-selfcheck", "hemoscope-train", "hemoscope-dataset"}) {
        const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " + program(name.c_str());
        EXPECT_EQ(run(command + "--version", folder).exitCode, 0) << name;
        EXPECT_EQ(outputIn(folder), hemo::versionLine(name) + "\n");
        EXPECT_EQ(run(command + "--help", folder).exitCode, 0) << name;
        EXPECT_NE(outputIn(folder).find("Usage: "), std::string::npos) << name;
    }
}

TEST(ViewerWithNoDisplay, IsOneSentence) {
    TempFolder temp;
    const Outcome none =
        run("env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM " + program("hemoscope"), temp);
    EXPECT_EQ(none.exitCode, 5);
    EXPECT_EQ(none.errors,
              "There is no display: start Hemoscope in a desktop session, or read with hemoscope-read.\n");
    EXPECT_EQ(run("env -u DISPLAY " + program("hemoscope") + "--help", temp).exitCode, 0);
}

TEST_F(Viewer, AScreenReaderFindsPressesAndHearsWhatAReadingNeeds) {
    const std::string script = (hemo::testing::sourceFolder() / "tests/e2e/screen_reader.py").string();
    const Outcome driven = run("dbus-run-session -- /usr/bin/python3 " + script + " " + program("hemoscope") +
                                   temp.path().string(),
                               temp);
    constexpr int kNoAtSpi = 77, kNoBus = 127;
    if (driven.exitCode == kNoAtSpi || driven.exitCode == kNoBus)
        GTEST_SKIP() << "AT-SPI is not installed: gir1.2-atspi-2.0, at-spi2-core, dbus";
    EXPECT_EQ(driven.exitCode, 0) << outputIn(temp) << driven.errors;
}

TEST_F(Viewer, MissingWorkerIsSaidAndIsNoSuccess) {
    makePhantom(temp.path() / "head", "--slices 6", temp);
    const Outcome shot = run(program("hemoscope") + "--folder " + (temp.path() / "head").string() +
                                 " --worker /no/such/worker --classify --quit --screenshot " +
                                 (temp.path() / "s.png").string(),
                             temp);
    EXPECT_EQ(shot.exitCode, 1);
    EXPECT_NE(shot.errors.find("The second reader cannot be started"), std::string::npos) << shot.errors;
}

TEST_F(Viewer, EmptyFolderLeavesAPictureWithASentence) {
    fs::create_directory(temp.path() / "empty");
    EXPECT_EQ(pictureOf(temp.path() / "empty", "empty", "1280x800").size(), QSize(1280, 800));
}

TEST_F(Viewer, OpenedStudyIsRememberedUnlessTheStationIsShared) {
    makePhantom(temp.path() / "head", "--slices 6", temp);
    const std::string command = program("hemoscope") + (temp.path() / "head").string() +
                                " --quit --screenshot " + (temp.path() / "s.png").string();
    EXPECT_EQ(run(command + " --no-recent", temp).exitCode, 0);
    EXPECT_FALSE(fs::exists(recents()));
    EXPECT_EQ(run(command, temp).exitCode, 0);
    EXPECT_TRUE(fs::exists(recents()));
}

TEST_F(Viewer, PatientNamesNeverReachTheTerminal) {
    makePhantom(temp.path() / "head", "--slices 6", temp);
    const Outcome shot = run(program("hemoscope") + "--folder " + (temp.path() / "head").string() +
                                 " --classify --screenshot " + (temp.path() / "s.png").string() + " --quit",
                             temp);
    EXPECT_EQ(shot.exitCode, 0);
    EXPECT_EQ(shot.errors.find("Phantom"), std::string::npos) << shot.errors;
}

} // namespace
