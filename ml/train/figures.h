#pragma once

#include "core/classify/model_info.h"
#include "ml/train/picture_set.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// The network's answers to one patient, with the truth beside them.
struct PatientAnswers {
    std::string id;
    Source source = Source::CtIch;
    bool hasBleed = false;
    struct Slice {
        std::array<double, 6> logits{};
        std::array<float, 6> labels{}, known{};
        bool isNearPositive = false;
    };
    std::vector<Slice> slices;
};

/// One case for a curve: its score and whether it is positive.
struct Scored {
    double score = 0;
    bool isPositive = false;
};

/// Area under the ROC curve, ties counted half; nothing where a class is missing.
std::optional<double> areaUnderCurve(std::vector<Scored> cases);

/// Slices with a known label and no near positives, of all given patients.
std::vector<Scored> sliceLogits(const std::vector<PatientAnswers>& answers, Finding finding);

/// p(any) of the k-th most suspicious slice.
double patientScore(const PatientAnswers& patient, int k, ModelInfo::Calibration any);

/// Platt's scaling, p = sigmoid(scale * logit + offset), by Newton's method. A weak prior holds scale near 1
/// and offset near 0, so that a finding with few cases is not fitted to noise.
ModelInfo::Calibration fitCalibration(const std::vector<Scored>& logits);

/// Threshold on the score that parts positives from negatives best: the sum of each source's sensitivity and
/// of the specificity, each patient's score blurred in log-odds, since a few patients say little about where
/// exactly the line lies. (The mean of the sensitivities would buy a perfect specificity with the small
/// bleeds of CT-ICH: the large ones of PHE-SICH are over any threshold.)
double chooseThreshold(const std::vector<PatientAnswers>& answers, int k, ModelInfo::Calibration any);

/// What is reported about one source.
struct SourceFigures {
    Source source = Source::CtIch;
    int patients = 0, positivePatients = 0, slices = 0, positiveSlices = 0;
    std::array<std::optional<double>, 6> sliceAuc{};          ///< in the order of Finding
    std::array<std::optional<double>, 3> patientAuc{};        ///< k = 1, 2, 3
    std::optional<double> sensitivity, specificity;           ///< of patients, at the rule
    std::optional<double> sliceSensitivity, sliceSpecificity; ///< at the rule's threshold
};
SourceFigures measure(const std::vector<PatientAnswers>& answers, Source source, const PatientRule& rule,
                      const std::array<ModelInfo::Calibration, 6>& calibration);

} // namespace hemo::ml
