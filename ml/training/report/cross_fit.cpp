#include "ml/training/report/cross_fit.h"

#include "ml/training/report/logistic.h"

#include <algorithm>

namespace hemo::ml {

std::string_view ruleName(RuleKind kind) {
    return kind == RuleKind::Balanced ? "balanced" : "screening";
}

Reading fitReading(const std::vector<PatientAnswers>& answers) {
    Reading reading;
    for (const BleedType f : kBleedTypes) {
        const auto cases = sliceLogits(answers, f);
        reading.calibration[static_cast<std::size_t>(f)] = fitCalibration(cases);
        reading.isCalibrated[static_cast<std::size_t>(f)] = !cases.empty();
    }
    const auto patients = scorePatients(answers, reading.calibration[0]);
    reading.rules = {chooseBalanced(patients), chooseScreening(patients, kScreeningSensitivity)};
    return reading;
}

int foldCount(const std::vector<PatientAnswers>& answers) {
    int folds = 0;
    for (const PatientAnswers& a : answers)
        folds = std::max(folds, a.fold + 1);
    return folds;
}

std::vector<Reading> fitOutOfFold(const std::vector<PatientAnswers>& answers) {
    std::vector<Reading> readings;
    for (int fold = 0; fold < foldCount(answers); ++fold) {
        std::vector<PatientAnswers> others;
        for (const PatientAnswers& a : answers)
            if (a.fold != fold) others.push_back(a);
        readings.push_back(fitReading(others));
    }
    return readings;
}

} // namespace hemo::ml
