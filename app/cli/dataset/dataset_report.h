#pragma once

#include "app/cli/dataset/make_dataset.h"
#include "core/study/series_info.h"

#include <string>

namespace hemo {

/// "report.md": what there is, how many bleed, what was left out and why. Names nobody.
std::string datasetReport(const Dataset& dataset, const DatasetOptions& options);

/// A kind of warning in words that name no place and no number, so that they can be counted.
std::string_view warningName(LoadWarning::Kind kind);

} // namespace hemo
