#pragma once

#include "ml/training/report/report.h"

#include <string>

namespace hemo::ml {

/// Each as the text of an SVG file.
std::string sliceRocPlot(const Report& report);
std::string patientRocPlot(const Report& report, int k);
std::string reliabilityPlot(const Report& report);

} // namespace hemo::ml
