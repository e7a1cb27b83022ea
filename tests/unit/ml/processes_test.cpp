// The real hemoscope-train, two of it that learn one network together.

#include "ml/reader/model/model_folder.h"
#include "ml/training/learn/process_group.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/free_port.h"
#include "tests/unit/ml/made_training.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// A program that has been started, with what it says in a file; killed where the test ends before it.
class Started {
public:
    Started(const std::vector<std::string>& line, const std::vector<std::string>& environment,
            const fs::path& said)
        : m_said(said) {
        std::vector<char*> argv;
        for (const std::string& word : line)
            argv.push_back(const_cast<char*>(word.c_str()));
        argv.push_back(nullptr);
        m_pid = fork();
        if (m_pid != 0) return;
        for (const std::string& setting : environment)
            putenv(const_cast<char*>(setting.c_str()));
        const int file = open(said.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
        execv(argv[0], argv.data());
        _exit(127);
    }
    ~Started() {
        if (m_pid <= 0) return;
        kill();
        waitpid(m_pid, nullptr, 0);
    }
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;

    void kill() const { ::kill(m_pid, SIGKILL); }
    /// Its exit status, once it has ended.
    int wait() {
        int status = 0;
        waitpid(m_pid, &status, 0);
        m_pid = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    std::string said() const { return textOf(m_said); }

private:
    pid_t m_pid = 0;
    fs::path m_said;
};

class Processes : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ProcessGroup::isBuilt()) GTEST_SKIP() << "built without Gloo";
    }
    /// One of two that learn together; each has a folder of its own, so that it is seen who writes.
    std::unique_ptr<Started> start(int rank, const std::string& run,
                                   const std::vector<std::string>& more = {}) const {
        std::vector<std::string> line{
            (hemo::testing::programFolder() / "hemoscope-train").string(),
            "train",
            "--all",
            "--data=" + m_folder.path().string(),
            "--trunk=" + m_options.trunkFile.string(),
            "--size=" + std::to_string(m_options.size),
            "--drawn=0",
            "--mimics=0",
            "--threads=1",
            "--out=" + modelOf(rank, run).string(),
        };
        line.insert(line.end(), more.begin(), more.end());
        const auto said = m_folder.path() / (run + std::to_string(rank) + ".txt");
        return std::make_unique<Started>(
            line,
            std::vector<std::string>{"WORLD_SIZE=2", "RANK=" + std::to_string(rank), "MASTER_ADDR=127.0.0.1",
                                     "MASTER_PORT=" + std::to_string(m_port), "OMP_WAIT_POLICY=passive"},
            said);
    }
    fs::path modelOf(int rank, const std::string& run) const {
        return m_folder.path() / (run + std::to_string(rank));
    }
    /// What a run of both ends with.
    std::array<int, 2> runBoth(const std::string& run, const std::vector<std::string>& more) const {
        const auto first = start(0, run, more), second = start(1, run, more);
        const std::array<int, 2> status{first->wait(), second->wait()};
        EXPECT_EQ(second->said().find("step"), std::string::npos) << "the first alone says how far it is";
        return status;
    }
    std::string hashOf(const std::string& run) const {
        const auto model = loadModelFolder(modelOf(0, run));
        return model ? model->info.weightsSha256 : "";
    }

    hemo::testing::TempFolder m_folder;
    TrainOptions m_options = test::makeTraining(m_folder.path());
    std::uint16_t m_port = test::freePort();
};

std::ptrdiff_t linesIn(const fs::path& file) {
    const std::string text = textOf(file);
    return std::count(text.begin(), text.end(), '\n');
}

TEST_F(Processes, LearnOneModelThatTheFirstAloneWritesAndGoOnWhereTheyWereStopped) {
    EXPECT_EQ(runBoth("whole", {"--epochs=2"}), (std::array{0, 0})) << textOf(m_folder.path() / "whole0.txt");
    EXPECT_FALSE(fs::exists(modelOf(1, "whole")));
    const std::string whole = hashOf("whole");
    EXPECT_FALSE(whole.empty());

    EXPECT_EQ(runBoth("stopped", {"--epochs=2", "--stop-after=1"}), (std::array{1, 1}));
    EXPECT_TRUE(fs::exists(modelOf(0, "stopped") / "learning.checkpoint"));
    EXPECT_EQ(runBoth("stopped", {"--epochs=2"}), (std::array{0, 0}));
    EXPECT_EQ(hashOf("stopped"), whole);
    EXPECT_FALSE(fs::exists(modelOf(1, "stopped")));
    EXPECT_EQ(textOf(modelOf(0, "stopped") / "training.csv"), textOf(modelOf(0, "whole") / "training.csv"));

    // As many steps as one process: each takes a share of every batch, not batches of its own.
    TrainOptions alone = m_options;
    alone.fold.reset();
    ASSERT_TRUE(trainModel(alone));
    EXPECT_EQ(linesIn(modelOf(0, "whole") / "training.csv"),
              1 + 2 * (linesIn(alone.modelFolder / "training.csv") - 1));
}

TEST_F(Processes, OneThatWaitsForAMissingOneEndsInTimeAndSaysSo) {
    for (const int rank : {0, 1}) {
        const auto alone = start(rank, "alone", {"--patience=1"});
        EXPECT_EQ(alone->wait(), 1);
        // LibTorch logs some lines of its own before.
        const std::string said = alone->said();
        const auto at = said.find("The 2 processes did not all meet within 1 seconds");
        ASSERT_NE(at, std::string::npos) << said;
        EXPECT_EQ(said.find('\n', at), said.size() - 1) << said;
    }
}

TEST_F(Processes, OneThatDiesEndsTheOther) {
    const auto first = start(0, "killed", {"--epochs=1000"}), second = start(1, "killed", {"--epochs=1000"});
    while (!fs::exists(modelOf(0, "killed") / "learning.checkpoint"))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    second->kill();
    EXPECT_EQ(first->wait(), 1);
    EXPECT_NE(first->said().find("Another process of this run has ended"), std::string::npos)
        << first->said();
    EXPECT_TRUE(fs::exists(modelOf(0, "killed") / "learning.checkpoint")) << "the run can go on";
}

TEST_F(Processes, WithOtherOptionsThanTheFirstOneHasAreRefused) {
    const auto first = start(0, "other", {"--seed=1"}), second = start(1, "other", {"--seed=2"});
    EXPECT_EQ(second->wait(), 1);
    EXPECT_NE(second->said().find("have other options or data"), std::string::npos) << second->said();
    EXPECT_EQ(first->wait(), 1);
}

} // namespace
} // namespace hemo::ml
