#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/verdict/model_info.h"
#include "core/classify/verdict/prediction.h"
#include "core/study/series_info.h"

#include <string>
#include <vector>

namespace hemo {

/// What hemoscope-read says of one series.
struct SeriesReport {
    SeriesInfo info;
    std::vector<double> positionsMm; ///< of each slice as `SliceLine` has it: what the window shows beside it
    Verdict verdict;
    std::vector<SlicePrediction> slices; ///< empty where it could not be read
    Findings findings;
    std::optional<Explanation>
        explanation; ///< how the heat was made, which places are taken from; none: none was
    double loadSeconds = 0, classifySeconds = 0;
};

/// The series that the window would open first, and why.
struct BestSeries {
    std::string id; ///< SeriesInfo::id
    Message why;
};

/// The JSON that hemoscope-read writes; files as relative to `base`.
std::string reportJson(const ModelInfo& model, const BestSeries& best,
                       const std::vector<SeriesReport>& series, const std::filesystem::path& base);

} // namespace hemo
