#include "ml/train/figures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace hemo::ml {
namespace {

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

double calibrated(double logit, ModelInfo::Calibration c) {
    return sigmoid(c.scale * logit + c.offset);
}

std::vector<PatientAnswers> ofSource(const std::vector<PatientAnswers>& answers, Source source) {
    std::vector<PatientAnswers> some;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(some),
                 [=](const PatientAnswers& a) { return a.source == source; });
    return some;
}

/// Share of the cases of one class that `isRight` holds for.
std::optional<double> share(const std::vector<Scored>& cases, bool positives,
                            const std::function<double(double)>& isRight) {
    double sum = 0;
    int count = 0;
    for (const Scored& c : cases) {
        if (c.isPositive != positives) continue;
        sum += isRight(c.score);
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}

std::vector<Scored> patientScores(const std::vector<PatientAnswers>& answers, int k,
                                  ModelInfo::Calibration any) {
    std::vector<Scored> scores;
    for (const PatientAnswers& a : answers)
        scores.push_back({patientScore(a, k, any), a.hasBleed});
    return scores;
}

} // namespace

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

std::vector<Scored> sliceLogits(const std::vector<PatientAnswers>& answers, Finding finding) {
    const auto f = static_cast<std::size_t>(finding);
    std::vector<Scored> cases;
    for (const PatientAnswers& a : answers)
        for (const auto& s : a.slices)
            if (!s.isNearPositive && s.known[f] > 0) cases.push_back({s.logits[f], s.labels[f] > 0});
    return cases;
}

double patientScore(const PatientAnswers& patient, int k, ModelInfo::Calibration any) {
    std::vector<double> p;
    for (const auto& s : patient.slices)
        p.push_back(calibrated(s.logits[0], any));
    std::sort(p.begin(), p.end(), std::greater<>());
    return p.empty() ? 0 : p[std::min(static_cast<std::size_t>(k), p.size()) - 1];
}

ModelInfo::Calibration fitCalibration(const std::vector<Scored>& logits) {
    // Prior: scale 1 +- 0.3, offset 0 +- 3. The offset may move far: it undoes the balance of the batches.
    constexpr double kScalePrecision = 1 / (0.3 * 0.3), kOffsetPrecision = 1 / (3.0 * 3.0);
    ModelInfo::Calibration c;
    for (int round = 0; round < 50; ++round) {
        double gs = (c.scale - 1) * kScalePrecision, go = c.offset * kOffsetPrecision;
        double hss = kScalePrecision, hso = 0, hoo = kOffsetPrecision;
        for (const Scored& s : logits) {
            const double p = calibrated(s.score, c), error = p - (s.isPositive ? 1 : 0), weight = p * (1 - p);
            gs += error * s.score, go += error;
            hss += weight * s.score * s.score, hso += weight * s.score, hoo += weight;
        }
        const double determinant = hss * hoo - hso * hso;
        const double ds = (hoo * gs - hso * go) / determinant, dO = (hss * go - hso * gs) / determinant;
        c.scale = std::clamp(c.scale - std::clamp(ds, -0.5, 0.5), 0.05, 10.0);
        c.offset -= std::clamp(dO, -1.0, 1.0);
        if (std::abs(ds) + std::abs(dO) < 1e-9) break;
    }
    return c;
}

double chooseThreshold(const std::vector<PatientAnswers>& answers, int k, ModelInfo::Calibration any) {
    constexpr double kBlurLogOdds = 0.5;
    double best = -1, sum = 0;
    int count = 0;
    for (double line = -4; line <= 4; line += 0.05) {
        const auto over = [=](double p) {
            const double logit = std::log(std::max(p, 1e-9) / std::max(1 - p, 1e-9));
            return sigmoid((logit - line) / kBlurLogOdds);
        };
        double sensitivity = 0;
        for (const Source source : kSources)
            if (const auto s = share(patientScores(ofSource(answers, source), k, any), true, over))
                sensitivity += *s;
        const auto falseAlarms = share(patientScores(answers, k, any), false, over);
        const double quality = sensitivity + 1 - falseAlarms.value_or(0);
        if (quality > best + 1e-6) best = quality, sum = 0, count = 0;
        if (quality > best - 1e-3) sum += line, ++count;
    }
    return sigmoid(sum / count);
}

SourceFigures measure(const std::vector<PatientAnswers>& all, Source source, const PatientRule& rule,
                      const std::array<ModelInfo::Calibration, 6>& calibration) {
    const auto answers = ofSource(all, source);
    SourceFigures f;
    f.source = source;
    f.patients = static_cast<int>(answers.size());
    for (const PatientAnswers& a : answers)
        f.positivePatients += a.hasBleed;
    for (const Finding finding : kFindings)
        f.sliceAuc[static_cast<std::size_t>(finding)] = areaUnderCurve(sliceLogits(answers, finding));
    auto slices = sliceLogits(answers, Finding::Any);
    for (Scored& s : slices) {
        f.positiveSlices += s.isPositive;
        s.score = calibrated(s.score, calibration[0]);
    }
    f.slices = static_cast<int>(slices.size());
    for (int k = 1; k <= 3; ++k)
        f.patientAuc[static_cast<std::size_t>(k - 1)] =
            areaUnderCurve(patientScores(answers, k, calibration[0]));
    const auto over = [&](double p) { return p > rule.threshold ? 1.0 : 0.0; };
    const auto under = [&](double p) { return p > rule.threshold ? 0.0 : 1.0; };
    const auto patients = patientScores(answers, rule.k, calibration[0]);
    f.sensitivity = share(patients, true, over);
    f.specificity = share(patients, false, under);
    f.sliceSensitivity = share(slices, true, over);
    f.sliceSpecificity = share(slices, false, under);
    return f;
}

} // namespace hemo::ml
