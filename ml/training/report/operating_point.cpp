#include "ml/training/report/operating_point.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hemo::ml {
namespace {

/// Tried in this order; a later k must be better, not as good. With one slice a single artefact decides;
/// three miss the small bleeds of thick slices.
constexpr std::array kSliceCounts{2, 1, 3};

double score(const ScoredPatient& p, int k) {
    return p.logOdds[static_cast<std::size_t>(k - 1)];
}

/// The sum of each source's sensitivity and of the specificity with a soft line.
double softQuality(const std::vector<ScoredPatient>& patients, int k, double line) {
    constexpr double kBlurLogOdds = 0.5;
    struct Share {
        double sum = 0, cases = 0;
    };
    std::map<std::string, Share> found;
    Share alarms;
    for (const ScoredPatient& p : patients) {
        Share& share = p.hasBleed ? found[p.source] : alarms;
        share.sum += sigmoid((score(p, k) - line) / kBlurLogOdds);
        ++share.cases;
    }
    double quality = alarms.cases > 0 ? 1 - alarms.sum / alarms.cases : 1;
    for (const auto& [source, share] : found)
        quality += share.sum / share.cases;
    return quality;
}

struct BestLine {
    double quality = -1, line = 0;
};

/// The middle of the lines that are as good as the best.
BestLine bestLine(const std::vector<ScoredPatient>& patients, int k) {
    BestLine best;
    double sum = 0;
    int count = 0;
    for (double line = -6; line <= 6; line += 0.05) {
        const double quality = softQuality(patients, k, line);
        if (quality > best.quality + 1e-6) best.quality = quality, sum = 0, count = 0;
        if (quality > best.quality - 1e-3) sum += line, ++count;
    }
    best.line = sum / count;
    return best;
}

double specificityAt(const std::vector<ScoredPatient>& patients, int k, double line) {
    double negatives = 0, under = 0;
    for (const ScoredPatient& p : patients)
        if (!p.hasBleed) ++negatives, under += score(p, k) <= line;
    return negatives > 0 ? under / negatives : 1;
}

/// The score that the weakest positive still to be found has, over all sources.
double weakestToBeFound(const std::vector<ScoredPatient>& patients, int k, double sensitivity) {
    std::map<std::string, std::vector<double>> positives;
    for (const ScoredPatient& p : patients)
        if (p.hasBleed) positives[p.source].push_back(score(p, k));
    double weakest = logOddsOf(1);
    for (auto& [source, scores] : positives) {
        std::sort(scores.begin(), scores.end());
        const auto mayBeMissed = static_cast<std::size_t>((1 - sensitivity) * double(scores.size()) + 1e-9);
        weakest = std::min(weakest, scores[std::min(mayBeMissed, scores.size() - 1)]);
    }
    return weakest;
}

/// Half way to the next score below, but no further down than the blur of a few patients.
double lineBelow(const std::vector<ScoredPatient>& patients, int k, double weakest) {
    constexpr double kFurthest = 1;
    double next = weakest - kFurthest;
    for (const ScoredPatient& p : patients)
        if (score(p, k) < weakest) next = std::max(next, score(p, k));
    return (weakest + next) / 2;
}

} // namespace

std::vector<ScoredPatient> scorePatients(const std::vector<PatientAnswers>& answers,
                                         ModelInfo::Calibration any) {
    std::vector<ScoredPatient> patients;
    for (const PatientAnswers& a : answers) {
        const auto truth = truthOf(a);
        if (!truth) continue;
        ScoredPatient patient{a.source, *truth, {}};
        for (int k = 1; k <= kMostSlicesOfRule; ++k)
            patient.logOdds[static_cast<std::size_t>(k - 1)] = patientLogOdds(a, k, any);
        patients.push_back(patient);
    }
    return patients;
}

double balancedThreshold(const std::vector<ScoredPatient>& patients, int k) {
    return sigmoid(bestLine(patients, k).line);
}

PatientRule chooseBalanced(const std::vector<ScoredPatient>& patients) {
    BestLine best;
    PatientRule rule;
    for (const int k : kSliceCounts) {
        const BestLine now = bestLine(patients, k);
        if (now.quality <= best.quality + 1e-6) continue;
        best = now;
        rule = {k, sigmoid(now.line)};
    }
    return rule;
}

PatientRule chooseScreening(const std::vector<ScoredPatient>& patients, double sensitivity) {
    double best = -1;
    PatientRule rule;
    for (const int k : kSliceCounts) {
        const double line = lineBelow(patients, k, weakestToBeFound(patients, k, sensitivity));
        const double specificity = specificityAt(patients, k, line);
        if (specificity <= best + 1e-9) continue;
        best = specificity;
        rule = {k, sigmoid(line)};
    }
    return rule;
}

} // namespace hemo::ml
