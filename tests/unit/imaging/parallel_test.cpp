#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <sched.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace hemo::imaging {
namespace {

TEST(ForEachIndex, EveryIndexIsWorkedOnOnce) {
    std::vector<std::atomic<int>> calls(1000);
    EXPECT_TRUE(forEachIndex(calls.size(), {}, {said("Counting")}, [&](std::size_t i) { ++calls[i]; }));
    for (const auto& count : calls)
        EXPECT_EQ(count, 1);
}

TEST(ForEachIndex, NothingToDoIsDone) {
    EXPECT_TRUE(forEachIndex(0, {}, {said("Counting")}, [](std::size_t) { FAIL(); }));
}

/// This thread, and those that it starts, on one core; as before afterwards.
class OnOneCore {
public:
    OnOneCore() {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    ~OnOneCore() { sched_setaffinity(0, sizeof m_before, &m_before); }

private:
    cpu_set_t m_before{};
};

TEST(ForEachIndex, StartsNoThreadsThatTheProcessHasNoCoresFor) {
    const OnOneCore one;
    std::vector<std::thread::id> workedOn(100);
    forEachIndex(workedOn.size(), {}, {said("Counting")}, [&](std::size_t i) {
        workedOn[i] = std::this_thread::get_id();
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // another would have its turn
    });
    EXPECT_EQ(std::count(workedOn.begin(), workedOn.end(), std::this_thread::get_id()), 100);
}

TEST(ForEachIndex, AnExceptionOfAnyThreadComesOutHere) {
    for (std::size_t bad : {0, 1, 77})
        EXPECT_THROW(forEachIndex(100, {}, {said("Counting")},
                                  [&](std::size_t i) {
                                      if (i == bad) throw std::runtime_error("bad");
                                  }),
                     std::runtime_error);
}

TEST(ForEachIndex, NoMoreWorkIsBegunAfterAStop) {
    std::stop_source stop;
    std::atomic<int> calls = 0;
    const bool isDone =
        forEachIndex(100000, TaskContext(stop.get_token()), {said("Counting")}, [&](std::size_t) {
            if (++calls == 10) stop.request_stop();
        });
    EXPECT_FALSE(isDone);
    EXPECT_LT(calls, 1000);
}

TEST(Guarded, ExceptionsBecomeErrorsWithoutTheirText) {
    const auto result = guarded(ErrorCode::Damaged, said("This cannot be read."), []() -> Result<int> {
        throw std::runtime_error("/home/somebody/Phantom^Patient.dcm");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, said("This cannot be read."));
    EXPECT_EQ(result.error().detail.find("Phantom"), std::string::npos);
}

TEST(Guarded, WantOfMemoryHasASentenceOfItsOwn) {
    const auto result =
        guarded(ErrorCode::Damaged, said(""), []() -> Result<int> { throw std::bad_alloc(); });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::OutOfMemory);
}

} // namespace
} // namespace hemo::imaging
