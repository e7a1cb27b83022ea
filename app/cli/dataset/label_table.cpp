#include "app/cli/dataset/label_table.h"

#include <fstream>

namespace hemo {

Result<void> readTable(const std::filesystem::path& file, const std::vector<std::string>& columns,
                       const std::function<void(CsvRow&)>& take) {
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::NotFound, say("dataset.no_table"));
    CsvReader table(in);
    for (const std::string& column : columns)
        if (!table.hasColumn(column)) return fail(ErrorCode::Damaged, say("dataset.no_column", column));
    const auto damaged = [&] { return fail(ErrorCode::Damaged, say("dataset.table_damaged", table.row())); };
    while (auto row = table.next()) {
        take(*row);
        if (!row->isGood()) return damaged();
    }
    if (table.isDamaged()) return damaged();
    return {};
}

} // namespace hemo
