#include "core/reading_log/truth_table.h"

#include "core/tables/csv_table.h"

#include <map>

namespace hemo {
namespace {

constexpr auto kStudy = "StudyInstanceUID", kBleed = "bleed";

} // namespace

Result<std::vector<StudyTruth>> parseTruthTable(std::istream& in) {
    CsvReader table(in);
    if (!table.hasColumn(kStudy) || !table.hasColumn(kBleed))
        return fail(ErrorCode::Unsupported, say("truth_table.columns"));
    std::vector<StudyTruth> all;
    std::map<std::string, bool> known;
    while (auto row = table.next()) {
        const std::string study = row->neededText(kStudy);
        const auto isBleed = row->optionalFlag(kBleed);
        if (!row->isGood() || !isBleed) return fail(ErrorCode::Damaged, say("truth_table.row", table.row()));
        const auto [was, isNew] = known.emplace(study, *isBleed);
        if (was->second != *isBleed) return fail(ErrorCode::Damaged, say("truth_table.both", table.row()));
        if (isNew) all.push_back({study, *isBleed});
    }
    if (table.isDamaged()) return fail(ErrorCode::Damaged, say("truth_table.row", table.row()));
    return all;
}

} // namespace hemo
