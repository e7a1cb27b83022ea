// The real hemoscope-worker, spoken to over pipes as the viewer does.

#include "core/classify/wire/worker_messages.h"
#include "core/simulate/phantom.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_model.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace hemo {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(60);

/// A worker process and the two ends of its pipes.
class WorkerProcess {
public:
    explicit WorkerProcess(const std::vector<std::string>& arguments) {
        int in[2], out[2];
        if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) std::abort();
        const std::string program = (testing::programFolder() / "hemoscope-worker").string();
        std::vector<const char*> argv{program.c_str()};
        for (const std::string& a : arguments)
            argv.push_back(a.c_str());
        argv.push_back(nullptr);
        m_pid = fork();
        if (m_pid == 0) {
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            execv(program.c_str(), const_cast<char* const*>(argv.data()));
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        m_in = in[1];
        m_out = out[0];
    }
    ~WorkerProcess() {
        closeInput();
        close(m_out);
        if (m_pid > 0) {
            kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
    }
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    void send(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t count = write(m_in, bytes.data(), bytes.size());
            if (count <= 0) return; // it has ended: what it said before is what matters
            bytes = bytes.subspan(std::size_t(count));
        }
    }
    void send(const ClassifyRequest& request) { send(encodeWire(toWire(request))); }
    void closeInput() {
        if (m_in >= 0) close(m_in);
        m_in = -1;
    }

    /// The next answer; nothing at the end of the stream or when patience is over.
    std::optional<WorkerAnswer> next() {
        const auto deadline = Clock::now() + kPatience;
        for (;;) {
            auto message = m_reader.next();
            if (!message) {
                ADD_FAILURE() << message.error().detail;
                return std::nullopt;
            }
            if (*message) {
                auto answer = answerFromWire(**message);
                EXPECT_TRUE(answer);
                return answer ? std::optional(*answer) : std::nullopt;
            }
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
            pollfd waiting{m_out, POLLIN, 0};
            if (left.count() <= 0 || poll(&waiting, 1, int(left.count())) <= 0) return std::nullopt;
            std::byte buffer[1 << 16];
            const ssize_t count = read(m_out, buffer, sizeof buffer);
            if (count <= 0) return std::nullopt;
            m_reader.feed(std::span(buffer).first(std::size_t(count)));
        }
    }
    template <class Answer> Answer expect() {
        const auto answer = next();
        const Answer* wanted = answer ? std::get_if<Answer>(&*answer) : nullptr;
        EXPECT_TRUE(wanted) << "another answer than expected, or none";
        return wanted ? *wanted : Answer{};
    }
    /// Limits its address space to what it has now and a little.
    void allowMoreBytes(std::size_t more) {
        std::ifstream statm("/proc/" + std::to_string(m_pid) + "/statm");
        std::size_t pages = 0;
        ASSERT_TRUE(statm >> pages);
        const rlim_t limit = pages * std::size_t(sysconf(_SC_PAGESIZE)) + more;
        const rlimit both{limit, limit};
        ASSERT_EQ(prlimit(m_pid, RLIMIT_AS, &both, nullptr), 0);
    }
    /// Whether its environment holds this, "NAME=VALUE".
    bool hasSetting(const std::string& setting) const {
        std::ifstream file("/proc/" + std::to_string(m_pid) + "/environ");
        for (std::string each; std::getline(file, each, '\0');)
            if (each == setting) return true;
        return false;
    }
    /// The exit status once it has ended by itself.
    int wait() {
        int status = 0;
        const auto deadline = Clock::now() + kPatience;
        while (waitpid(m_pid, &status, WNOHANG) == 0) {
            if (Clock::now() > deadline) return -1;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
    }

private:
    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
    WireReader m_reader;
};

VolumePtr makeHead(int slices, int pixels = 96) {
    PhantomSpec spec;
    spec.columns = spec.rows = pixels;
    spec.pixelSpacingMm = 230.0 / pixels;
    spec.slices = slices;
    spec.sliceSpacingMm = 150.0 / slices;
    spec.noiseHu = 2;
    return makePhantom(spec).volume;
}

class WorkerTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::signal(SIGPIPE, SIG_IGN);
        test::writeRandomModel(m_folder.path(), 64);
    }
    std::string model() const { return m_folder.path().string(); }
    ClassifyRequest request(int job, VolumePtr volume) const {
        return {job, model(), "cpu", std::move(volume)};
    }

private:
    hemo::testing::TempFolder m_folder;
};

TEST_F(WorkerTest, AHandOnTheWindowChangesNoAnswer) {
    const auto volume = makeHead(8);
    std::vector<std::vector<SliceDone>> readings;
    for (const bool isTouched : {false, true}) {
        WorkerProcess worker({});
        worker.send(encodeWire(toWire(WindowTouched{isTouched})));
        worker.send(request(7, volume));
        worker.send(encodeWire(toWire(WindowTouched{!isTouched})));
        worker.expect<WorkerReady>();
        std::vector<SliceDone>& slices = readings.emplace_back();
        for (int k = 0; k < 8; ++k)
            slices.push_back(worker.expect<SliceDone>());
        worker.expect<ClassifyDone>();
    }
    EXPECT_EQ(readings[0], readings[1]);
}

TEST_F(WorkerTest, StreamsSlicesInOrderThenTheVerdictAndEndsWithItsInput) {
    WorkerProcess worker({});
    const auto volume = makeHead(8);
    worker.send(request(41, volume));
    const auto ready = worker.expect<WorkerReady>();
    EXPECT_EQ(ready.modelId, "random");
    EXPECT_EQ(ready.weightsSha256.size(), 64u);
    EXPECT_EQ(ready.device.substr(0, 3), "CPU");
    std::vector<SliceDone> slices;
    for (int k = 0; k < 8; ++k) {
        slices.push_back(worker.expect<SliceDone>());
        EXPECT_EQ(slices.back().job, 41);
        EXPECT_EQ(slices.back().slice.slice, k);
    }
    const auto done = worker.expect<ClassifyDone>();
    EXPECT_EQ(done.job, 41);
    EXPECT_EQ(done.provenance.seriesInstanceUid, volume->seriesInstanceUid());
    EXPECT_EQ(done.provenance.weightsSha256, ready.weightsSha256);
    const Prediction prediction = assemblePrediction(volume->grid(), slices, done);
    EXPECT_EQ(prediction.heat.values.size(), prediction.heat.grid.voxelCount());
    worker.closeInput();
    EXPECT_EQ(worker.wait(), 0);
}

TEST_F(WorkerTest, AModelNamedAtTheStartIsReadyBeforeAnyRequestAndIsLoadedOnce) {
    WorkerProcess worker({"--model", model()});
    const auto ready = worker.expect<WorkerReady>();
    for (const int job : {1, 2}) {
        auto again = request(job, makeHead(5));
        again.device = "auto";
        // The device that it is on already, by its own name, is no other device.
        if (job == 2) again.device = ready.device.starts_with("CPU") ? "cpu" : "cuda";
        worker.send(again);
        for (int k = 0; k < 5; ++k)
            EXPECT_EQ(worker.expect<SliceDone>().job, job);
        EXPECT_EQ(worker.expect<ClassifyDone>().job, job);
    }
}

TEST_F(WorkerTest, WaitsPassivelyInOpenMpUnlessWhoeverStartsItAsksForMore) {
    for (const char* asked : {"", "active"}) {
        if (*asked)
            setenv("OMP_WAIT_POLICY", asked, 1);
        else
            unsetenv("OMP_WAIT_POLICY");
        WorkerProcess worker({"--model", model()});
        worker.expect<WorkerReady>();
        EXPECT_TRUE(worker.hasSetting(std::string("OMP_WAIT_POLICY=") + (*asked ? asked : "passive")));
    }
    unsetenv("OMP_WAIT_POLICY");
}

TEST_F(WorkerTest, ABrokenModelIsOneSentenceAndTheNextRequestIsAnswered) {
    WorkerProcess worker({"--model", model() + "/nothing"});
    auto broken = request(5, makeHead(5));
    broken.modelFolder += "/nothing";
    worker.send(broken);
    const auto failed = worker.expect<ClassifyFailed>();
    EXPECT_EQ(failed.job, 5);
    EXPECT_EQ(failed.error.code, ErrorCode::Model);
    EXPECT_EQ(failed.error.message, "The model is missing: install it again or choose another model folder.");
    worker.send(request(6, makeHead(5)));
    worker.expect<WorkerReady>();
    EXPECT_EQ(worker.expect<SliceDone>().job, 6);
}

TEST_F(WorkerTest, AnUnknownDeviceIsRefused) {
    WorkerProcess worker({});
    auto odd = request(7, makeHead(5));
    odd.device = "toaster";
    worker.send(odd);
    const auto failed = worker.expect<ClassifyFailed>();
    EXPECT_EQ(failed.job, 7);
    EXPECT_EQ(failed.error.code, ErrorCode::Worker);
}

TEST_F(WorkerTest, GarbageIsAnsweredAndEndsIt) {
    WorkerProcess worker({});
    worker.send(std::as_bytes(std::span("\xff\xff\xff\xff this is no message")));
    EXPECT_EQ(worker.expect<ClassifyFailed>().error.code, ErrorCode::Worker);
    EXPECT_EQ(worker.wait(), 1);
}

TEST_F(WorkerTest, ARequestCutShortIsNoRequest) {
    WorkerProcess worker({});
    const auto bytes = encodeWire(toWire(request(1, makeHead(5))));
    worker.send(std::span(bytes).first(bytes.size() / 2));
    worker.closeInput();
    EXPECT_EQ(worker.next(), std::nullopt);
    EXPECT_EQ(worker.wait(), 0);
}

TEST_F(WorkerTest, AClosedInputStopsWorkThatIsUnderWay) {
    WorkerProcess worker({});
    worker.send(request(1, makeHead(400, 48)));
    worker.expect<WorkerReady>();
    worker.expect<SliceDone>();
    const auto closed = Clock::now();
    worker.closeInput();
    int slices = 1;
    while (const auto answer = worker.next()) {
        EXPECT_TRUE(std::holds_alternative<SliceDone>(*answer));
        ++slices;
    }
    EXPECT_EQ(worker.wait(), 0);
    EXPECT_LT(slices, 400);
    EXPECT_LT(Clock::now() - closed, std::chrono::seconds(2));
}

TEST_F(WorkerTest, TooLittleMemoryIsSaid) {
    WorkerProcess worker({"--model", model()});
    worker.expect<WorkerReady>();
    worker.allowMoreBytes(128 << 20);
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 400; ++k)
        positions.push_back({0, 0, double(k)});
    const Grid grid(512, 512, {1, 0, 0}, {0, 1, 0}, 0.5, 0.5, positions);
    worker.send(request(
        9, std::make_shared<const Volume>(grid, std::vector<std::int16_t>(grid.voxelCount()), "1.2.3")));
    EXPECT_EQ(worker.expect<ClassifyFailed>().error.code, ErrorCode::OutOfMemory);
}

TEST_F(WorkerTest, WrongArgumentsAreAUsageError) {
    WorkerProcess worker({"--what"});
    EXPECT_EQ(worker.wait(), 2);
}

} // namespace
} // namespace hemo
