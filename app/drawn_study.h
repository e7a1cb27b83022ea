#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/simulate/phantom.h"
#include "core/task.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace hemo::ui {

/// The kinds that can be drawn: all but Any.
inline constexpr std::span<const BleedType> kDrawnKinds = std::span(kBleedTypes).subspan(1);

/// A bleed that somebody asked for.
struct BleedRequest {
    BleedSpec spec;
    unsigned seed = 1; ///< another draws it a little otherwise
};

/// Writes a copy of a scan with a bleed drawn into it below `cache` and returns its folder. The copy says of
/// itself that it is simulated, and nothing of the patient. What lies there longer than a day is removed. Any
/// thread; seconds.
Result<std::filesystem::path> drawnStudy(const std::filesystem::path& cache, const Volume& volume,
                                         const BleedRequest& request, const TaskContext& context);

/// A collection of one case below `cache`: a copy of a scan that shows no bleed, into which one of a kind,
/// size and place that nobody has seen was drawn, or none. `dice` chooses. Any thread; seconds.
Result<std::filesystem::path> surpriseCollection(const std::filesystem::path& cache, const Volume& volume,
                                                 std::uint64_t dice, const TaskContext& context);

} // namespace hemo::ui
