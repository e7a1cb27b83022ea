#include "ml/reader/device/blas.h"

#include <dlfcn.h>

namespace hemo::ml {
namespace {

/// A function of OpenBLAS; null where that is not loaded.
template <class Function> Function* blasFunction(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
}

std::string_view kernelsOfThisProcessor() {
#if defined(__x86_64__)
    const bool has512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512cd");
    if (has512) return "SkylakeX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return "Haswell";
#endif
    return {};
}

} // namespace

std::string_view betterBlasKernels(std::string_view those) {
    return those == "Prescott" ? kernelsOfThisProcessor() : std::string_view();
}

std::string_view blasKernelsInUse() {
    const auto name = blasFunction<char*()>("openblas_get_corename");
    return name ? name() : std::string_view();
}

void useBlasThreads(int threads) {
    if (const auto set = blasFunction<void(int)>("openblas_set_num_threads")) set(threads);
}

} // namespace hemo::ml
