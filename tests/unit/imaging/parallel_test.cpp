#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace hemo::imaging {
namespace {

TEST(ForEachIndex, EveryIndexIsWorkedOnOnce) {
    std::vector<std::atomic<int>> calls(1000);
    EXPECT_TRUE(forEachIndex(calls.size(), {}, {"Counting"}, [&](std::size_t i) { ++calls[i]; }));
    for (const auto& count : calls)
        EXPECT_EQ(count, 1);
}

TEST(ForEachIndex, NothingToDoIsDone) {
    EXPECT_TRUE(forEachIndex(0, {}, {"Counting"}, [](std::size_t) { FAIL(); }));
}

TEST(ForEachIndex, AnExceptionOfAnyThreadComesOutHere) {
    for (std::size_t bad : {0, 1, 77})
        EXPECT_THROW(forEachIndex(100, {}, {"Counting"},
                                  [&](std::size_t i) {
                                      if (i == bad) throw std::runtime_error("bad");
                                  }),
                     std::runtime_error);
}

TEST(ForEachIndex, NoMoreWorkIsBegunAfterAStop) {
    std::stop_source stop;
    std::atomic<int> calls = 0;
    const bool isDone = forEachIndex(100000, TaskContext(stop.get_token()), {"Counting"}, [&](std::size_t) {
        if (++calls == 10) stop.request_stop();
    });
    EXPECT_FALSE(isDone);
    EXPECT_LT(calls, 1000);
}

TEST(Guarded, ExceptionsBecomeErrorsWithoutTheirText) {
    const auto result = guarded(ErrorCode::Damaged, "This cannot be read.", []() -> Result<int> {
        throw std::runtime_error("/home/somebody/Phantom^Patient.dcm");
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, "This cannot be read.");
    EXPECT_EQ(result.error().detail.find("Phantom"), std::string::npos);
}

TEST(Guarded, WantOfMemoryHasASentenceOfItsOwn) {
    const auto result = guarded(ErrorCode::Damaged, "", []() -> Result<int> { throw std::bad_alloc(); });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::OutOfMemory);
}

} // namespace
} // namespace hemo::imaging
