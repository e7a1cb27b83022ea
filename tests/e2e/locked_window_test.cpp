// Locked means locked. Two windows are led through everything that a window can be asked to do: the answers
// to one say "bleed", to the other "none". Nothing that anybody can see, hear or save may tell them apart.

#include "app_fixture.h"
#include "window_census.h"

#include "app/apart_view.h"
#include "app/main_window.h"
#include "app/picture_export.h"
#include "app/view_layout.h"
#include "core/log.h"
#include "tests/gui/verdict_card_fixture.h"
#include "viewer/widgets/probability_strip.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QDialog>
#include <QHelpEvent>
#include <QKeySequence>
#include <QToolTip>

#include <fstream>
#include <functional>
#include <iterator>
#include <mutex>
#include <set>

namespace hemo::ui {
namespace {

using namespace testing;

enum class World { Bleed, None };

/// What a person could note down at one moment, and what was done before it. Packed: there are hundreds.
struct Moment {
    std::string after;
    QByteArray told, seen;

    QStringList lines() const { return QString::fromUtf8(qUncompress(told)).split('\n'); }
};

QByteArray packed(const QStringList& told) {
    return qCompress(told.join('\n').toUtf8(), 1);
}
QByteArray packed(const QImage& seen) {
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(seen.constBits()), seen.sizeInBytes());
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

SeriesInfo priorSeries() {
    SeriesInfo info = markedSeries("prior");
    info.studyInstanceUid = "study before";
    info.studyDate = "20190301";
    info.frameOfReferenceUid = "frame";
    return info;
}

/// A window with a series and its prior, both answered.
class LockedWindow {
public:
    LockedWindow(WayOfReading way, World world) : m_world(world) {
        log::setSink([this](log::Level, std::string_view line) {
            const std::lock_guard lock(m_mutex);
            m_lines << QString::fromUtf8(line.data(), qsizetype(line.size()));
        });
        QApplication::clipboard()->clear();
        m_store.dispatch(action::SetPresets{{{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}}});
        m_store.dispatch(action::ChooseWay{way});
        m_window.resize(1280, 800);
        m_window.show();
        activate(m_window);
        open();
    }
    ~LockedWindow() {
        log::setSink([](log::Level, std::string_view) {});
    }

    Store& store() { return m_store; }
    MainWindow& window() { return m_window; }
    const AppState& state() const { return m_store.state(); }
    const std::vector<Moment>& moments() const { return m_moments; }

    /// A key that means nothing is told by an empty moment: the other window's must be as empty.
    void noteIfChanged(const std::string& after) {
        if (state() == m_noted)
            m_moments.push_back({after, {}, {}});
        else
            note(after);
    }
    void note(const std::string& after) {
        m_noted = state();
        EXPECT_TRUE(waitFor([&] { return m_window.isSettled(); }));
        QStringList told = census(m_window);
        {
            const std::lock_guard lock(m_mutex);
            told << m_lines;
        }
        QByteArray seen = packed(m_window.grab().toImage());
        for (auto* other :
             m_window.findChildren<ApartView*>()) // views in windows of their own, and an audience
            if (other->isVisible()) seen += packed(other->grab().toImage());
        m_moments.push_back({after, packed(told), seen});
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&m_window, static_cast<Qt::Key>(key), modifiers);
    }

private:
    void open() {
        SeriesInfo current = markedSeries();
        current.frameOfReferenceUid = "frame";
        FolderContents contents;
        contents.series = {current, priorSeries(), scoutSeries()};
        contents.bestSeriesId = current.id;
        m_store.dispatch(action::ReadListAhead{true});
        m_store.dispatch(action::OpenPaths{{"folder"}});
        m_store.dispatch(action::FolderScanned{state().shelf.scan.number,
                                               std::make_shared<const FolderContents>(contents)});
        load(lead(state()), current);
        note("loaded");
        answer(lead(state()).id);
        note("answered");
    }
    void load(const Reading& reading, const SeriesInfo& info) {
        const ReadingId id = reading.id;
        const VolumePtr volume = markedVolume(Acquired::FeetToHead, info.id);
        m_store.dispatch(
            action::SeriesLoaded{id, reading.load.number, info, volume, {}, fingerprintOf(*volume)});
        const Reading& now = *select::reading(state(), id);
        if (now.reformat.isRunning) m_store.dispatch(action::RegularReady{id, now.reformat.number, volume});
    }

public:
    /// The second reader has answered, slice after slice; in a blind reading it was never asked.
    void answer(ReadingId id) {
        const auto reading = [&]() -> const Reading& { return *select::reading(state(), id); };
        const int job = reading().reader.job.number;
        const bool isBleed = m_world == World::Bleed;
        const std::vector<double> any = isBleed ? kSuspected : std::vector<double>(9, .01);
        m_store.dispatch(
            action::ClassifierReady{id, job, "model-1", "CPU", {2, 0.6}, {}, {Explanation::Evidence}, {}});
        for (int k = 0; k < 9; ++k)
            m_store.dispatch(action::SliceClassified{id, job, {k, {any[std::size_t(k)]}}});
        note("all slices answered");
        m_store.dispatch(action::Classified{id, job, answerTo(*reading().volume, any)});
        Findings findings;
        if (isBleed) findings = markedFinding();
        for (Finding& finding : findings) // a block of voxels of slice 5
            for (std::uint32_t j = 10; j < 14; ++j)
                for (std::uint32_t i = 30; i < 35; ++i)
                    finding.outline->voxels.push_back(5 * 48 * 40 + j * 48 + i);
        m_store.dispatch(action::FindingsFound{id, reading().reader.findingsJob.number,
                                               std::make_shared<const Findings>(findings)});
    }
    void compareWithPrior() {
        press(Qt::Key_B);
        load(beside(state()), priorSeries());
        if (beside(state()).reader.job.isRunning) answer(beside(state()).id);
        note("compared with the prior");
    }
    /// Whatever is saved of every view.
    void noteExports() {
        hemo::testing::TempFolder folder;
        const auto saved = saveSlices(state(), kLead, {QSize(300, 300), 1}, folder.path(), TaskContext{});
        QStringList told{QString::number(saved.value_or(-1))};
        std::set<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            files.insert(entry.path());
        for (const auto& file : files) {
            std::ifstream stream(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            told << QString::fromStdString(file.filename().string())
                 << QString::fromLatin1(QByteArray::fromStdString(bytes).toHex());
        }
        m_moments.push_back({"saved slices", packed(told), {}});
        for (std::size_t n = 0; n < state().screen.viewports.size(); ++n)
            m_moments.push_back({"saved view " + std::to_string(n),
                                 {},
                                 packed(m_window.findChild<ViewLayout*>()->picture(ViewportId{int(n)}))});
        m_moments.push_back({"the clipboard", {}, packed(QApplication::clipboard()->image())});
    }
    /// What a mouse that rests on the strip is told.
    void noteTips() {
        auto* strip = m_window.findChild<ViewLayout*>()->strip(kLead);
        for (int y = 4; y < strip->height(); y += strip->height() / 9) {
            QHelpEvent event(QEvent::ToolTip, {20, y}, strip->mapToGlobal(QPoint(20, y)));
            QApplication::sendEvent(strip, &event);
            m_moments.push_back({"a tip of the strip", packed(QStringList{QToolTip::text()}), {}});
        }
        QToolTip::hideText();
    }

private:
    const World m_world;
    std::mutex m_mutex;
    QStringList m_lines; ///< of the log; guarded by m_mutex
    Store m_store;
    hemo::testing::TurnedClock m_clock;
    MainWindow m_window{m_store, {}, m_clock};
    std::vector<Moment> m_moments;
    AppState m_noted; ///< what the last moment was of
};

/// They ask for a file, or end the program.
const std::set<std::string_view> kLeaveTheWindow{"open",         "add",         "open-files",
                                                 "save-picture", "save-window", "save-slices",
                                                 "save-moving",  "quit",        "open-cases"};
/// How is read stays as it is while it is tried.
bool isTried(std::string_view id) {
    return !kLeaveTheWindow.contains(id) && !id.starts_with("way-");
}

/// The window has one action a command, in their order.
void doEveryCommand(LockedWindow& locked) {
    const std::vector<Command> commands = allCommands();
    for (std::size_t n = 0; n < commands.size(); ++n) {
        QAction* action = locked.window().actions().value(qsizetype(n));
        ASSERT_TRUE(action);
        ASSERT_EQ(action->shortcuts(), commands[n].isHeld ? QList<QKeySequence>() : commands[n].keys);
        if (!isTried(commands[n].id)) continue;
        action->trigger(); // nothing, where it is not enabled
        locked.noteIfChanged("command " + std::string(commands[n].id));
        for (QDialog* dialog : locked.window().findChildren<QDialog*>())
            dialog->close();
    }
}

/// All that a dialog lists, the commands that can be done among them.
void noteDialog(LockedWindow& locked, std::string_view id) {
    const std::vector<Command> commands = allCommands();
    const auto n = std::ranges::find(commands, id, &Command::id) - commands.begin();
    locked.window().actions().value(n)->trigger();
    locked.note("dialog " + std::string(id));
    for (QDialog* dialog : locked.window().findChildren<QDialog*>())
        dialog->close();
}

/// As a hand would find them by trying: digits, letters and signs, with whatever is held.
void pressEveryKey(LockedWindow& locked) {
    std::set<QKeySequence> leaving;
    for (const Command& command : allCommands())
        if (!isTried(command.id) || command.id == "keys" || command.id == "palette")
            leaving.insert(command.keys.begin(), command.keys.end());
    const auto tryKey = [&](int key, Qt::KeyboardModifiers held) {
        const QKeySequence keys(QKeyCombination(held, static_cast<Qt::Key>(key)));
        if (leaving.contains(keys)) return;
        locked.press(key, held);
        locked.noteIfChanged("key " + keys.toString().toStdString());
    };
    for (const Qt::KeyboardModifiers held :
         {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier)})
        for (int key = Qt::Key_Exclam; key <= Qt::Key_AsciiTilde; ++key)
            if (key < Qt::Key_QuoteLeft + 1 || key > Qt::Key_BraceLeft - 1) // between them is no key
                tryKey(key, held);
    for (const Qt::KeyboardModifiers held :
         {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::KeyboardModifiers(Qt::AltModifier),
          Qt::AltModifier | Qt::ShiftModifier})
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
            tryKey(key, held);
    for (const int key : {Qt::Key_Escape, Qt::Key_Escape, Qt::Key_Escape, Qt::Key_Home, Qt::Key_End,
                          Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Tab, Qt::Key_Delete})
        tryKey(key, {});
}

void commitNone(LockedWindow& locked) {
    const ReadingId id = select::activeReading(locked.state())->id;
    locked.store().dispatch(action::OpenVerdict{id});
    locked.store().dispatch(action::AnswerVerdict{id, ReaderVerdict::Answer::None});
    locked.store().dispatch(action::SetConfidence{id, 3});
    locked.store().dispatch(action::CommitVerdict{id, 1700000000});
    locked.note("committed");
}

using Steps = std::function<void(LockedWindow&)>;

/// One window after the other: only one of them can be the active one.
std::vector<Moment> led(WayOfReading way, World world, const Steps& through) {
    LockedWindow locked(way, world);
    through(locked);
    return locked.moments();
}

void expectTheSame(WayOfReading way, const Steps& through) {
    const std::vector<Moment> one = led(way, World::Bleed, through), other = led(way, World::None, through);
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t n = 0; n < one.size(); ++n) {
        ASSERT_EQ(one[n].after, other[n].after);
        const bool isTold = one[n].told != other[n].told, isSeen = one[n].seen != other[n].seen;
        if (isTold) ADD_FAILURE() << differences(one[n].lines(), other[n].lines()).join('\n').toStdString();
        ASSERT_FALSE(isTold || isSeen) << "after " << one[n].after << (isSeen ? ", to be seen" : "");
    }
}

TEST(LockedWindow, NoKeyAndNoCommandTellsABleedFromNone) {
    expectTheSame(WayOfReading::SecondReader, [](LockedWindow& locked) {
        pressEveryKey(locked);
        doEveryCommand(locked);
        for (const char* id : {"keys", "palette"})
            noteDialog(locked, id);
        EXPECT_FALSE(lead(locked.state()).ownVerdict.first) << "no key commits what was not chosen";
        EXPECT_GT(locked.moments().size(), 300u);
    });
}

TEST(LockedWindow, NothingThatIsSavedOrPointedAtOrComparedTellsThem) {
    expectTheSame(WayOfReading::SecondReader, [](LockedWindow& locked) {
        locked.noteExports();
        locked.noteTips();
        locked.compareWithPrior();
        locked.noteExports();
        locked.press(Qt::Key_G);
        locked.press(Qt::Key_N);
        locked.note("heat and next finding");
    });
}

TEST(LockedWindow, TheVerdictOnOneSeriesOpensNoOther) {
    LockedWindow locked(WayOfReading::SecondReader, World::Bleed);
    commitNone(locked);
    locked.compareWithPrior();
    EXPECT_TRUE(select::mayShowAnswers(locked.state(), lead(locked.state())));
    EXPECT_FALSE(select::mayShowAnswers(locked.state(), beside(locked.state())));
}

TEST(LockedWindow, AfterTheVerdictTheTwoAreToldApart) {
    const auto bleed = led(WayOfReading::SecondReader, World::Bleed, commitNone);
    const auto none = led(WayOfReading::SecondReader, World::None, commitNone);
    EXPECT_FALSE(differences(bleed.back().lines(), none.back().lines()).isEmpty());
    EXPECT_NE(bleed.back().seen, none.back().seen);
}

TEST(LockedWindow, ABlindReadingTellsNothingEvenAfterTheVerdict) {
    expectTheSame(WayOfReading::Blind, [](LockedWindow& locked) {
        commitNone(locked);
        locked.noteExports();
        locked.noteTips();
        doEveryCommand(locked);
    });
}

} // namespace
} // namespace hemo::ui
