#include "tests/unit/damage/damage_test.h"

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/thumbnail.h"
#include "tests/unit/damage/memory_watch.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <span>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr bool isSanitized() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

constexpr double kLongestSeconds = isSanitized() ? 20 : 2;
/// On the clock: other tests share the processor, and a wait that never ends is longer than any of this.
constexpr double kLongestWait = 10 * kLongestSeconds;

/// What this process has worked so far, however busy the machine is.
double workedSeconds() {
    timespec t{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}
constexpr std::uint64_t kAlways = 24u << 20; // tables, stacks of threads, the libraries' own
constexpr std::uint64_t kPerByte = 1000;     // what a byte of JPEG 2000 can justify, at most

OddStack goodStack() {
    OddStack stack;
    stack.slices = 4;
    stack.seriesUid = "1.2.826.0.1.3680043.8.498.77.99";
    return stack;
}

std::uint64_t bytesBelow(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code ignored;
    for (const auto& entry :
         fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, ignored))
        if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
    return bytes;
}

void noteWarnings(const std::vector<LoadWarning>& warnings, Met& met) {
    for (const LoadWarning& warning : warnings) {
        expectSentence(warning.text);
        met.warnings.push_back(warning);
    }
}

void loadEach(const FolderContents& contents, const std::string& goodUid, Met& met) {
    for (const SeriesInfo& series : contents.series) {
        imaging::makeThumbnail(series);
        const auto loaded = imaging::loadSeries(series, {});
        const bool isGood = series.seriesInstanceUid == goodUid;
        if (isGood) {
            const VolumePtr expected = oddVolume(goodStack());
            ASSERT_TRUE(loaded) << loaded.error().message;
            EXPECT_TRUE(std::ranges::equal(loaded->volume->voxels(), expected->voxels()));
            EXPECT_TRUE(series.warnings.empty()) << series.warnings.front().text;
            continue;
        }
        if (loaded) {
            ++met.opened;
            met.images += loaded->info.imageCount;
            noteWarnings(loaded->info.warnings, met);
        } else {
            ++met.refused;
            met.sentence = loaded.error().message;
            expectSentence(met.sentence);
        }
    }
}

} // namespace

void expectSentence(const Message& sentence) {
    const std::string text = english(sentence);
    EXPECT_FALSE(text.empty());
    EXPECT_TRUE(text.ends_with('.')) << text;
    EXPECT_LT(text.size(), 300u) << text;
    EXPECT_EQ(text.find('\n'), std::string::npos) << text;
    EXPECT_EQ(text.find(fs::temp_directory_path().string() + "/"), std::string::npos) << text;
}

bool Met::warns(const std::string& part) const {
    return std::any_of(warnings.begin(), warnings.end(),
                       [&](const LoadWarning& w) { return english(w.text).find(part) != std::string::npos; });
}

DamageTest::DamageTest() : m_goodUid(goodStack().seriesUid) {
    writeOddSeries(goodStack(), folder() / "good");
}

std::string DamageTest::bytesOf(const RawDicom& file) const {
    file.write(m_spare.path() / "file");
    return readBytes(m_spare.path() / "file");
}

void DamageTest::expectWithin(std::uint64_t fileBytes, const std::function<void()>& work) const {
    const MemoryWatch memory;
    const auto start = Clock::now();
    const double worked = workedSeconds();
    work();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const std::uint64_t most = kAlways + kPerByte * fileBytes;
    EXPECT_LT(workedSeconds() - worked, kLongestSeconds);
    EXPECT_LT(seconds, kLongestWait) << "it waits for something";
    EXPECT_LE(memory.largestBlock(), most);
    if (!isSanitized()) {
        EXPECT_LE(memory.peakGrowth(), most);
    }
}

Met DamageTest::open(const fs::path& path, std::uint64_t fileBytes) {
    Met met;
    expectWithin(fileBytes, [&] {
        const auto contents = imaging::scanPaths(std::span(&path, 1), {});
        if (!contents) {
            ++met.refused;
            met.sentence = contents.error().message;
            expectSentence(met.sentence);
            return;
        }
        noteWarnings(contents->warnings, met);
        loadEach(*contents, m_goodUid, met);
    });
    return met;
}

Met DamageTest::openAround() {
    Met met;
    const fs::path path = folder();
    expectWithin(bytesBelow(path), [&] {
        const auto contents = imaging::scanPaths(std::span(&path, 1), {});
        ASSERT_TRUE(contents) << contents.error().message;
        const auto isGood = [&](const SeriesInfo& s) { return s.seriesInstanceUid == m_goodUid; };
        ASSERT_EQ(std::ranges::count_if(contents->series, isGood), 1);
        EXPECT_EQ(std::ranges::find_if(contents->series, isGood)->imageCount, goodStack().slices);
        noteWarnings(contents->warnings, met);
        loadEach(*contents, m_goodUid, met);
    });
    return met;
}

Met DamageTest::tryFile(const std::string& bytes, const std::string& name) {
    const fs::path file = folder() / name;
    writeBytes(file, bytes);
    openAround();
    return open(file, bytes.size());
}

Met DamageTest::tryFile(const RawDicom& file, const std::string& name) {
    return tryFile(bytesOf(file), name);
}

} // namespace hemo::testing
