#pragma once

#include "ml/training/report/report.h"

#include <string>

namespace hemo::ml {

/// Tables in Markdown that read as plain text.
std::string figureTables(const Report& report);  ///< of the groups, sizes and subtypes
std::string readingTable(const Report& report);  ///< calibration and rules of each fold and of all
std::string variantTable(const Report& report);  ///< neighbours and class map
std::string misreadTables(const Report& report); ///< every missed and falsely flagged patient

/// Everything, with the words that say how it was measured.
std::string reportText(const Report& report);
/// How it was measured: the same words in every place.
std::string methodText(const Report& report);

} // namespace hemo::ml
