#include "ml/train/picture_set.h"

#include "ml/train/packed_pictures.h"
#include "ml/train/read_manifest.h"
#include "ml/train/read_picture.h"
#include "ml/train/window_picture.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <map>
#include <sstream>

namespace hemo::ml {
namespace {

/// How a source lays HU onto grey 0..255.
HuWindow greyScale(Source source) {
    return source == Source::CtIch ? HuWindow{-20, 100} : HuWindow{0, 80};
}

using Row = std::map<std::string, std::string>;

std::vector<std::string> splitLine(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) {
        while (!cell.empty() && (cell.back() == '\r' || cell.back() == ' '))
            cell.pop_back();
        cells.push_back(cell);
    }
    return cells;
}

Result<std::vector<Row>> readTable(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line))
        return fail(ErrorCode::NotFound, "The training data has no labels.csv.",
                    file.parent_path().filename().string());
    const auto names = splitLine(line);
    std::vector<Row> rows;
    while (std::getline(in, line)) {
        const auto cells = splitLine(line);
        if (cells.size() != names.size())
            return fail(ErrorCode::Damaged, "labels.csv has a row with other columns than its first.", line);
        Row row;
        for (std::size_t c = 0; c < names.size(); ++c)
            row[names[c]] = cells[c];
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<Picture> readPicture(const std::filesystem::path& folder, Source source, const Row& row, int size) {
    auto plane = readGreyPicture(folder / "images" / row.at("file"));
    if (!plane) return tl::unexpected(plane.error());
    Picture picture;
    picture.grey = windowPicture(std::move(*plane), greyScale(source), size);
    for (const Finding f : kFindings) {
        const auto cell = row.find(std::string(findingName(f)));
        if (cell == row.end()) continue;
        picture.labels[static_cast<std::size_t>(f)] = cell->second == "1" ? 1.f : 0.f;
        picture.known[static_cast<std::size_t>(f)] = 1;
    }
    const auto near = row.find("near_positive");
    picture.isNearPositive = near != row.end() && near->second == "1";
    return picture;
}

Result<Patient> readPatient(const std::filesystem::path& folder, Source source, const std::vector<Row>& rows,
                            int size) {
    Patient patient;
    patient.source = source;
    patient.id = rows.front().at("patient");
    for (const Row& row : rows) {
        auto picture = readPicture(folder, source, row, size);
        if (!picture) return tl::unexpected(picture.error());
        patient.pictures.push_back(std::move(*picture));
    }
    return patient;
}

Result<std::vector<Patient>> readSource(const std::filesystem::path& folder, Source source, int size) {
    const auto table = readTable(folder / "labels.csv");
    if (!table) return tl::unexpected(table.error());
    std::map<std::string, std::vector<Row>> rowsOf;
    for (const Row& row : *table) {
        if (!row.contains("patient") || !row.contains("slice") || !row.contains("file") ||
            !row.contains("any"))
            return fail(ErrorCode::Damaged, "labels.csv lacks one of patient, slice, file, any.");
        rowsOf[row.at("patient")].push_back(row);
    }
    std::vector<Patient> patients;
    for (auto& [id, rows] : rowsOf) {
        std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return std::stoi(a.at("slice")) < std::stoi(b.at("slice"));
        });
        auto patient = readPatient(folder, source, rows, size);
        if (!patient) return tl::unexpected(patient.error());
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

void dealFolds(std::vector<Patient>& patients) {
    std::sort(patients.begin(), patients.end(),
              [](const Patient& a, const Patient& b) { return a.id < b.id; });
    std::array<int, 2> dealt{};
    for (Patient& p : patients)
        p.fold = dealt[p.hasBleed() ? 1 : 0]++ % kFolds;
}

bool isOwnData(const std::filesystem::path& data) {
    if (isPacked(data)) return isPackedOwnData(data);
    return std::filesystem::is_regular_file(data);
}

Result<std::vector<Patient>> readPictureSets(const std::filesystem::path& folder, int size) {
    if (isPacked(folder)) return readPacked(folder, size);
    if (std::filesystem::is_regular_file(folder)) return readManifestPictures(folder, size);
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
