#pragma once

#include <array>
#include <cstdint>

namespace hemo::ml {

/// A row of EfficientNet's table (Tan and Le 2019): `blocks` inverted bottlenecks, the first with `stride`.
/// B0 and Lite0 are this table as it stands.
struct TrunkStage {
    std::int64_t expansion, out, blocks, stride, kernel;
    bool isLevel; ///< its last block is P3, P4 or P5
};
inline constexpr std::array<TrunkStage, 7> kTrunkStages{{{1, 16, 1, 1, 3, false},
                                                         {6, 24, 2, 2, 3, false},
                                                         {6, 40, 2, 2, 5, true},
                                                         {6, 80, 3, 2, 3, false},
                                                         {6, 112, 3, 1, 5, true},
                                                         {6, 192, 4, 2, 5, false},
                                                         {6, 320, 1, 1, 3, true}}};
inline constexpr std::int64_t kStemChannels = 32;

} // namespace hemo::ml
