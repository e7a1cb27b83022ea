#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/verdict/model_info.h"
#include "core/classify/verdict/prediction.h"
#include "core/reading/job_state.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// What the network, in its own process, has said of one reading so far.
struct SecondReader {
    enum class Status {
        Idle,
        Waiting, ///< asked for, while another reading is read
        Running,
        Done,
        Failed,
    };
    Status status = Status::Idle;
    JobState job;
    JobState findingsJob;
    std::optional<PatientRule> rule;             ///< in force, known as soon as the model's folder is read
    std::vector<Explanation> explanations;       ///< that the model knows, its own first
    std::vector<OperatingPoint> operatingPoints; ///< the rules that the model was measured with
    std::vector<KnownMiss> knownMisses;          ///< of the model
    std::string modelId, device;
    std::vector<std::optional<SlicePrediction>> slices; ///< one a slice; empty until its answer arrives
    PredictionPtr prediction;                           ///< the whole answer, at the end
    FindingsPtr findings;                               ///< of `prediction`; null until they are ready
    std::optional<Error> error;
    bool isAnew = false; ///< the user wants it read again: an answer that was kept will not do
    bool operator==(const SecondReader&) const = default;
};

/// As before anything was asked; the numbers of its jobs go on.
void forgetAnswers(SecondReader& reader);

/// The operating point whose rule is in force; null where the model names none.
const OperatingPoint* operatingPoint(const SecondReader& reader);

} // namespace hemo
