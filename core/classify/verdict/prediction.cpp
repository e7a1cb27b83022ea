#include "core/classify/verdict/prediction.h"

#include "core/classify/verdict/slice_share.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace hemo {
namespace {

std::string percent(double p) {
    return std::to_string(static_cast<int>(p * 100 + 0.5)) + " %";
}

std::string slicesWord(int n) {
    return std::to_string(n) + (n == 1 ? " slice" : " slices");
}

std::string millimetres(double mm) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g mm", mm);
    return text.data();
}

/// Of the slices that are asked for: a stack of 5 mm shows one more of a bleed or one fewer, as chance lays
/// it.
double sharesAsked(int k) {
    return k - 0.5;
}

/// The p(any) down to which as many slices reach as are asked for.
double scoreOf(std::vector<SlicePrediction> slices, int k) {
    std::sort(slices.begin(), slices.end(), [](const auto& a, const auto& b) { return a.any() > b.any(); });
    constexpr double kRounding = 1e-6;
    double shares = 0;
    for (const SlicePrediction& slice : slices)
        if ((shares += slice.share) >= sharesAsked(k) - kRounding) return slice.any();
    return 0;
}

std::string ruleInWords(const OverThreshold& over, const std::vector<SlicePrediction>& slices,
                        const PatientRule& rule) {
    const bool countsSlices = areEnough(rule.k, slices);
    return std::to_string(over.slices) + " of " + slicesWord(static_cast<int>(slices.size())) +
           (countsSlices ? "" : " (" + millimetres(over.mm) + ")") + " over " + percent(rule.threshold) +
           "; suspected from " + (countsSlices ? slicesWord(rule.k) : millimetres(suspectedFromMm(rule))) +
           " on.";
}

} // namespace

std::string_view bleedTypeName(BleedType type) {
    switch (type) {
    case BleedType::Any:
        return "any";
    case BleedType::Epidural:
        return "epidural";
    case BleedType::Intraparenchymal:
        return "intraparenchymal";
    case BleedType::Intraventricular:
        return "intraventricular";
    case BleedType::Subarachnoid:
        return "subarachnoid";
    case BleedType::Subdural:
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

OverThreshold overThreshold(const std::vector<SlicePrediction>& slices, double threshold) {
    OverThreshold over;
    for (const SlicePrediction& slice : slices) {
        if (slice.any() <= threshold) continue;
        ++over.slices;
        over.mm += slice.share * kRuleSliceMm;
    }
    return over;
}

double suspectedFromMm(const PatientRule& rule) {
    return sharesAsked(rule.k) * kRuleSliceMm;
}

bool areEnough(int k, const std::vector<SlicePrediction>& slices) {
    return std::all_of(slices.begin(), slices.end(),
                       [k](const SlicePrediction& s) { return k * s.share >= sharesAsked(k); });
}

Verdict judge(const std::vector<SlicePrediction>& slices, const PatientRule& rule) {
    Verdict verdict;
    const int count = static_cast<int>(slices.size());
    if (count < std::max(kFewestSlices, rule.k)) {
        verdict.reason = "Only " + slicesWord(count) + ": too few to answer for a patient.";
        return verdict;
    }
    const OverThreshold over = overThreshold(slices, rule.threshold);
    verdict.score = scoreOf(slices, rule.k);
    verdict.slicesOverThreshold = over.slices;
    verdict.answer = verdict.score > rule.threshold ? Answer::Suspected : Answer::NoneSeen;
    verdict.reason = ruleInWords(over, slices, rule);
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
