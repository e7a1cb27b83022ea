#include "ml/training/report/model_card.h"

#include "ml/training/report/report_json.h"
#include "ml/training/report/report_text.h"
#include "ml/training/report/text.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace hemo::ml {
namespace {

using nlohmann::ordered_json;

ordered_json estimateOrNull(const std::optional<Estimate>& e) {
    if (!e) return nullptr;
    return {{"value", e->value}, {"low", e->low}, {"high", e->high}};
}

ordered_json operatingPoint(const Report& report, RuleKind kind) {
    const PatientRule& rule = report.finalReading.rule(kind);
    ordered_json point{{"name", ruleName(kind)}, {"rule", {{"k", rule.k}, {"threshold", rule.threshold}}}};
    if (const GroupFigures* group = decidingGroup(report)) {
        const RuleFigures& figures = group->rules[static_cast<std::size_t>(kind)];
        point["measured_on"] = group->name;
        point["sensitivity"] = estimateOrNull(figures.sensitivity);
        point["specificity"] = estimateOrNull(figures.specificity);
    }
    return point;
}

/// A key's text, or nothing: an older or foreign folder may lack it.
std::string textOf(const ordered_json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void addData(std::ostream& out, const ordered_json& training) {
    if (const auto data = training.find("data"); data != training.end())
        for (const auto& set : *data) {
            out << "- " << textOf(set, "name");
            for (const char* key : {"source", "terms"})
                if (const std::string text = textOf(set, key); !text.empty()) out << ". " << text;
            out << ".\n";
        }
    if (const auto mean = training.find("mean_of"); mean != training.end())
        out << "- The mean of the weights of " << mean->size()
            << " networks, taught differently (`model.json` says how).\n";
    if (const auto start = training.find("begins_with"); start != training.end() && start->is_object())
        out << "- Went on learning from another network, `" << textOf(*start, "id")
            << "` (`model.json` says how that was taught).\n";
    if (const std::string trunk = textOf(training, "trunk"); !trunk.empty())
        out << "- Trunk: " << trunk << ".\n";
}

/// Of a model whose weights stayed and whose calibration is a hospital's own.
void addCalibration(std::ostream& out, const ordered_json& model) {
    const auto own = model.find("calibrated_with");
    if (own == model.end() || !own->is_object()) return;
    out << "\n## Calibrated on own patients\n\nCalibration, k and thresholds were fitted again on "
        << own->value("patients", 0) << " own patients, " << own->value("positive_patients", 0)
        << " of them with a bleed; the weights are those of `" << textOf(*own, "id")
        << "`, with its limits. It is right for patients and scanners like these";
    if (own->contains("unlabelled")) {
        out << "; no slice had a label of";
        for (const auto& name : (*own)["unlabelled"])
            out << ' ' << name.get<std::string>();
        out << ", whose calibration is the former one";
    }
    out << ".\n";
}

} // namespace

const GroupFigures* decidingGroup(const Report& report) {
    const GroupFigures* found = nullptr;
    for (const GroupFigures& group : report.groups) {
        const RuleFigures& figures = group.rules.front();
        if (!figures.sensitivity || !figures.specificity) continue;
        if (group.name != kAllGroups && found) return &report.groups.back(); // two sources have both: all
        if (group.name != kAllGroups) found = &group;
    }
    return found;
}

Result<void> putReport(ordered_json& model, const Report& report, Unlabelled unlabelled) {
    const auto network = model.find("network");
    const bool namesSubtypes = network == model.end() || network->value("names_subtypes", true);
    for (const BleedType f : kBleedTypes) {
        if (f != BleedType::Any && !namesSubtypes) continue;
        const bool isCalibrated = report.finalReading.isCalibrated[static_cast<std::size_t>(f)];
        if (!isCalibrated && unlabelled == Unlabelled::StaysCalibrated) continue;
        if (!isCalibrated)
            return fail(ErrorCode::Unsupported, say("reporting.lacks_labels"), std::string(bleedTypeName(f)));
        const auto& c = report.finalReading.calibration[static_cast<std::size_t>(f)];
        model["calibration"][std::string(bleedTypeName(f))] = {{"scale", c.scale}, {"offset", c.offset}};
    }
    const PatientRule& rule = report.finalReading.rule(RuleKind::Balanced);
    model["rule"] = {{"k", rule.k}, {"threshold", rule.threshold}};
    model["operating_points"] = ordered_json::array();
    for (const RuleKind kind : kRuleKinds)
        model["operating_points"].push_back(operatingPoint(report, kind));
    model["figures"] = modelFiguresJson(report);
    return {};
}

std::string modelCard(const ordered_json& model, const std::string& reached) {
    const ordered_json network = model.value("network", ordered_json::object());
    const ordered_json input = model.value("input", ordered_json::object());
    const ordered_json training = model.value("training", ordered_json::object());
    std::ostringstream out;
    out << "# " << textOf(model, "id") << "\n\nA classifier of head CT slices: network `"
        << textOf(network, "architecture") << "` at " << input.value("size", 0)
        << " px, which reads each slice by itself. For each slice the probability of any hemorrhage and of "
           "its subtypes.\n\n"
        << "**Not a medical device.** " << textOf(model, "terms") << "\n\n## Trained with\n\n";
    addData(out, training);
    addCalibration(out, model);
    out << "\n## What it reached\n\n" << reached << "\n## Limits\n\n";
    if (const std::string limits = textOf(training, "limits"); !limits.empty()) out << limits << " ";
    out << "A subtype with few patients is a hint. Heat shows a region, not an outline. A probability is "
           "calibrated on the mixture of slices it was measured on, not on a clinic's.\n";
    return out.str();
}

std::string reachedText(const Report& report) {
    const std::string ofWhom =
        report.networks == Networks::OneForAll
            ? "The figures are those of this network, calibrated in the same way without "
              "the patients that it is measured on"
            : "The figures are those of the folds' networks, made in the same way: they say "
              "how good the way of making it is";
    return methodText(report) +
           "\nCalibration, k and threshold of this model were fitted on the answers of all folds together. " +
           ofWhom + ".\n\n" + figureTables(report) + "## What was fitted\n\n" + readingTable(report) +
           "\n## Every patient read wrongly\n\nSlices are counted from the feet, from 1. Of a missed patient "
           "the "
           "bleeding slice read highest, of a flagged one the slice read highest.\n\n" +
           misreadTables(report);
}

} // namespace hemo::ml
