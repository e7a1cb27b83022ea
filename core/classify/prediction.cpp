#include "core/classify/prediction.h"

#include <algorithm>
#include <functional>

namespace hemo {
namespace {

std::string percent(double p) {
    return std::to_string(static_cast<int>(p * 100 + 0.5)) + " %";
}

std::string slicesWord(int n) {
    return std::to_string(n) + (n == 1 ? " slice" : " slices");
}

} // namespace

std::string_view findingName(Finding finding) {
    switch (finding) {
    case Finding::Any:
        return "any";
    case Finding::Epidural:
        return "epidural";
    case Finding::Intraparenchymal:
        return "intraparenchymal";
    case Finding::Intraventricular:
        return "intraventricular";
    case Finding::Subarachnoid:
        return "subarachnoid";
    case Finding::Subdural:
        return "subdural";
    }
    return "";
}

std::string_view answerName(Answer answer) {
    switch (answer) {
    case Answer::Suspected:
        return "suspected";
    case Answer::NoneSeen:
        return "none seen";
    case Answer::CannotAssess:
        return "cannot assess";
    }
    return "";
}

Verdict judge(const std::vector<SlicePrediction>& slices, const PatientRule& rule) {
    Verdict verdict;
    const int count = static_cast<int>(slices.size());
    if (count < std::max(kFewestSlices, rule.k)) {
        verdict.reason = "Only " + slicesWord(count) + ": too few to answer for a patient.";
        return verdict;
    }
    std::vector<double> any;
    for (const SlicePrediction& slice : slices)
        any.push_back(slice.any());
    std::sort(any.begin(), any.end(), std::greater<>());
    verdict.score = any[static_cast<std::size_t>(rule.k) - 1];
    verdict.slicesOverThreshold =
        static_cast<int>(std::count_if(any.begin(), any.end(), [&](double p) { return p > rule.threshold; }));
    verdict.answer = verdict.score > rule.threshold ? Answer::Suspected : Answer::NoneSeen;
    verdict.reason = std::to_string(verdict.slicesOverThreshold) + " of " + slicesWord(count) + " over " +
                     percent(rule.threshold) + "; suspected from " + slicesWord(rule.k) + " on.";
    return verdict;
}

Prediction judgedBy(const Prediction& prediction, const PatientRule& rule) {
    Prediction judged = prediction;
    judged.provenance.rule = rule;
    if (prediction.verdict.answer == Answer::CannotAssess) return judged;
    judged.verdict = judge(prediction.slices, rule);
    judged.verdict.caution = prediction.verdict.caution;
    return judged;
}

std::vector<bool> suspiciousSlices(const Prediction& prediction) {
    const bool isAssessed = prediction.verdict.answer != Answer::CannotAssess;
    std::vector<bool> suspicious;
    for (const SlicePrediction& s : prediction.slices)
        suspicious.push_back(isAssessed && s.any() > prediction.provenance.rule.threshold);
    return suspicious;
}

} // namespace hemo
