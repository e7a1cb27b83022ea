// One program a target: HEMO_FUZZ_TARGET names it.

#include "tests/fuzz/targets.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hemo::fuzz::HEMO_FUZZ_TARGET({data, size});
    return 0;
}
