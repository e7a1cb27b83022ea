#pragma once

#include "ml/training/report/report.h"

#include <nlohmann/json_fwd.hpp>

namespace hemo::ml {

/// Everything in the report.
nlohmann::ordered_json reportJson(const Report& report);
/// What a model folder holds of it: figures of the groups, no patient.
nlohmann::ordered_json modelFiguresJson(const Report& report);

} // namespace hemo::ml
