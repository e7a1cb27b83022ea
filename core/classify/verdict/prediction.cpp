#include "core/classify/verdict/prediction.h"

#include "core/classify/verdict/slice_share.h"

#include <algorithm>

namespace hemo {
namespace {

Message slices(int n) {
    return say("verdict.slices", n);
}

Number asPercent(double share) {
    return whole(share * 100, Unit::Percent);
}

Number millimetres(double mm) {
    return {mm, Unit::Millimetre, 3, Number::Digits::Significant};
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

double largestOf(const std::vector<SlicePrediction>& slices) {
    double largest = 0;
    for (const SlicePrediction& slice : slices)
        largest = std::max(largest, slice.any());
    return largest;
}

Message ruleInWords(const OverThreshold& over, const std::vector<SlicePrediction>& read,
                    const PatientRule& rule) {
    const Message all = slices(static_cast<int>(read.size()));
    const Number threshold = asPercent(rule.threshold);
    if (areEnough(rule.k, read))
        return say("verdict.rule_in_slices", over.slices, all, threshold, slices(rule.k));
    return say("verdict.rule_in_mm", over.slices, all, millimetres(over.mm), threshold,
               millimetres(suspectedFromMm(rule)));
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

Verdict judge(const std::vector<SlicePrediction>& read, const PatientRule& rule, Message notExcluded) {
    const int count = static_cast<int>(read.size());
    const bool areTooFew = count < std::max(kFewestSlices, rule.k);
    if (areTooFew) notExcluded = say("verdict.too_few", slices(count));
    const OverThreshold over = overThreshold(read, rule.threshold);
    Verdict verdict;
    verdict.judgesSlices = true;
    verdict.slicesOverThreshold = over.slices;
    verdict.score = areTooFew ? largestOf(read) : scoreOf(read, rule.k);
    verdict.reason = areTooFew ? say("verdict.over", over.slices, slices(count), asPercent(rule.threshold))
                               : ruleInWords(over, read, rule);
    if (verdict.score > rule.threshold) {
        verdict.answer = Answer::Suspected;
    } else if (notExcluded.empty()) {
        verdict.answer = Answer::NoneSeen;
    } else {
        verdict.answer = Answer::CannotAssess;
        verdict.score = 0;
        verdict.reason = notExcluded;
    }
    verdict.notExcluded = std::move(notExcluded);
    return verdict;
}

Prediction judgedBy(const Prediction& prediction, const PatientRule& rule) {
    Prediction judged = prediction;
    judged.provenance.rule = rule;
    const Verdict& before = prediction.verdict;
    if (!before.judgesSlices) return judged;
    judged.verdict = judge(prediction.slices, rule, before.notExcluded);
    judged.verdict.caution = before.caution;
    return judged;
}

std::vector<bool> suspiciousSlices(const Prediction& prediction) {
    std::vector<bool> suspicious;
    for (const SlicePrediction& s : prediction.slices)
        suspicious.push_back(prediction.verdict.judgesSlices &&
                             s.any() > prediction.provenance.rule.threshold);
    return suspicious;
}

} // namespace hemo
