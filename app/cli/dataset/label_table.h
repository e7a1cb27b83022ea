#pragma once

#include "app/cli/dataset/study.h"
#include "core/tables/csv_table.h"

#include <functional>

namespace hemo {

/// Calls `take` for each row of a table that must have these columns. Fails: NotFound; Damaged with the row's
/// number in `detail`, also where `take` asked for a cell that is missing or no number.
Result<void> readTable(const std::filesystem::path& file, const std::vector<std::string>& columns,
                       const std::function<void(CsvRow&)>& take);

} // namespace hemo
