#pragma once

#include "core/classify/model_info.h"
#include "core/classify/prediction.h"
#include "core/study/series_info.h"

#include <string>
#include <vector>

namespace hemo {

/// What hemoscope-read says of one series.
struct SeriesReport {
    SeriesInfo info;
    std::vector<double>
        positionsMm; ///< along the normal from the first slice's place in patient space, one a slice
    Verdict verdict;
    std::vector<SlicePrediction> slices; ///< empty where it could not be read
    double loadSeconds = 0, classifySeconds = 0;
};

/// The JSON that hemoscope-read writes; files as relative to `base`.
std::string reportJson(const ModelInfo& model, const std::vector<SeriesReport>& series,
                       const std::filesystem::path& base);

} // namespace hemo
