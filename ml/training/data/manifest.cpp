#include "ml/training/data/manifest.h"

#include "core/classify/verdict/model_info.h"
#include "ml/training/data/csv_table.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace hemo::ml {
namespace {

constexpr auto kDefaultSource = "own data";
constexpr HuWindow kWindow{0, 80}; ///< what the network sees

ManifestSlice sliceIn(CsvRow& row, int number, const std::filesystem::path& folder) {
    ManifestSlice slice;
    slice.row = number;
    slice.file = folder / row.neededText("file");
    if (const std::string mask = row.text("mask"); !mask.empty()) slice.mask = folder / mask;
    slice.position = row.number("slice");
    slice.lowHu = row.number("low_hu");
    slice.highHu = row.number("high_hu");
    slice.windowDoubtHu = row.optionalNumber("window_doubt_hu").value_or(0);
    slice.labels = labelsIn(row);
    slice.isNearPositive = row.optionalFlag("near_positive").value_or(false);
    return slice;
}

/// A label that contradicts another is a slip of the pen, and would be learned.
const char* contradictionIn(const ManifestSlice& slice) {
    const auto any = slice.labels[0];
    const bool hasSubtype = std::any_of(slice.labels.begin() + 1, slice.labels.end(),
                                        [](std::optional<bool> label) { return label == true; });
    if (hasSubtype && any != true) return "a subtype is 1 and any is not";
    if (slice.isNearPositive && any == true) return "near_positive is 1 and any is 1";
    if (!slice.mask.empty() && any != true) return "a mask is given and any is not 1";
    if (!(slice.highHu > slice.lowHu)) return "high_hu is not over low_hu";
    if (slice.windowDoubtHu < 0) return "window_doubt_hu is negative";
    if (slice.lowHu > kWindow.lowHu || slice.highHu < kWindow.highHu)
        return "the picture lacks part of 0 to 80 HU";
    return nullptr;
}

/// Whom a row speaks of.
struct Subject {
    std::string source, patient, series;
    bool isWholeScan = true;
    std::pair<std::string, std::string> key() const { return {source, patient}; }
};

/// A single slice of which nobody knows the patient is a case of its own, named by its row.
Subject subjectOf(CsvRow& row, int number) {
    Subject subject{row.text("source"), row.text("patient"), {}, true};
    if (subject.source.empty()) subject.source = kDefaultSource;
    subject.isWholeScan = row.optionalFlag("whole_scan").value_or(true);
    if (subject.isWholeScan) {
        subject.patient = row.neededText("patient");
        subject.series = row.neededText("series");
    }
    if (subject.patient.empty()) subject.patient = "row " + std::to_string(number);
    return subject;
}

bool hasRepeatedPosition(const std::vector<ManifestSlice>& sorted) {
    return std::adjacent_find(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
               return a.position == b.position;
           }) != sorted.end();
}

} // namespace

std::array<std::optional<bool>, 6> labelsIn(CsvRow& row) {
    std::array<std::optional<bool>, 6> labels;
    for (const BleedType f : kBleedTypes)
        labels[static_cast<std::size_t>(f)] = row.optionalFlag(std::string(bleedTypeName(f)));
    return labels;
}

Result<std::vector<ManifestPatient>> parseManifest(std::istream& in, const std::filesystem::path& folder) {
    CsvReader table(in);
    const auto damaged = [&](const std::string& what) {
        return fail(ErrorCode::Damaged, say("data.manifest_damaged"),
                    "row " + std::to_string(table.row()) + ": " + what);
    };
    for (const char* column : {"patient", "series", "slice", "file", "low_hu", "high_hu", "any"})
        if (!table.hasColumn(column)) return damaged(std::string("no column ") + column);
    std::map<std::pair<std::string, std::string>, ManifestPatient> patients; // in order, so that folds repeat
    std::map<std::pair<std::string, std::string>, Subject> firstRowOf;
    while (auto row = table.next()) {
        const Subject subject = subjectOf(*row, table.row());
        const ManifestSlice slice = sliceIn(*row, table.row(), folder);
        if (!row->isGood()) return damaged("a cell is missing or no number");
        if (const char* contradiction = contradictionIn(slice)) return damaged(contradiction);
        const Subject& first = firstRowOf.emplace(subject.key(), subject).first->second;
        if (first.series != subject.series)
            return damaged("a second series of the same patient: give the one that would be read");
        if (first.isWholeScan != subject.isWholeScan)
            return damaged("whole_scan differs between slices of the same patient");
        ManifestPatient& patient = patients[subject.key()];
        patient.source = subject.source, patient.id = subject.patient;
        patient.isWholeScan = subject.isWholeScan;
        patient.slices.push_back(slice);
    }
    if (table.isDamaged()) return damaged("other columns than the first row");
    std::vector<ManifestPatient> sorted;
    for (auto& [key, patient] : patients) {
        std::sort(patient.slices.begin(), patient.slices.end(),
                  [](const auto& a, const auto& b) { return a.position < b.position; });
        if (patient.isWholeScan && hasRepeatedPosition(patient.slices))
            return fail(ErrorCode::Damaged, say("data.manifest_same_slice"));
        sorted.push_back(std::move(patient));
    }
    if (sorted.empty()) return damaged("no slices");
    return sorted;
}

Result<std::vector<ManifestPatient>> loadManifest(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::NotFound, say("data.manifest_missing"));
    return parseManifest(in, file.parent_path());
}

} // namespace hemo::ml
