#include "ml/training/report/variants.h"

#include "ml/training/report/cross_fit.h"
#include "ml/training/report/logistic.h"

#include <algorithm>

namespace hemo::ml {
namespace {

struct Joining {
    std::string name;
    bool usesNeighbours = false, usesMap = false;
};

/// A slice at either end stands in for its missing neighbour.
std::vector<double> featuresOf(const PatientAnswers& patient, std::size_t slice, const Joining& joining) {
    const auto& s = patient.slices;
    std::vector<double> features{s[slice].logits[0]};
    const std::size_t below = slice > 0 ? slice - 1 : slice, above = std::min(slice + 1, s.size() - 1);
    if (joining.usesNeighbours) features.push_back(s[below].logits[0] + s[above].logits[0]);
    if (joining.usesMap) features.push_back(s[slice].mapLogit.value_or(0));
    return features;
}

/// Learns from all folds but one (-1: from all).
LogisticModel fitJoining(const std::vector<PatientAnswers>& answers, const Joining& joining, int without) {
    std::vector<LogisticCase> cases;
    for (const PatientAnswers& a : answers)
        for (std::size_t s = 0; a.fold != without && s < a.slices.size(); ++s)
            if (!a.slices[s].isNearPositive && a.slices[s].known[0] > 0)
                cases.push_back({featuresOf(a, s, joining), a.slices[s].labels[0] > 0});
    LogisticPrior prior;
    prior.mean.weights = {1};
    prior.mean.weights.resize(1 + joining.usesNeighbours + joining.usesMap, 0);
    return fitLogistic(cases, prior);
}

Variant join(const std::vector<PatientAnswers>& answers, const Joining& joining) {
    Variant variant{joining.name, answers, fitJoining(answers, joining, -1).weights};
    for (int fold = 0; fold < foldCount(answers); ++fold) {
        const LogisticModel model = fitJoining(answers, joining, fold);
        for (std::size_t p = 0; p < answers.size(); ++p)
            for (std::size_t s = 0; answers[p].fold == fold && s < answers[p].slices.size(); ++s)
                variant.answers[p].slices[s].logits[0] = model.logOdds(featuresOf(answers[p], s, joining));
    }
    return variant;
}

bool everySliceHasAMap(const std::vector<PatientAnswers>& answers) {
    return std::all_of(answers.begin(), answers.end(), [](const PatientAnswers& a) {
        return std::all_of(a.slices.begin(), a.slices.end(), [](const auto& s) { return s.mapLogit; });
    });
}

} // namespace

std::vector<Variant> joinVariants(const std::vector<PatientAnswers>& answers) {
    std::vector<Variant> variants{join(answers, {"slice alone"}),
                                  join(answers, {"with neighbours", true, false})};
    if (everySliceHasAMap(answers)) {
        variants.push_back(join(answers, {"with class map", false, true}));
        variants.push_back(join(answers, {"with neighbours and class map", true, true}));
    }
    return variants;
}

} // namespace hemo::ml
