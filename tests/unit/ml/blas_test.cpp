#include "ml/reader/device/blas.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

/// Debian 12's OpenBLAS does not know Xeons of 2023: their products ran at a fifth of the speed.
TEST(Blas, AProcessorNewerThanOpenBlasIsNotTakenForOneOf2004) {
    const auto better = betterBlasKernels("Prescott");
#if defined(__x86_64__)
    const bool has256 = __builtin_cpu_supports("avx2"), has512 = __builtin_cpu_supports("avx512vl");
    EXPECT_EQ(better, has512 ? "SkylakeX" : has256 ? "Haswell" : "");
#else
    EXPECT_EQ(better, "");
#endif
}

TEST(Blas, KernelsThatOpenBlasChoseKnowinglyStay) {
    for (const char* chosen : {"SkylakeX", "Haswell", "Cooperlake", "Zen", ""})
        EXPECT_EQ(betterBlasKernels(chosen), "") << chosen;
}

} // namespace
} // namespace hemo::ml
