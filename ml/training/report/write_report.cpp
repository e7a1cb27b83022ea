#include "ml/training/report/write_report.h"

#include "ml/training/report/model_card.h"
#include "ml/training/report/report_json.h"
#include "ml/training/report/report_plots.h"
#include "ml/training/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

Result<void> writeText(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("reporting.not_written"), file.filename().string());
    return {};
}

Result<ordered_json> readModelJson(const fs::path& folder) {
    std::ifstream in(folder / "model.json");
    if (!in) return fail(ErrorCode::NotFound, say("reporting.no_model"));
    auto model = ordered_json::parse(in, nullptr, false);
    if (!model.is_object()) return fail(ErrorCode::Model, say("reporting.model_damaged"));
    return model;
}

Result<void> copyWeights(const fs::path& from, const fs::path& to) {
    constexpr auto kFile = "weights.safetensors";
    std::error_code error;
    if (fs::equivalent(from, to, error)) return {};
    if (!fs::copy_file(from / kFile, to / kFile, fs::copy_options::overwrite_existing, error))
        return fail(ErrorCode::WriteFailed, say("reporting.weights_not_copied"), error.message());
    return {};
}

bool hasLabelledBleed(const PatientAnswers& patient) {
    return std::any_of(patient.slices.begin(), patient.slices.end(),
                       [](const auto& slice) { return slice.known[0] > 0 && slice.labels[0] > 0; });
}

/// Whose patients calibrated a model, and which model it was.
ordered_json calibratedWith(const Report& report, const std::string& formerId) {
    const GroupFigures& all = report.groups.back();
    ordered_json own{{"id", formerId},
                     {"patients", all.patients},
                     {"positive_patients", all.positivePatients},
                     {"slices", all.slices}};
    for (const BleedType f : kBleedTypes)
        if (!report.finalReading.isCalibrated[static_cast<std::size_t>(f)])
            own["unlabelled"].push_back(bleedTypeName(f));
    return own;
}

/// A model folder with the report beside it; the description is checked before anything is written.
Result<void> writeFinished(const ordered_json& model, const Report& report, const fs::path& from,
                           const fs::path& to) {
    const std::string text = model.dump(2) + "\n";
    if (const auto info = parseModelInfo(text); !info) return tl::unexpected(info.error());
    if (auto written = writeReport(report, to); !written) return written;
    if (auto copied = copyWeights(from, to); !copied) return copied;
    if (auto written = writeText(to / "card.md", modelCard(model, reachedText(report))); !written)
        return written;
    return writeText(to / "model.json", text);
}

} // namespace

Result<void> writeReport(const Report& report, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    const std::pair<const char*, std::string> files[]{
        {"report.md", reportText(report)},
        {"cross-validation.json", reportJson(report).dump(2) + "\n"},
        {"roc-slices.svg", sliceRocPlot(report)},
        {"roc-patients.svg", patientRocPlot(report, report.finalReading.rule(RuleKind::Balanced).k)},
        {"reliability.svg", reliabilityPlot(report)}};
    for (const auto& [name, text] : files)
        if (auto written = writeText(folder / name, text); !written) return written;
    return {};
}

Result<void> writeReportedModel(const Report& report, const fs::path& trainedFolder, const fs::path& folder) {
    auto model = readModelJson(trainedFolder);
    if (!model) return tl::unexpected(model.error());
    if (auto put = putReport(*model, report); !put) return put;
    return writeFinished(*model, report, trainedFolder, folder);
}

Result<void> checkEnoughToCalibrate(const std::vector<PatientAnswers>& answers) {
    std::array<int, 2> patients{}; // without and with a bleed
    for (const PatientAnswers& a : answers) {
        const auto truth = truthOf(a);
        // A bleed that is known of the scan alone calibrates no slice.
        if (truth && (!*truth || hasLabelledBleed(a))) ++patients[*truth ? 1 : 0];
    }
    if (std::min(patients[0], patients[1]) >= kFewestToCalibrate) return {};
    return fail(ErrorCode::Unsupported,
                say("train.few_to_calibrate", kFewestToCalibrate, kFewestToCalibrate));
}

Result<Report> reportToCalibrate(const std::vector<PatientAnswers>& answers, int resamples,
                                 std::uint32_t seed) {
    if (auto enough = checkEnoughToCalibrate(answers); !enough) return tl::unexpected(enough.error());
    return makeReport(answers, resamples, seed, Networks::OneForAll);
}

Result<void> writeCalibratedModel(const Report& report, const fs::path& modelFolder, const std::string& id,
                                  const fs::path& folder) {
    if (fs::exists(folder)) return fail(ErrorCode::WriteFailed, say("data.folder_there"));
    auto model = readModelJson(modelFolder);
    if (!model) return tl::unexpected(model.error());
    if (auto put = putReport(*model, report, Unlabelled::StaysCalibrated); !put) return put;
    (*model)["calibrated_with"] = calibratedWith(report, model->value("id", ""));
    (*model)["id"] = id;
    return writeFinished(*model, report, modelFolder, folder);
}

} // namespace hemo::ml
