#include "ml/training/report/answers_file.h"

#include "core/tables/csv_table.h"

#include <fstream>
#include <map>
#include <set>

namespace hemo::ml {
namespace {

std::string labelColumn(BleedType f) {
    return f == BleedType::Any ? "label" : "label_" + std::string(bleedTypeName(f));
}

PatientAnswers::Slice sliceIn(CsvRow& row) {
    PatientAnswers::Slice slice;
    for (const BleedType f : kBleedTypes) {
        const auto n = static_cast<std::size_t>(f);
        slice.logits[n] = row.number(std::string(bleedTypeName(f)));
        const auto label = row.optionalFlag(labelColumn(f));
        slice.labels[n] = label == true ? 1.f : 0.f;
        slice.known[n] = label ? 1.f : 0.f;
    }
    slice.isNearPositive = row.optionalFlag("near_positive").value_or(false);
    return slice;
}

} // namespace

Result<void> writeAnswers(const std::vector<PatientAnswers>& answers, const std::filesystem::path& file) {
    std::ofstream out(file);
    out.precision(9); // a float comes back as it was
    out << "source,patient,slice,near_positive,label";
    for (const BleedType f : kBleedTypes)
        out << ',' << bleedTypeName(f);
    for (const BleedType f : kBleedTypes)
        if (f != BleedType::Any) out << ',' << labelColumn(f);
    out << ",whole_scan,scan_any\n";
    for (const PatientAnswers& a : answers)
        for (std::size_t s = 0; s < a.slices.size(); ++s) {
            const auto& slice = a.slices[s];
            const auto label = [&](std::size_t n) {
                return slice.known[n] > 0 ? slice.labels[n] > 0 ? "1" : "0" : "";
            };
            out << a.source << ',' << a.id << ',' << s << ',' << slice.isNearPositive << ',' << label(0);
            for (const double logit : slice.logits)
                out << ',' << logit;
            for (std::size_t n = 1; n < slice.labels.size(); ++n)
                out << ',' << label(n);
            out << ',' << a.isWholeScan << ',' << (!a.scanBleeds ? "" : *a.scanBleeds ? "1" : "0") << '\n';
        }
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("answer_file.not_written_there"));
    return {};
}

Result<std::vector<PatientAnswers>> parseAnswers(std::istream& in, int fold) {
    CsvReader table(in);
    const auto damaged = [&](const char* what) {
        return fail(ErrorCode::Damaged, say("answer_file.damaged"),
                    "row " + std::to_string(table.row()) + ": " + what);
    };
    std::vector<PatientAnswers> answers;
    std::map<std::pair<std::string, std::string>, std::size_t> indexOf;
    while (auto row = table.next()) {
        const auto key = std::pair(row->text("source"), row->neededText("patient"));
        const double number = row->number("slice");
        const auto slice = sliceIn(*row);
        const bool isWholeScan = row->optionalFlag("whole_scan").value_or(true);
        const auto scanBleeds = row->optionalFlag("scan_any");
        if (!row->isGood()) return damaged("a cell is missing or no number");
        const auto [found, isNew] = indexOf.emplace(key, answers.size());
        if (isNew) answers.push_back({key.second, key.first, {}, fold, isWholeScan, scanBleeds});
        PatientAnswers& patient = answers[found->second];
        if (number != double(patient.slices.size())) return damaged("slices out of order");
        patient.slices.push_back(slice);
    }
    if (table.isDamaged()) return damaged("other columns than the first row");
    if (answers.empty()) return damaged("no answers");
    return answers;
}

Result<std::vector<PatientAnswers>> loadAnswers(const std::filesystem::path& file, int fold) {
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::NotFound, say("answer_file.missing"), file.filename().string());
    auto answers = parseAnswers(in, fold);
    if (!answers) answers.error().detail = file.filename().string() + ": " + answers.error().detail;
    return answers;
}

Result<std::vector<PatientAnswers>> loadFolds(const std::vector<std::filesystem::path>& files) {
    std::vector<PatientAnswers> all;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t fold = 0; fold < files.size(); ++fold) {
        auto answers = loadAnswers(files[fold], static_cast<int>(fold));
        if (!answers) return answers;
        for (PatientAnswers& a : *answers) {
            if (!seen.emplace(a.source, a.id).second)
                return fail(ErrorCode::Damaged, say("answer_file.same_patient"));
            all.push_back(std::move(a));
        }
    }
    return all;
}

} // namespace hemo::ml
