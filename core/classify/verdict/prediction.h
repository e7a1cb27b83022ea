#pragma once

#include "core/classify/verdict/explanation.h"
#include "core/image/probability_map.h"
#include "core/words/message.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// Order of the network's six outputs, everywhere.
enum class BleedType { Any, Epidural, Intraparenchymal, Intraventricular, Subarachnoid, Subdural };
inline constexpr std::array kBleedTypes{
    BleedType::Any,          BleedType::Epidural, BleedType::Intraparenchymal, BleedType::Intraventricular,
    BleedType::Subarachnoid, BleedType::Subdural};
/// "any", "epidural", ... as in the JSON output and in model.json.
std::string_view bleedTypeName(BleedType type);

/// Calibrated probabilities 0..1 of one slice.
struct SlicePrediction {
    int slice = 0; ///< index into the volume's slices
    std::array<double, 6> p{};
    bool namesSubtypes = true; ///< false: only any() is known, and nothing else of `p` may be shown or used
    double share = 1;          ///< for how many slices the rule takes it (slice_share.h), at most one
    double any() const { return p[0]; }
    double operator[](BleedType f) const { return p[static_cast<std::size_t>(f)]; }
    bool operator==(const SlicePrediction&) const = default;
};

/// The patient rule of Cortés-Ferre et al. 2023: positive when at least k slices have p(any) > threshold. It
/// counts slices of 5 mm. Thinner ones count by their share, and are enough where a stack of 5 mm would more
/// likely than not show k of them: from k - 0.5 on.
struct PatientRule {
    int k = 2;
    double threshold = 0.5;
    bool operator==(const PatientRule&) const = default;
};

enum class Answer { Suspected, NoneSeen, CannotAssess };
/// "suspected", "none seen", "cannot assess".
std::string_view answerName(Answer answer);

struct Verdict {
    Answer answer = Answer::CannotAssess;
    double score = 0; ///< the p(any) that enough slices reach, the k-th largest of 5 mm, of too few the
                      ///< largest; 0: cannot be assessed
    int slicesOverThreshold = 0;
    Message reason; ///< one sentence: why it cannot be assessed; else the rule in words
    /// Why what was not seen cannot be excluded; empty where it can. What was found stands nonetheless.
    Message notExcluded{};
    Message caution{}; ///< what to know of the scan beside the answer; empty where there is nothing
    /// False: these are not the values of a head CT, so nothing is claimed of any slice either.
    bool judgesSlices = false;
    bool operator==(const Verdict&) const = default;
};

/// Fewer slices than this say too little about a patient.
inline constexpr int kFewestSlices = 5;

/// What the slices over the threshold amount to.
struct OverThreshold {
    int slices = 0;
    double mm = 0; ///< of slices of 5 mm, each 5
};
OverThreshold overThreshold(const std::vector<SlicePrediction>& slices, double threshold);
/// From what OverThreshold::mm on a patient is positive.
double suspectedFromMm(const PatientRule& rule);
/// Whether any k slices are enough. Else the rule must be told in millimetres.
bool areEnough(int k, const std::vector<SlicePrediction>& slices);

/// Applies the rule to a scan. `notExcluded`: what keeps it from excluding a bleed, such as slices that are
/// missing; fewer than kFewestSlices slices (or than k) do as well, and of those any one over the threshold
/// is suspected. Detection and exclusion are two questions: where nothing is suspected and nothing can be
/// excluded, the scan cannot be assessed.
Verdict judge(const std::vector<SlicePrediction>& read, const PatientRule& rule, Message notExcluded = {});

/// Who answered, so that a number can be traced.
struct Provenance {
    std::string modelId;
    std::string weightsSha256;
    PatientRule rule;
    std::string device;                              ///< "CPU, 2 threads" or the GPU's name
    double seconds = 0;                              ///< classification of the whole scan, wall clock
    std::string seriesInstanceUid;                   ///< the only series it may be shown on
    Explanation explanation = Explanation::Evidence; ///< how the heat was made
    bool operator==(const Provenance&) const = default;
};

/// The second reader's whole answer to one series. Never changes once made.
struct Prediction {
    std::vector<SlicePrediction> slices; ///< in order of position, one a slice of the volume
    ProbabilityMap heat;                 ///< for "any", made by provenance.explanation
    Verdict verdict;
    Provenance provenance;
    bool operator==(const Prediction&) const = default;
};

using PredictionPtr = std::shared_ptr<const Prediction>;

/// The same slices judged by another rule, without reading them again. Where nothing was claimed nothing is.
Prediction judgedBy(const Prediction& prediction, const PatientRule& rule);

/// One a slice: over the threshold, in a scan whose slices were judged. No other slice is shown as suspicious
/// or with heat.
std::vector<bool> suspiciousSlices(const Prediction& prediction);

} // namespace hemo
