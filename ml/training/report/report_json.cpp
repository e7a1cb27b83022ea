#include "ml/training/report/report_json.h"

#include "ml/training/report/report_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace hemo::ml {
namespace {

using nlohmann::ordered_json;

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

ordered_json toJson(const std::optional<Estimate>& e) {
    if (!e) return nullptr;
    return {{"value", rounded(e->value)}, {"low", rounded(e->low)}, {"high", rounded(e->high)}};
}

ordered_json toJson(const PatientRule& rule) {
    return {{"k", rule.k}, {"threshold", rule.threshold}};
}

ordered_json perRule(const std::array<std::optional<Estimate>, kRuleKinds.size()>& estimates) {
    ordered_json j;
    for (const RuleKind kind : kRuleKinds)
        j[std::string(ruleName(kind))] = toJson(estimates[static_cast<std::size_t>(kind)]);
    return j;
}

ordered_json perK(const std::array<std::optional<Estimate>, kMostSlicesOfRule>& estimates) {
    ordered_json j;
    for (std::size_t k = 0; k < estimates.size(); ++k)
        j["k" + std::to_string(k + 1)] = toJson(estimates[k]);
    return j;
}

ordered_json toJson(const RuleFigures& f) {
    auto predictive = ordered_json::array();
    for (const auto& p : f.predictive)
        predictive.push_back(
            {{"prevalence", p.prevalence}, {"ppv", toJson(p.positive)}, {"npv", toJson(p.negative)}});
    return {
        {"patient_sensitivity", toJson(f.sensitivity)},    {"patient_specificity", toJson(f.specificity)},
        {"patient_accuracy", toJson(f.accuracy)},          {"slice_sensitivity", toJson(f.sliceSensitivity)},
        {"slice_specificity", toJson(f.sliceSpecificity)}, {"predictive_values", predictive}};
}

ordered_json toJson(const GroupFigures& g) {
    ordered_json j{{"source", g.name},
                   {"patients", g.patients},
                   {"positive_patients", g.positivePatients},
                   {"slices", g.slices},
                   {"positive_slices", g.positiveSlices}};
    for (const BleedType type : kBleedTypes) {
        const auto& f = g.findings[static_cast<std::size_t>(type)];
        j["findings"][std::string(bleedTypeName(type))] = {{"slices", f.slices},
                                                           {"positive_slices", f.positiveSlices},
                                                           {"positive_patients", f.positivePatients},
                                                           {"slice_auc", toJson(f.sliceAuc)},
                                                           {"brier", toJson(f.brier)},
                                                           {"calibration_error", toJson(f.calibrationError)}};
    }
    j["patient_auc"] = perK(g.patientAuc);
    for (const RuleKind kind : kRuleKinds)
        j["rules"][std::string(ruleName(kind))] = toJson(g.rules[static_cast<std::size_t>(kind)]);
    auto bins = ordered_json::array();
    for (const ReliabilityBin& bin : g.reliability)
        bins.push_back({{"slices", bin.cases},
                        {"mean_probability", rounded(bin.meanProbability)},
                        {"observed", rounded(bin.observedShare)}});
    j["reliability"] = bins;
    return j;
}

ordered_json toJson(const SubgroupFigures& s) {
    return {{"source", s.source},     {"name", s.name},
            {"patients", s.patients}, {"patients_found", perRule(s.found)},
            {"slices", s.slices},     {"slices_over_threshold", perRule(s.slicesFound)}};
}

ordered_json toJson(const Misread& m) {
    return {{"rule", ruleName(m.rule)},
            {"error", m.isMissed ? "missed" : "falsely flagged"},
            {"source", m.source},
            {"patient", m.patient},
            {"fold", m.fold},
            {"score", rounded(m.score)},
            {"threshold", rounded(m.threshold)},
            {"k", m.k},
            {"most_telling_slice", m.slice},
            {"slices", m.slices},
            {"slice_p_any", rounded(m.sliceProbability)},
            {"labelled", m.subtypes}};
}

ordered_json toJson(const Reading& reading) {
    ordered_json j;
    for (const BleedType f : kBleedTypes) {
        if (!reading.isCalibrated[static_cast<std::size_t>(f)]) continue;
        const auto& c = reading.calibration[static_cast<std::size_t>(f)];
        j["calibration"][std::string(bleedTypeName(f))] = {{"scale", c.scale}, {"offset", c.offset}};
    }
    for (const RuleKind kind : kRuleKinds)
        j["rules"][std::string(ruleName(kind))] = toJson(reading.rule(kind));
    return j;
}

template <class T> ordered_json listOf(const std::vector<T>& items) {
    auto list = ordered_json::array();
    for (const T& item : items)
        list.push_back(toJson(item));
    return list;
}

} // namespace

ordered_json modelFiguresJson(const Report& report) {
    return {{"how", methodText(report)},
            {"folds", report.folds},
            {"groups", listOf(report.groups)},
            {"by_size", listOf(report.sizes)},
            {"by_subtype", listOf(report.subtypes)}};
}

ordered_json reportJson(const Report& report) {
    ordered_json j = modelFiguresJson(report);
    j["resamples"] = report.resamples;
    j["seed"] = report.seed;
    j["fold_readings"] = listOf(report.foldReadings);
    j["final_reading"] = toJson(report.finalReading);
    j["misread"] = listOf(report.misread);
    return j;
}

} // namespace hemo::ml
