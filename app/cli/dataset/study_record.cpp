#include "app/cli/dataset/study_record.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace hemo {
namespace {

using nlohmann::json;

json toJson(std::optional<bool> value) {
    return value ? json(*value) : json();
}

} // namespace

std::optional<StudyRecord> loadRecord(const std::filesystem::path& file) {
    std::ifstream in(file);
    const json j = json::parse(in, nullptr, false);
    if (!j.is_object()) return std::nullopt;
    try {
        StudyRecord record;
        record.leftOut = j.at("left_out");
        record.warnings = j.at("warnings").get<std::vector<std::string>>();
        record.scan.rows = j.at("rows").get<std::vector<std::string>>();
        record.scan.positives = j.at("positives").get<std::array<int, 6>>();
        record.scan.isWhole = j.at("whole");
        record.scan.slices = j.at("slices");
        if (!j.at("bleeds").is_null()) record.scan.bleeds = j.at("bleeds").get<bool>();
        return record;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

Result<void> writeTextFile(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("dataset.not_written"));
    return {};
}

Result<void> writeRecord(const StudyRecord& record, const std::filesystem::path& file) {
    const json j{
        {"left_out", record.leftOut},          {"warnings", record.warnings},  {"rows", record.scan.rows},
        {"positives", record.scan.positives},  {"whole", record.scan.isWhole}, {"slices", record.scan.slices},
        {"bleeds", toJson(record.scan.bleeds)}};
    std::filesystem::path unfinished = file;
    unfinished += ".part";
    if (auto written = writeTextFile(unfinished, j.dump()); !written) return written;
    std::error_code error;
    std::filesystem::rename(unfinished, file, error);
    if (error) return fail(ErrorCode::WriteFailed, say("dataset.not_written"));
    return {};
}

} // namespace hemo
