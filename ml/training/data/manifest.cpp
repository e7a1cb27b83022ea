#include "ml/training/data/manifest.h"

#include "core/classify/verdict/model_info.h"
#include "core/tables/csv_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>

namespace hemo::ml {
namespace {

constexpr auto kDefaultSource = "own data";
constexpr HuWindow kWindow{0, 80}; ///< what the network sees

/// `count` numbers with DICOM's backslash between them; fewer where the cell is something else.
std::vector<double> numbersIn(const std::string& cell, std::size_t count) {
    std::vector<double> numbers;
    const char *at = cell.data(), *end = at + cell.size();
    while (at < end && numbers.size() < count) {
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || !std::isfinite(value)) return {};
        numbers.push_back(value);
        at = next == end ? end : next + 1;
        if (next != end && *next != '\\') return {};
    }
    return at == end ? numbers : std::vector<double>();
}

std::optional<SlicePlace> placeIn(CsvRow& row) {
    const auto position = numbersIn(row.text("image_position"), 3),
               directions = numbersIn(row.text("image_orientation"), 6),
               spacing = numbersIn(row.text("pixel_spacing"), 2);
    if (position.size() != 3 || directions.size() != 6 || spacing.size() != 2) return std::nullopt;
    SlicePlace place;
    place.position = {position[0], position[1], position[2]};
    place.row = {directions[0], directions[1], directions[2]};
    place.column = {directions[3], directions[4], directions[5]};
    place.rowSpacingMm = spacing[0], place.columnSpacingMm = spacing[1];
    const bool areLengthsKnown = row.optionalFlag("lengths_known").value_or(true);
    place.lengths = areLengthsKnown ? Lengths::Known : Lengths::Unknown;
    return place;
}

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
    slice.place = placeIn(row);
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
    std::string source, patient, visit, series;
    bool isWholeScan = true;
    std::optional<bool> bleeds;
    std::array<std::string, 3> key() const { return {source, patient, visit}; }
};

/// A single slice of which nobody knows the patient is a case of its own, named by its row.
Subject subjectOf(CsvRow& row, int number) {
    Subject subject{row.text("source"), row.text("patient"), row.text("visit"), {}, true, {}};
    if (subject.source.empty()) subject.source = kDefaultSource;
    subject.isWholeScan = row.optionalFlag("whole_scan").value_or(true);
    subject.bleeds = row.optionalFlag("scan_any");
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
    std::map<std::array<std::string, 3>, ManifestPatient> patients; // in order, so that folds repeat
    std::map<std::array<std::string, 3>, Subject> firstRowOf;
    while (auto row = table.next()) {
        const Subject subject = subjectOf(*row, table.row());
        const ManifestSlice slice = sliceIn(*row, table.row(), folder);
        if (!row->isGood()) return damaged("a cell is missing or no number");
        if (const char* contradiction = contradictionIn(slice)) return damaged(contradiction);
        const Subject& first = firstRowOf.emplace(subject.key(), subject).first->second;
        if (first.series != subject.series)
            return damaged("a second series of the same patient: give the one that would be read");
        if (first.isWholeScan != subject.isWholeScan || first.bleeds != subject.bleeds)
            return damaged("whole_scan or scan_any differs between slices of the same patient");
        if (subject.bleeds == false && slice.labels[0] == true) return damaged("any is 1 and scan_any is 0");
        if (!slice.place && !row->text("image_position").empty())
            return damaged("image_position, image_orientation and pixel_spacing name no place");
        ManifestPatient& patient = patients[subject.key()];
        if (!patient.slices.empty() && patient.slices.front().place.has_value() != slice.place.has_value())
            return damaged("image_position is there for some slices of the same patient");
        patient.source = subject.source, patient.person = subject.patient;
        patient.id = subject.patient + (subject.visit.empty() ? "" : " visit " + subject.visit);
        patient.isWholeScan = subject.isWholeScan;
        patient.bleeds = subject.bleeds;
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
