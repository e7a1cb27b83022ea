#include "ml/training/report/judged.h"

#include <algorithm>

namespace hemo::ml {

double JudgedPatient::probability(std::size_t slice, BleedType type) const {
    const auto f = static_cast<std::size_t>(type);
    return probabilityOf(answers->slices[slice].logits[f], reading->calibration[f]);
}

double JudgedPatient::score(int k) const {
    return patientScore(*answers, k, reading->calibration[0]);
}

bool JudgedPatient::isFlagged(RuleKind kind) const {
    const PatientRule& rule = reading->rule(kind);
    return score(rule.k) > rule.threshold;
}

std::vector<JudgedPatient> judgeOutOfFold(const std::vector<PatientAnswers>& answers,
                                          const std::vector<Reading>& foldReadings) {
    std::vector<JudgedPatient> judged;
    for (const PatientAnswers& a : answers)
        judged.push_back({&a, &foldReadings[static_cast<std::size_t>(a.fold)], truthOf(a)});
    return judged;
}

RankedCases sliceCases(const std::vector<JudgedPatient>& patients, BleedType type, const Belongs& belongs) {
    const auto f = static_cast<std::size_t>(type);
    std::vector<RankedCase> cases;
    for (std::size_t p = 0; p < patients.size(); ++p) {
        if (!belongs(patients[p])) continue;
        const auto& slices = patients[p].answers->slices;
        for (std::size_t s = 0; s < slices.size(); ++s)
            if (slices[s].known[f] > 0 && !slices[s].isNearPositive)
                cases.push_back({patients[p].probability(s, type), slices[s].labels[f] > 0, p});
    }
    return RankedCases(std::move(cases));
}

RankedCases patientCases(const std::vector<JudgedPatient>& patients, int k, const Belongs& belongs) {
    std::vector<RankedCase> cases;
    for (std::size_t p = 0; p < patients.size(); ++p)
        if (patients[p].truth && belongs(patients[p]))
            cases.push_back({patients[p].score(k), *patients[p].truth, p});
    return RankedCases(std::move(cases));
}

std::optional<Estimate> shareOfSlicesOver(const std::vector<JudgedPatient>& patients, RuleKind kind,
                                          const Belongs& belongs, const SliceChosen& isCounted,
                                          const Resamples& resamples) {
    std::vector<double> counted(patients.size()), over(patients.size());
    for (std::size_t p = 0; p < patients.size(); ++p) {
        if (!belongs(patients[p])) continue;
        const auto& slices = patients[p].answers->slices;
        for (std::size_t s = 0; s < slices.size(); ++s) {
            if (slices[s].known[0] == 0 || slices[s].isNearPositive || !isCounted(slices[s])) continue;
            ++counted[p];
            over[p] += patients[p].probability(s, BleedType::Any) > patients[p].reading->rule(kind).threshold;
        }
    }
    return estimateClusteredShare(resamples, counted, over);
}

std::optional<Estimate> shareJudgedRight(const std::vector<JudgedPatient>& patients, RuleKind kind,
                                         const Belongs& belongs, const Resamples& resamples) {
    std::vector<bool> isCounted, isRight;
    for (const JudgedPatient& p : patients) {
        isCounted.push_back(p.truth && belongs(p));
        isRight.push_back(p.truth && p.isFlagged(kind) == *p.truth);
    }
    return estimateShare(resamples, isCounted, isRight);
}

} // namespace hemo::ml
