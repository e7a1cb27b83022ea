#pragma once

#include "core/classify/verdict/explanation.h"
#include "core/classify/verdict/prediction.h"
#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// What becomes 0..1 of a slice.
struct HuWindow {
    double lowHu = 0, highHu = 80;
    bool operator==(const HuWindow&) const = default;
};

/// A measured share with its 95 % interval.
struct Estimate {
    double value = 0, low = 0, high = 1;
    bool operator==(const Estimate&) const = default;
};

/// A rule for patients and what was measured with it.
struct OperatingPoint {
    std::string name; ///< "balanced", "screening"
    PatientRule rule;
    std::optional<Estimate> sensitivity, specificity; ///< none: not measured
    bool operator==(const OperatingPoint&) const = default;
};

/// What a model is known to miss often, by its own card: told where it says that nothing is seen.
enum class KnownMiss { ThinBloodAlongSkull };
/// "thin-blood-along-skull": in model.json.
std::string_view knownMissId(KnownMiss miss);
/// "The second reader often misses thin blood along the skull."
Message knownMissText(KnownMiss miss);

/// What `model.json` in a model folder says, as far as the program needs it.
struct ModelInfo {
    /// Calibration of one output: p = sigmoid(scale * logit + offset).
    struct Calibration {
        double scale = 1, offset = 0;
        bool operator==(const Calibration&) const = default;
    };
    std::string id;           ///< "lite0-288-6"
    std::string architecture; ///< "efficientdet-lite0", "-lite1", "-lite2" or "paper"
    std::string terms;        ///< what the weights may be used for, one sentence
    int inputSize = 256;      ///< pixels a side
    /// A slice is read by itself, its neighbours left out: a channel for each of these.
    std::vector<HuWindow> windows{HuWindow{}};
    /// What the training pictures hold; voxels beyond are set to its ends before they are windowed, because
    /// the network has seen no others.
    std::optional<HuWindow> trainedHu;
    int channels() const { return static_cast<int>(windows.size()); }

    int bifpnCells = 2, bifpnChannels = 64;
    bool hasClassMap = false; ///< the head also answers place by place
    double mapShare = 0;      ///< 0..1: how much of the answer is the class map's pooled logit
    /// The five subtypes are answered too; where false their probabilities are not known and must not be
    /// shown.
    bool namesSubtypes = true;
    std::array<Calibration, 6> calibration{}; ///< in the order of BleedType; only "any" without subtypes
    PatientRule rule;                         ///< the default one
    std::vector<OperatingPoint> operatingPoints;
    std::vector<KnownMiss> knownMisses;
    std::string weightsSha256; ///< of weights.safetensors, checked when it is loaded
    /// How heat is made where nothing else is asked for; none: the first that the network can.
    std::optional<Explanation> explanation;
    bool operator==(const ModelInfo&) const = default;
};

/// The probability that a raw answer stands for.
double probabilityOf(double logit, ModelInfo::Calibration calibration);

/// The ways in which the model's answers can be explained, its own first.
std::vector<Explanation> explanationsOf(const ModelInfo& model);

/// Fails: Model, with the field that is missing or out of range in `detail`.
Result<ModelInfo> parseModelInfo(std::string_view text);

} // namespace hemo
