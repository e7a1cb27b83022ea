#pragma once

#include "ml/training/report/answers.h"
#include "ml/training/report/bootstrap.h"

#include <array>
#include <string>
#include <vector>

namespace hemo::ml {

/// The same answers with the logit of "any" joined with something else: its neighbours' logits, the class
/// map's. The joining is fitted out of fold, like everything.
struct Variant {
    std::string name;
    std::vector<PatientAnswers> answers;
    std::vector<double> weights; ///< of all answers together: what would be shipped
};

/// The slice alone; with its neighbours; where every slice has a map's logit, with the map and with both.
std::vector<Variant> joinVariants(const std::vector<PatientAnswers>& answers);

/// Area under the curve of one variant and how far it is above the slice alone, on the same resamples.
struct VariantFigures {
    std::string name, group;
    std::vector<double> weights;
    std::optional<Estimate> sliceAuc, sliceGain;
    std::array<std::optional<Estimate>, 3> patientAuc{}, patientGain{}; ///< k = 1, 2, 3
};

} // namespace hemo::ml
