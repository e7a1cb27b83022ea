#include "ml/training/data/label_tables.h"

#include "core/tables/csv_table.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// How a set of one window lays HU onto grey 0..255.
HuWindow greyScale(Source source) {
    return source == Source::CtIch ? HuWindow{-20, 100} : HuWindow{0, 80};
}

/// How far a window may be off, by how the set's makers came to it: one deviation, in HU. "window" was laid
/// so that the brain's median is 32 HU (deviation 1.2 in 200 slices); that of the exact slices, of which
/// anatomy and age move it, deviates by 4.5. "window-guessed" is -10 to 70, about which those estimated lie
/// with a deviation of 6.3. "small" are said to be "about" 0 to 80.
double doubtOf(const std::string& how) {
    if (how == "hu") return 0;
    return how == "window-guessed" ? 6 : 4;
}

/// A slice of a whole scan, whose source has one window.
ManifestSlice scanSlice(CsvRow& row, Source source) {
    ManifestSlice slice;
    slice.position = row.number("slice");
    slice.lowHu = greyScale(source).lowHu;
    slice.highHu = greyScale(source).highHu;
    slice.isNearPositive = row.optionalFlag("near_positive").value_or(false);
    return slice;
}

ManifestSlice singleSlice(CsvRow& row) {
    ManifestSlice slice;
    slice.lowHu = row.number("low_hu");
    slice.highHu = row.number("high_hu");
    slice.windowDoubtHu = doubtOf(row.neededText("source"));
    return slice;
}

/// Of RSNA's slices most are alone, and of some nobody knows the patient: those stand for themselves.
std::string patientOf(CsvRow& row, Source source) {
    if (source != Source::Rsna) return row.neededText("patient");
    const std::string patient = row.text("patient");
    return patient.empty() ? "slice " + row.neededText("id") : patient;
}

std::vector<const char*> columnsOf(Source source) {
    if (source == Source::Rsna) return {"patient", "id", "file", "source", "low_hu", "high_hu", "any"};
    return {"patient", "slice", "file", "any"};
}

} // namespace

Result<std::vector<ManifestPatient>> readLabels(const fs::path& folder, Source source) {
    std::ifstream in(folder / "labels.csv");
    if (!in) return fail(ErrorCode::NotFound, say("data.no_labels"), folder.filename().string());
    CsvReader table(in);
    for (const char* column : columnsOf(source))
        if (!table.hasColumn(column)) return fail(ErrorCode::Damaged, say("data.label_columns", column));
    std::map<std::string, ManifestPatient> patients;
    while (auto row = table.next()) {
        ManifestPatient& patient = patients[patientOf(*row, source)];
        ManifestSlice slice = source == Source::Rsna ? singleSlice(*row) : scanSlice(*row, source);
        slice.row = table.row();
        slice.file = folder / "images" / row->neededText("file");
        slice.labels = labelsIn(*row);
        if (!row->isGood() || !(slice.highHu > slice.lowHu))
            return fail(ErrorCode::Damaged, say("data.labels_damaged"), "row " + std::to_string(table.row()));
        patient.slices.push_back(std::move(slice));
    }
    if (table.isDamaged())
        return fail(ErrorCode::Damaged, say("data.labels_uneven"), "row " + std::to_string(table.row()));
    std::vector<ManifestPatient> sorted;
    for (auto& [id, patient] : patients) {
        patient.id = id;
        patient.isWholeScan = source != Source::Rsna;
        std::stable_sort(patient.slices.begin(), patient.slices.end(),
                         [](const auto& a, const auto& b) { return a.position < b.position; });
        sorted.push_back(std::move(patient));
    }
    return sorted;
}

} // namespace hemo::ml
