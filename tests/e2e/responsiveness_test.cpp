// How long the window ever waits while many series are listed and a large one is opened and scrolled.

#include "app_fixture.h"

#include "app/main_window.h"
#include "tests/support/odd_series.h"
#include "tests/support/raw_dicom.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/slice_view.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace hemo::ui {
namespace {

using namespace testing;

/// Beats as often as the event loop lets it, and keeps the longest pause between two beats in each stage: as
/// a hand would feel it, and what of it the window's own thread worked. On a machine that others use too the
/// second tells what the program is to blame for.
class Heartbeat : public QObject {
public:
    enum Stage { Scanning, Loading, Showing };
    static constexpr std::array kNames{"scanning", "loading", "showing"};
    struct Pause {
        double feltMs = 0, workedMs = 0;
    };
    using Pauses = std::array<Pause, kNames.size()>;

    Heartbeat(const AppState& state, std::function<void()> eachBeat)
        : m_state(state), m_eachBeat(std::move(eachBeat)) {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
        m_timer.start(1);
        m_sinceLast.start();
        m_workedMs = workedMs();
    }
    const Pauses& longest() const { return m_longest; }

private:
    static double workedMs() {
        timespec t{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
    }
    Stage stage() const {
        if (m_state.shelf.scan.isRunning) return Scanning;
        return select::isLoading(m_state) ? Loading : Showing;
    }
    void beat() {
        Pause& longest = m_longest[m_stage];
        longest.feltMs = std::max(longest.feltMs, static_cast<double>(m_sinceLast.nsecsElapsed()) / 1e6);
        longest.workedMs = std::max(longest.workedMs, workedMs() - m_workedMs);
        m_stage = stage();
        m_sinceLast.start();
        m_workedMs = workedMs();
        m_eachBeat();
    }

    const AppState& m_state;
    std::function<void()> m_eachBeat;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    double m_workedMs = 0;
    Stage m_stage = Scanning;
    Pauses m_longest;
};

/// How long it takes here and now to copy the voxels of 400 slices, in ms: the measure of this machine.
double copyMs() {
    const std::vector<std::int16_t> voxels(std::size_t(400) * 512 * 512, 1);
    QElapsedTimer timer;
    timer.start();
    const auto copy = voxels;
    return copy.back() * static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

class Responsiveness : public ProgramTest {
protected:
    static constexpr const char *kSmallUid = "1.2.826.0.1.3680043.8.498.77.2",
                                *kLargeUid = "1.2.826.0.1.3680043.8.498.77.1";
    static constexpr int kMostAttempts = 5;

    void writeLargeAndSmall() {
        hemo::testing::OddStack stack;
        stack.seriesUid = kSmallUid;
        hemo::testing::writeOddSeries(stack, folder.path() / "small");
        stack.seriesUid = kLargeUid;
        stack.columns = stack.rows = 512;
        stack.columnSpacingMm = stack.rowSpacingMm = 0.45;
        stack.slices = 400;
        stack.sliceSpacingMm = 0.5;
        hemo::testing::writeOddSeries(stack, folder.path() / "large");
    }
    /// A notch of the wheel over the axial view, up and down in turn by runs of ten, as fast as screens show
    /// it.
    void scroll() {
        if (m_sinceNotch.isValid() && m_sinceNotch.elapsed() < 16) return;
        m_sinceNotch.start();
        auto* view = window->findChild<SliceView*>();
        const int delta = m_notches++ / 10 % 2 == 0 ? 120 : -120;
        const QPointF at = QRectF(view->rect()).center();
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view, &event);
    }
    /// Runs the event loop itself, without the pauses that QTest's waiting makes.
    void runUntil(const std::function<bool()>& isDone) {
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (isDone()) loop.quit();
        });
        look.start(20);
        QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
        loop.exec();
        ASSERT_TRUE(isDone());
    }

    /// On a quiet machine the aim is 16 ms (tests/bench/README.md has the figures). Here others may take both
    /// cores: what must fail is work that belongs on another thread, such as reading or copying a volume.
    /// That comes with every attempt, and others' use of the machine does not: of some attempts the shortest
    /// counts.
    void expectShort(const std::function<void(Heartbeat::Pauses&)>& attempt) {
        const double mostWorkedMs = std::max(60.0, copyMs() / 3), mostFeltMs = std::max(400.0, 2 * copyMs());
        Heartbeat::Pauses shortest;
        shortest.fill({1e9, 1e9});
        const auto isShort = [&](const Heartbeat::Pause& pause) {
            return pause.workedMs < mostWorkedMs && pause.feltMs < mostFeltMs;
        };
        for (int n = 0; n < kMostAttempts && !std::ranges::all_of(shortest, isShort); ++n) {
            Heartbeat::Pauses longest;
            ASSERT_NO_FATAL_FAILURE(attempt(longest));
            for (std::size_t stage = 0; stage < longest.size(); ++stage) {
                shortest[stage].feltMs = std::min(shortest[stage].feltMs, longest[stage].feltMs);
                shortest[stage].workedMs = std::min(shortest[stage].workedMs, longest[stage].workedMs);
            }
        }
        for (std::size_t stage = 0; stage < shortest.size(); ++stage) {
            const std::string name = Heartbeat::kNames[stage];
            const auto& [feltMs, workedMs] = shortest[stage];
            std::printf("longest pause while %s: %.1f ms, of which worked at most %.1f ms\n", name.c_str(),
                        feltMs, workedMs);
            RecordProperty("longest_pause_ms_" + name, std::to_string(feltMs));
            RecordProperty("longest_work_ms_" + name, std::to_string(workedMs));
            EXPECT_LT(workedMs, mostWorkedMs) << name;
            EXPECT_LT(feltMs, mostFeltMs) << name;
        }
    }
    void openAndRead(const std::string& name, const std::string& uid) {
        application->store().dispatch(action::OpenPaths{{folder.path() / name}});
        runUntil([&] { return isRead(state()) && lead(state()).volume->seriesInstanceUid() == uid; });
    }
    void letGoOfTheLastAttempt() {
        if (select::shownIn(state(), kLead)) openAndRead("small", kSmallUid);
    }

private:
    QElapsedTimer m_sinceNotch;
    int m_notches = 0;
};

TEST_F(Responsiveness, WindowNeverWaitsWhileFourHundredSlicesLoadAndAreScrolled) {
    writeLargeAndSmall();
    runUntil([] { return true; }); // the window has been painted
    expectShort([this](Heartbeat::Pauses& longest) {
        ASSERT_NO_FATAL_FAILURE(letGoOfTheLastAttempt());
        Heartbeat heart(state(), [this] { scroll(); });
        ASSERT_NO_FATAL_FAILURE(openAndRead("large", kLargeUid));
        longest = heart.longest();
    });
}

TEST_F(Responsiveness, LettingGoOfALargeSeriesDoesNotHoldUpTheWindow) {
    writeLargeAndSmall();
    expectShort([this](Heartbeat::Pauses& longest) {
        ASSERT_NO_FATAL_FAILURE(openAndRead("large", kLargeUid));
        Heartbeat heart(state(), [] {});
        ASSERT_NO_FATAL_FAILURE(openAndRead("small", kSmallUid));
        longest = heart.longest();
    });
}

TEST_F(Responsiveness, WindowNeverWaitsWhileTwoHundredSeriesAreListedAndPictured) {
    writeLargeAndSmall();
    const auto many = folder.path() / "many";
    std::filesystem::create_directory(many);
    for (int n = 0; n < 200; ++n)
        hemo::testing::RawDicom::ctSlice(n, 1)
            .text(imaging::tag::kSeriesInstanceUid, "UI", "9." + std::to_string(n))
            .text(imaging::tag::kSopInstanceUid, "UI", "8." + std::to_string(n))
            .text(imaging::tag::kSeriesNumber, "IS", std::to_string(n))
            .text(imaging::tag::kSeriesDescription, "LO", "Head " + std::to_string(n))
            .write(many / std::to_string(n));
    expectShort([&](Heartbeat::Pauses& longest) {
        ASSERT_NO_FATAL_FAILURE(letGoOfTheLastAttempt());
        Heartbeat heart(state(), [] {});
        application->store().dispatch(action::OpenPaths{{many}});
        ASSERT_NO_FATAL_FAILURE(runUntil([this] { return state().shelf.thumbnails->size() == 200; }));
        longest = heart.longest();
    });
}

} // namespace
} // namespace hemo::ui
