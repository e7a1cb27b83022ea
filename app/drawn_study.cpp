#include "app/drawn_study.h"

#include "app/anonymous_copy.h"
#include "app/case_collection.h"
#include "core/classroom/case_truth.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/drawn_scan.h"
#include "core/study/simulated.h"

#include <chrono>
#include <cmath>
#include <random>
#include <utility>

namespace hemo::ui {

namespace fs = std::filesystem;

namespace {

constexpr auto kFolder = "simulated";
constexpr auto kKeptFor = std::chrono::hours(24);

/// Somebody may still have today's open.
void removeOld(const fs::path& below) {
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(below, error)) {
        std::error_code none;
        if (now - entry.last_write_time(none) > kKeptFor && !none) fs::remove_all(entry.path(), none);
    }
}

fs::path freshFolder(const fs::path& cache) {
    removeOld(cache / kFolder);
    return cache / kFolder / freshName();
}

std::string described(const BleedRequest& request, double volumeMl) {
    char ml[16];
    std::snprintf(ml, sizeof ml, "%.1f", volumeMl);
    return "SIMULATED: " + std::string(bleedTypeName(request.spec.kind)) + ", " + ml + " mL";
}

imaging::SeriesTags simulatedTags(std::string description) {
    imaging::SeriesTags tags = anonymousTags("Simulated", "SIMULATED", std::move(description));
    tags.imageType = kSimulatedImageType;
    tags.derivation = "A bleed was drawn into the images.";
    return tags;
}

/// Log-uniform: small bleeds as often as large ones.
constexpr double kLeastMl = 2, kMostMl = 40, kLeastHu = 56, kMostHu = 74;
/// One of so many has no bleed.
constexpr int kOneInNone = 4;

BleedRequest thrown(std::mt19937_64& random) {
    const auto uniform = [&](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    BleedRequest request;
    request.spec.kind =
        kDrawnKinds[std::uniform_int_distribution<std::size_t>(0, kDrawnKinds.size() - 1)(random)];
    request.spec.side = uniform(0, 1) < 0.5 ? Side::Left : Side::Right;
    request.spec.volumeMl = std::exp(uniform(std::log(kLeastMl), std::log(kMostMl)));
    request.spec.hu = uniform(kLeastHu, kMostHu);
    request.spec.placement = Placement::Anywhere;
    request.seed = static_cast<unsigned>(random());
    return request;
}

TeachingCase surprise() {
    TeachingCase made;
    made.title = english(say("lesson.surprise_title"));
    made.question = english(say("lesson.surprise_question"));
    made.licence = english(say("lesson.surprise_licence"));
    return made;
}

/// A throw can miss what there is room for: another one, then.
Result<DrawnScan> drawnSurprise(const Volume& volume, std::mt19937_64& random, TeachingCase& made,
                                const TaskContext& context) {
    constexpr int kTries = 8;
    for (int n = 1;; ++n) {
        const BleedRequest request = thrown(random);
        auto drawn = drawInto(volume, request.spec, request.seed, freshUid(), context);
        if (drawn) made.truth = {true, {request.spec.kind}, {spreadThrough(drawn->places, kSpreadMm)}};
        if (drawn || n == kTries || drawn.error().message != say("drawn.no_room")) return drawn;
    }
}

} // namespace

Result<fs::path> drawnStudy(const fs::path& cache, const Volume& volume, const BleedRequest& request,
                            const TaskContext& context) {
    const auto drawn = drawInto(volume, request.spec, request.seed, freshUid(), context);
    if (!drawn) return tl::unexpected(drawn.error());
    const fs::path folder = freshFolder(cache);
    const auto written = imaging::writeSeries(
        *drawn->volume, simulatedTags(described(request, drawn->volumeMl)), folder, context);
    if (!written) return tl::unexpected(written.error());
    return folder;
}

Result<fs::path> surpriseCollection(const fs::path& cache, const Volume& volume, std::uint64_t dice,
                                    const TaskContext& context) {
    std::mt19937_64 random(dice);
    TeachingCase made = surprise();
    const bool isClear = std::uniform_int_distribution(1, kOneInNone)(random) == 1;
    // Drawn in either case: who waits must not learn from how long it takes.
    TeachingCase withBleed = made;
    const auto drawn = drawnSurprise(volume, random, withBleed, context);
    if (!drawn) return tl::unexpected(drawn.error());
    if (!isClear) made = std::move(withBleed);
    const fs::path folder = freshFolder(cache);
    const auto added =
        addCase(folder, std::move(made), isClear ? volume : *drawn->volume, Drawn::Maybe, context);
    if (!added) return tl::unexpected(added.error());
    return folder;
}

} // namespace hemo::ui
