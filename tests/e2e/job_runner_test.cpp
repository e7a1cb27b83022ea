#include "app_fixture.h"

#include "app/job_runner.h"
#include "tests/support/said.h"

#include <QThread>

#include <atomic>

namespace hemo::ui {
namespace {

using namespace testing;

Action scanFailed(Error error) {
    return action::ScanFailed{1, std::move(error)};
}

TEST(JobRunner, WorkThatRunsOutOfMemoryIsAFailureNotACrash) {
    std::optional<Error> error;
    JobRunner runner([&](const Action& a) { error = std::get<action::ScanFailed>(a).error; }, nullptr);
    runner.run(
        {JobRunner::Kind::Scan}, {},
        [](const TaskContext&, const JobRunner::Post&) { throw std::bad_alloc(); }, scanFailed);
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }));
    EXPECT_EQ(error->code, ErrorCode::OutOfMemory);
}

TEST(JobRunner, ResultsArriveOnTheGuiThread) {
    QThread* arrivedOn = nullptr;
    JobRunner runner([&](const Action&) { arrivedOn = QThread::currentThread(); }, nullptr);
    runner.run(
        {JobRunner::Kind::Scan}, {},
        [](const TaskContext&, const JobRunner::Post& post) { post(action::CancelWork{}); }, scanFailed);
    ASSERT_TRUE(waitFor([&] { return arrivedOn != nullptr; }));
    EXPECT_EQ(arrivedOn, QThread::currentThread());
}

TEST(JobRunner, ProgressIsSlowedDownToTenASecond) {
    int reports = 0;
    bool isDone = false;
    JobRunner runner(
        [&](const Action& a) {
            if (std::holds_alternative<action::ScanProgress>(a))
                ++reports;
            else
                isDone = true;
        },
        nullptr);
    runner.run(
        {JobRunner::Kind::Scan},
        [](double f, const Message& s) {
            return action::ScanProgress{1, f, s};
        },
        [](const TaskContext& context, const JobRunner::Post& post) {
            for (int i = 0; i < 100000; ++i)
                context.report(i / 1e5, said("Counting"));
            post(action::CancelWork{});
        },
        scanFailed);
    ASSERT_TRUE(waitFor([&] { return isDone; }));
    EXPECT_GE(reports, 1);
    EXPECT_LT(reports, 100);
}

TEST(JobRunner, NewWorkOfAKindStopsTheOld) {
    std::atomic<bool> wasStopped = false, hasBegun = false;
    JobRunner runner([](const Action&) {}, nullptr);
    runner.run(
        {JobRunner::Kind::Load}, {},
        [&](const TaskContext& context, const JobRunner::Post&) {
            hasBegun = true;
            while (!context.cancelled())
                std::this_thread::yield();
            wasStopped = true;
        },
        scanFailed);
    ASSERT_TRUE(waitFor([&] { return hasBegun.load(); }));
    runner.run(
        {JobRunner::Kind::Load}, {}, [](const TaskContext&, const JobRunner::Post&) {}, scanFailed);
    EXPECT_TRUE(waitFor([&] { return wasStopped.load(); }));
}

} // namespace
} // namespace hemo::ui
