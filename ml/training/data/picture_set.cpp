#include "ml/training/data/picture_set.h"

#include "core/tables/csv_table.h"
#include "ml/training/data/load_manifest.h"
#include "ml/training/data/packed_pictures.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <map>

namespace hemo::ml {
namespace {

/// How a source lays HU onto grey 0..255.
HuWindow greyScale(Source source) {
    return source == Source::CtIch ? HuWindow{-20, 100} : HuWindow{0, 80};
}

/// `labels.csv` as a manifest would say it, patients in order of their ids.
Result<std::vector<ManifestPatient>> readLabels(const std::filesystem::path& folder, Source source) {
    std::ifstream in(folder / "labels.csv");
    if (!in) return fail(ErrorCode::NotFound, say("data.no_labels"), folder.filename().string());
    CsvReader table(in);
    for (const char* column : {"patient", "slice", "file", "any"})
        if (!table.hasColumn(column)) return fail(ErrorCode::Damaged, say("data.label_columns"));
    std::map<std::string, ManifestPatient> patients;
    while (auto row = table.next()) {
        ManifestPatient& patient = patients[row->neededText("patient")];
        const auto [low, high] = greyScale(source);
        ManifestSlice slice{
            table.row(), folder / "images" / row->neededText("file"), {}, row->number("slice"), low, high};
        for (const BleedType f : kBleedTypes)
            slice.labels[static_cast<std::size_t>(f)] = row->optionalFlag(std::string(bleedTypeName(f)));
        slice.isNearPositive = row->optionalFlag("near_positive").value_or(false);
        if (!row->isGood())
            return fail(ErrorCode::Damaged, say("data.labels_damaged"), "row " + std::to_string(table.row()));
        patient.slices.push_back(std::move(slice));
    }
    if (table.isDamaged())
        return fail(ErrorCode::Damaged, say("data.labels_uneven"), "row " + std::to_string(table.row()));
    std::vector<ManifestPatient> sorted;
    for (auto& [id, patient] : patients) {
        patient.id = id;
        std::stable_sort(patient.slices.begin(), patient.slices.end(),
                         [](const auto& a, const auto& b) { return a.position < b.position; });
        sorted.push_back(std::move(patient));
    }
    return sorted;
}

Result<std::vector<Patient>> readSource(const std::filesystem::path& folder, Source source, int size) {
    const auto listed = readLabels(folder, source);
    if (!listed) return tl::unexpected(listed.error());
    std::vector<Patient> patients;
    for (const ManifestPatient& one : *listed) {
        auto patient = loadListedPatient(one, size);
        if (!patient) return tl::unexpected(patient.error());
        patient->source = source;
        patients.push_back(std::move(*patient));
    }
    dealFolds(patients);
    return patients;
}

} // namespace

std::string_view sourceName(Source source) {
    return source == Source::CtIch ? "ct-ich" : "phe-sich";
}

bool Patient::hasBleed() const {
    return std::any_of(pictures.begin(), pictures.end(), [](const Picture& p) { return p.hasBleed(); });
}

bool Patient::isBleedFree() const {
    return std::all_of(pictures.begin(), pictures.end(),
                       [](const Picture& p) { return p.known[0] > 0 && !p.hasBleed(); });
}

void dealFolds(std::vector<Patient>& patients, Dealt& dealt) {
    std::sort(patients.begin(), patients.end(),
              [](const Patient& a, const Patient& b) { return a.id < b.id; });
    for (Patient& p : patients)
        p.fold = dealt[p.hasBleed() ? 1 : 0]++ % kFolds;
}

bool isOwnData(const std::filesystem::path& data) {
    if (isPacked(data)) return isPackedOwnData(data);
    return std::filesystem::is_regular_file(data);
}

Result<std::vector<Patient>> loadPictureSets(const std::filesystem::path& folder, int size) {
    if (isPacked(folder)) return loadPacked(folder, size);
    if (std::filesystem::is_regular_file(folder)) return loadManifestPictures(folder, size);
    // Decoding takes the time; the two sources are independent.
    auto phe = std::async(std::launch::async, readSource, folder / "phe-sich", Source::PheSich, size);
    auto all = readSource(folder / "ct-ich", Source::CtIch, size);
    auto more = phe.get();
    if (!all) return all;
    if (!more) return more;
    std::move(more->begin(), more->end(), std::back_inserter(*all));
    return all;
}

} // namespace hemo::ml
