#include "ml/training/measure/figures.h"

#include "ml/training/report/operating_point.h"

#include <algorithm>
#include <functional>
#include <set>

namespace hemo::ml {
namespace {

std::vector<PatientAnswers> ofSource(const std::vector<PatientAnswers>& answers, const std::string& source) {
    std::vector<PatientAnswers> some;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(some),
                 [&](const PatientAnswers& a) { return a.source == source; });
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
        if (const auto truth = truthOf(a)) scores.push_back({patientScore(a, k, any), *truth});
    return scores;
}

} // namespace

std::vector<std::string> sourcesOf(const std::vector<PatientAnswers>& answers) {
    std::set<std::string> names;
    for (const PatientAnswers& a : answers)
        names.insert(a.source);
    return {names.begin(), names.end()};
}

SourceFigures measure(const std::vector<PatientAnswers>& all, const std::string& source,
                      const PatientRule& rule, const std::array<ModelInfo::Calibration, 6>& calibration) {
    const auto answers = ofSource(all, source);
    SourceFigures f;
    f.source = source;
    for (const PatientAnswers& a : answers)
        if (const auto truth = truthOf(a)) ++f.patients, f.positivePatients += *truth;
    for (const BleedType type : kBleedTypes)
        f.sliceAuc[static_cast<std::size_t>(type)] = areaUnderCurve(sliceLogits(answers, type));
    auto slices = sliceLogits(answers, BleedType::Any);
    for (Scored& s : slices) {
        f.positiveSlices += s.isPositive;
        s.score = probabilityOf(s.score, calibration[0]);
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
