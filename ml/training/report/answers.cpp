#include "ml/training/report/answers.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace hemo::ml {

double sigmoid(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

double logOddsOf(double probability) {
    return std::log(std::max(probability, 1e-12) / std::max(1 - probability, 1e-12));
}

std::optional<bool> labelOf(const PatientAnswers& patient) {
    bool isKnown = !patient.slices.empty();
    for (const auto& s : patient.slices) {
        if (s.known[0] > 0 && s.labels[0] > 0) return true;
        isKnown &= s.known[0] > 0;
    }
    if (patient.scanBleeds || !isKnown) return patient.scanBleeds;
    return false;
}

std::optional<bool> truthOf(const PatientAnswers& patient) {
    return patient.isWholeScan ? labelOf(patient) : std::nullopt;
}

std::optional<double> areaUnderCurve(std::vector<Scored> cases) {
    std::sort(cases.begin(), cases.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
    double rankSum = 0, positives = 0; // Mann-Whitney: ranks of the positives, ties share theirs
    for (std::size_t first = 0; first < cases.size();) {
        std::size_t last = first;
        while (last < cases.size() && cases[last].score == cases[first].score)
            ++last;
        const double rank = (double(first + 1) + double(last)) / 2;
        for (; first < last; ++first)
            if (cases[first].isPositive) rankSum += rank, ++positives;
    }
    const double negatives = double(cases.size()) - positives;
    if (positives == 0 || negatives == 0) return std::nullopt;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
}

std::vector<Scored> sliceLogits(const std::vector<PatientAnswers>& answers, BleedType type) {
    const auto f = static_cast<std::size_t>(type);
    std::vector<Scored> cases;
    for (const PatientAnswers& a : answers)
        for (const auto& s : a.slices)
            if (!s.isNearPositive && s.known[f] > 0) cases.push_back({s.logits[f], s.labels[f] > 0});
    return cases;
}

double patientLogOdds(const PatientAnswers& patient, int k, ModelInfo::Calibration any) {
    std::vector<double> all;
    for (const auto& s : patient.slices)
        all.push_back(calibratedLogOdds(s.logits[0], any));
    std::sort(all.begin(), all.end(), std::greater<>());
    return all.empty() ? logOddsOf(0) : all[std::min(static_cast<std::size_t>(k), all.size()) - 1];
}

double patientScore(const PatientAnswers& patient, int k, ModelInfo::Calibration any) {
    return patient.slices.empty() ? 0 : sigmoid(patientLogOdds(patient, k, any));
}

} // namespace hemo::ml
