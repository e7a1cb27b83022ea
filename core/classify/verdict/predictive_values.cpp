#include "core/classify/verdict/predictive_values.h"

#include <cmath>

namespace hemo {

PredictiveValues predictiveValues(double sensitivity, double specificity, double prevalence) {
    const double truePositives = sensitivity * prevalence, missed = (1 - sensitivity) * prevalence;
    const double trueNegatives = specificity * (1 - prevalence),
                 alarms = (1 - specificity) * (1 - prevalence);
    const auto share = [](double hits, double misses) {
        return hits + misses > 0 ? hits / (hits + misses) : 0;
    };
    return {share(truePositives, alarms), share(trueNegatives, missed)};
}

PredictiveEstimates predictiveEstimates(const Estimate& sensitivity, const Estimate& specificity,
                                        double prevalence) {
    const auto at = [&](double Estimate::*bound) {
        return predictiveValues(sensitivity.*bound, specificity.*bound, prevalence);
    };
    const PredictiveValues value = at(&Estimate::value), low = at(&Estimate::low), high = at(&Estimate::high);
    return {{value.positive, low.positive, high.positive}, {value.negative, low.negative, high.negative}};
}

ThousandPatients ofAThousand(double sensitivity, double specificity, double prevalence) {
    const auto share = [](double of, int all) { return static_cast<int>(std::lround(of * all)); };
    ThousandPatients patients;
    const int bleeding = share(prevalence, ThousandPatients::kAll),
              others = ThousandPatients::kAll - bleeding;
    patients.found = share(sensitivity, bleeding);
    patients.missed = bleeding - patients.found;
    patients.passed = share(specificity, others);
    patients.falseAlarms = others - patients.passed;
    return patients;
}

} // namespace hemo
