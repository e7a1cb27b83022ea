#pragma once

#include "core/classify/verdict/model_info.h"
#include "ml/training/report/answers.h"
#include "ml/training/report/logistic.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// Names of the data sets in order, each once.
std::vector<std::string> sourcesOf(const std::vector<PatientAnswers>& answers);

/// What is reported about one source. A patient of whom nobody knows whether there is a bleed is not counted.
struct SourceFigures {
    std::string source;
    int patients = 0, positivePatients = 0, slices = 0, positiveSlices = 0;
    std::array<std::optional<double>, 6> sliceAuc{};          ///< in the order of BleedType
    std::array<std::optional<double>, 3> patientAuc{};        ///< k = 1, 2, 3
    std::optional<double> sensitivity, specificity;           ///< of patients, at the rule
    std::optional<double> sliceSensitivity, sliceSpecificity; ///< at the rule's threshold
};
SourceFigures measure(const std::vector<PatientAnswers>& answers, const std::string& source,
                      const PatientRule& rule, const std::array<ModelInfo::Calibration, 6>& calibration);

} // namespace hemo::ml
