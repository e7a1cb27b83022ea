#include "ml/training/report/report_text.h"

#include "ml/training/report/text.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

std::string percent(double share) {
    return numberText(100 * share, 0) + " %";
}

/// A row a figure, a column a group.
class GroupTable {
public:
    explicit GroupTable(const std::vector<GroupFigures>& groups)
        : m_groups(groups), m_table(header(groups)) {}
    template <class Cell> void add(const std::string& name, const Cell& cell) {
        std::vector<std::string> row{name};
        bool isEmpty = true;
        for (const GroupFigures& g : m_groups) {
            row.push_back(cell(g));
            isEmpty &= row.back() == "-";
        }
        if (!isEmpty) m_table.add(std::move(row));
    }
    std::string text() const { return m_table.text(); }

private:
    static std::vector<std::string> header(const std::vector<GroupFigures>& groups) {
        std::vector<std::string> names{""};
        for (const GroupFigures& g : groups)
            names.push_back(g.name);
        return names;
    }
    const std::vector<GroupFigures>& m_groups;
    TextTable m_table;
};

void addFindingRows(GroupTable& table) {
    for (const BleedType type : kBleedTypes) {
        const auto f = static_cast<std::size_t>(type);
        table.add("slice AUC, " + std::string(bleedTypeName(type)), [=](const GroupFigures& g) {
            if (!g.findings[f].sliceAuc) return std::string("-");
            return estimateText(g.findings[f].sliceAuc) + ", " +
                   std::to_string(g.findings[f].positivePatients) + " patients";
        });
    }
    for (std::size_t k = 0; k < kMostSlicesOfRule; ++k)
        table.add("patient AUC, k = " + std::to_string(k + 1),
                  [=](const GroupFigures& g) { return estimateText(g.patientAuc[k]); });
    table.add("Brier score, any", [](const GroupFigures& g) { return estimateText(g.findings[0].brier); });
    for (const BleedType type : kBleedTypes)
        table.add("calibration error, " + std::string(bleedTypeName(type)), [=](const GroupFigures& g) {
            return estimateText(g.findings[static_cast<std::size_t>(type)].calibrationError);
        });
}

void addRuleRows(GroupTable& table, RuleKind kind) {
    const std::string name = std::string(ruleName(kind)) + ": ";
    const auto add = [&](const std::string& what, std::optional<Estimate> RuleFigures::*figure) {
        table.add(name + what, [=](const GroupFigures& g) {
            return estimateText(g.rules[static_cast<std::size_t>(kind)].*figure);
        });
    };
    add("patient sensitivity", &RuleFigures::sensitivity);
    add("patient specificity", &RuleFigures::specificity);
    add("patient accuracy", &RuleFigures::accuracy);
    for (std::size_t n = 0; n < kPrevalences.size(); ++n) {
        const auto predictive = [&](const std::string& what, Estimate RuleFigures::Predictive::*which) {
            table.add(name + what + " where " + percent(kPrevalences[n]) + " bleed",
                      [=](const GroupFigures& g) {
                          const auto& all = g.rules[static_cast<std::size_t>(kind)].predictive;
                          return n < all.size() ? estimateText(all[n].*which) : std::string("-");
                      });
        };
        predictive("PPV", &RuleFigures::Predictive::positive);
        predictive("NPV", &RuleFigures::Predictive::negative);
    }
    add("slice sensitivity at the threshold", &RuleFigures::sliceSensitivity);
    add("slice specificity at the threshold", &RuleFigures::sliceSpecificity);
}

std::string groupTable(const std::vector<GroupFigures>& groups) {
    GroupTable table(groups);
    table.add("patients (with a bleed)", [](const GroupFigures& g) {
        return std::to_string(g.patients) + " (" + std::to_string(g.positivePatients) + ")";
    });
    table.add("slices (with a bleed)", [](const GroupFigures& g) {
        return std::to_string(g.slices) + " (" + std::to_string(g.positiveSlices) + ")";
    });
    addFindingRows(table);
    for (const RuleKind kind : kRuleKinds)
        addRuleRows(table, kind);
    return table.text();
}

std::string subgroupTable(const std::vector<SubgroupFigures>& subgroups, const std::string& title) {
    TextTable table({title, "source", "patients", "found, balanced", "found, screening", "slices",
                     "slices over the threshold, balanced", "slices over, screening"});
    for (const SubgroupFigures& s : subgroups)
        table.add({s.name, s.source, std::to_string(s.patients), estimateText(s.found[0]),
                   estimateText(s.found[1]), std::to_string(s.slices), estimateText(s.slicesFound[0]),
                   estimateText(s.slicesFound[1])});
    return table.isEmpty() ? "" : table.text() + "\n";
}

std::vector<std::string> readingRow(const std::string& name, const Reading& reading) {
    std::vector<std::string> row{name};
    for (const PatientRule& rule : reading.rules)
        row.push_back(std::to_string(rule.k) + " over " + numberText(rule.threshold, 4));
    for (std::size_t f = 0; f < reading.calibration.size(); ++f) {
        const auto& c = reading.calibration[f];
        row.push_back(reading.isCalibrated[f] ? numberText(c.scale) + " x " + (c.offset < 0 ? "- " : "+ ") +
                                                    numberText(std::abs(c.offset))
                                              : "-");
    }
    return row;
}

std::string listMisread(const Report& report, RuleKind kind, bool isMissed) {
    TextTable table(
        {"source", "patient", "fold", "score", "threshold", "k", "most telling slice", "p(any)", "labelled"});
    for (const Misread& m : report.misread)
        if (m.rule == kind && m.isMissed == isMissed)
            table.add({m.source, m.patient, std::to_string(m.fold), numberText(m.score),
                       numberText(m.threshold), std::to_string(m.k),
                       std::to_string(m.slice + 1) + " of " + std::to_string(m.slices),
                       numberText(m.sliceProbability), m.subtypes.empty() ? "-" : m.subtypes});
    return table.isEmpty() ? "None.\n" : table.text();
}

std::string answeredText(const Report& report) {
    const std::string folds = std::to_string(report.folds) + " folds";
    if (report.networks == Networks::OneForAll)
        return "All answers come from one network, which has learned from none of these patients. They were "
               "dealt "
               "into " +
               folds +
               " by patient, and the calibration, k and threshold that a patient is judged by were fitted on "
               "the "
               "other folds.";
    return "Cross-validated by patient in " + folds +
           ". Every answer comes from a network that has not seen the patient, and the calibration, k and "
           "threshold it is judged by were fitted on the other folds.";
}

std::string singleSlicesText(const Report& report) {
    if (!report.hasSingleSlices) return "";
    return "Of single slices without their scan only the figures of slices are given; a slice of an unknown "
           "patient counts as a patient of its own. ";
}

std::string contestText(const Report& report) {
    const bool hasItsSlices =
        std::ranges::any_of(report.groups, [](const GroupFigures& g) { return g.name == "rsna"; });
    return hasItsSlices
               ? "The slices of rsna are some of those that RSNA 2019 gave for learning, in a window of "
                 "their own: the figures are not comparable with those of its test."
               : "The figures are not comparable with figures on RSNA 2019.";
}

} // namespace

std::string methodText(const Report& report) {
    return answeredText(report) + " In parentheses: 95 % intervals, " + std::to_string(report.resamples) +
           " resamples of patients within source and label, seed " + std::to_string(report.seed) +
           "; where all patients of a share were right, or all wrong, Wilson's interval; for PPV and NPV, "
           "sensitivity and specificity both at their lower or upper bound. The intervals hold the networks "
           "and "
           "rules as they are and say nothing of another scanner. Calibration was fitted on slices in their "
           "natural share of bleeds, which undoes the balance of the training batches; slices beside a bleed "
           "whose label is doubtful are left out of every figure of slices. The calibration error has 10 "
           "bins. "
           "The rule \"balanced\" parts positives from negatives best; \"screening\" has the highest "
           "specificity "
           "with a sensitivity of " +
           numberText(kScreeningSensitivity, 2) +
           " in every source on the folds it was fitted on, which does not promise it on others. " +
           singleSlicesText(report) + contestText(report) + "\n";
}

std::string figureTables(const Report& report) {
    return groupTable(report.groups) + "\n" +
           subgroupTable(report.sizes, "bleed size (positive slices of the patient)") +
           subgroupTable(report.subtypes, "subtype");
}

std::string readingTable(const Report& report) {
    TextTable table({"fitted for", "balanced: slices", "screening: slices", "any", "epidural",
                     "intraparenchymal", "intraventricular", "subarachnoid", "subdural"});
    for (std::size_t f = 0; f < report.foldReadings.size(); ++f)
        table.add(readingRow("fold " + std::to_string(f), report.foldReadings[f]));
    table.add(readingRow("the model (all folds)", report.finalReading));
    return table.text();
}

std::string misreadTables(const Report& report) {
    std::string out;
    for (const RuleKind kind : kRuleKinds)
        for (const bool isMissed : {true, false})
            out += "### " + std::string(isMissed ? "Missed" : "Falsely flagged") + ", " +
                   std::string(ruleName(kind)) + "\n\n" + listMisread(report, kind, isMissed) + "\n";
    return out;
}

std::string reportText(const Report& report) {
    return "# Cross-validation\n\n" + methodText(report) + "\n" + figureTables(report) +
           "## What was fitted\n\n" + readingTable(report) +
           "\n## Every patient read wrongly\n\nSlices are counted from the feet, from 1. Of a missed patient "
           "the bleeding slice read highest, of a flagged one the slice read highest.\n\n" +
           misreadTables(report);
}

} // namespace hemo::ml
