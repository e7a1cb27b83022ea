// What the fuzzers found, replayed: tests/fuzz/found/TARGET holds the inputs.

#include "tests/fuzz/targets.h"
#include "tests/support/damage.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using Target = void (*)(fuzz::Bytes);

const std::map<std::string, Target> kTargets{
    {"scanner", fuzz::fuzzScanner},   {"pixels", fuzz::fuzzPixels}, {"folder", fuzz::fuzzFolder},
    {"dicomdir", fuzz::fuzzDicomdir}, {"zip", fuzz::fuzzZip},       {"volumefile", fuzz::fuzzVolumeFile}};

fs::path foundFolder() {
    return hemo::testing::sourceFolder() / "tests/fuzz/found";
}

void replay(Target target, const std::string& bytes) {
    const auto start = std::chrono::steady_clock::now();
    target({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 2.0);
}

TEST(Found, WhatFuzzersFoundIsHarmlessNow) {
    for (const auto& entry : fs::recursive_directory_iterator(foundFolder())) {
        if (!entry.is_regular_file() || entry.path().extension() == ".md") continue;
        const std::string name = entry.path().parent_path().filename().string();
        SCOPED_TRACE(name + "/" + entry.path().filename().string());
        ASSERT_TRUE(kTargets.contains(name));
        replay(kTargets.at(name), readBytes(entry.path()));
    }
}

TEST(Found, EveryTargetTakesNothingAndNonsense) {
    for (const auto& [name, target] : kTargets) {
        SCOPED_TRACE(name);
        replay(target, "");
        replay(target, std::string(300, '\xff'));
        std::string start(128, '\0');
        replay(target, start.append("DICM").append(fuzz::kSeparator).append("PK\x05\x06"));
    }
}

} // namespace
} // namespace hemo::testing
