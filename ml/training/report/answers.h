#pragma once

#include "core/classify/verdict/model_info.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// The network's answers to one patient, with the truth beside them.
struct PatientAnswers {
    std::string id;
    std::string source; ///< name of the data set: "ct-ich"
    struct Slice {
        std::array<double, 6> logits{};
        std::array<float, 6> labels{}, known{};
        bool isNearPositive = false;
    };
    std::vector<Slice> slices;        ///< from the feet to the head
    int fold = 0;                     ///< that held the patient out
    bool isWholeScan = true;          ///< false: single slices
    std::optional<bool> scanBleeds{}; ///< what is said of the scan as a whole
};

/// Does any of the slices bleed? Where none is known to, what is said of the scan; nothing where nobody
/// speaks of that and some slice is unknown.
std::optional<bool> labelOf(const PatientAnswers& patient);

/// Does the patient bleed? What single slices show says nothing of the others: nothing.
std::optional<bool> truthOf(const PatientAnswers& patient);

/// One case for a curve: its score and whether it is positive.
struct Scored {
    double score = 0;
    bool isPositive = false;
};

/// Area under the ROC curve, ties counted half; nothing where a class is missing.
std::optional<double> areaUnderCurve(std::vector<Scored> cases);

/// Slices with a known label and no near positives, of all given patients.
std::vector<Scored> sliceLogits(const std::vector<PatientAnswers>& answers, BleedType type);

/// The k-th largest calibrated log-odds of "any"; of a patient with fewer slices the smallest.
double patientLogOdds(const PatientAnswers& patient, int k, ModelInfo::Calibration any);

/// The same as a probability.
double patientScore(const PatientAnswers& patient, int k, ModelInfo::Calibration any);

double sigmoid(double logOdds);
double logOddsOf(double probability);
inline double calibratedLogOdds(double logit, ModelInfo::Calibration c) {
    return c.scale * logit + c.offset;
}

} // namespace hemo::ml
