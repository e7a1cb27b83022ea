#pragma once

#include "core/result.h"
#include "ml/training/report/cross_fit.h"
#include "ml/training/report/curves.h"
#include "ml/training/report/reliability.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hemo::ml {

inline constexpr std::array kPrevalences{0.10, 0.20, 0.50};

inline constexpr auto kAllGroups = "all"; ///< name of the group of all sources together

/// What a rule gives on a group of patients.
struct RuleFigures {
    std::optional<Estimate> sensitivity, specificity, accuracy;
    std::optional<Estimate> sliceSensitivity, sliceSpecificity; ///< at the rule's threshold
    struct Predictive {
        double prevalence = 0;
        Estimate positive, negative; ///< bounds: with sensitivity and specificity both at theirs
    };
    std::vector<Predictive> predictive; ///< none where sensitivity or specificity is missing
};

/// One source's patients, or all.
struct GroupFigures {
    std::string name; ///< the source's, or "all"
    int patients = 0, positivePatients = 0, slices = 0, positiveSlices = 0;
    struct OfBleedType {
        int slices = 0, positiveSlices = 0, positivePatients = 0;
        std::optional<Estimate> sliceAuc, brier, calibrationError;
    };
    std::array<OfBleedType, 6> findings{};                               ///< in the order of BleedType
    std::array<std::optional<Estimate>, kMostSlicesOfRule> patientAuc{}; ///< k = 1, 2, 3
    std::vector<ReliabilityBin> reliability;                             ///< of "any"
    std::optional<RocCurve> sliceRoc;
    std::array<std::optional<RocCurve>, kMostSlicesOfRule> patientRoc{};
    std::array<RuleFigures, kRuleKinds.size()> rules{}; ///< in the order of RuleKind
};

/// Positive patients of one kind: a size or a subtype.
struct SubgroupFigures {
    std::string source, name;
    int patients = 0, slices = 0;
    std::array<std::optional<Estimate>, kRuleKinds.size()> found{}; ///< share of the patients
    std::array<std::optional<Estimate>, kRuleKinds.size()> slicesFound{};
};

/// A patient that a rule got wrong.
struct Misread {
    RuleKind rule = RuleKind::Balanced;
    std::string source, patient;
    int fold = 0, slices = 0;
    bool isMissed = false; ///< else falsely flagged
    double score = 0, threshold = 0;
    int k = 0;
    int slice =
        0; ///< index; of a missed patient the bleeding slice, of a flagged one the slice, read highest
    double sliceProbability = 0;
    std::string subtypes; ///< of that slice, as labelled
};

/// Who gave the answers: in each fold a network that has not seen its patients, or in all of them one that
/// has seen nobody. Then what one network ranks is ranked as it does, and only what was fitted is of the
/// other folds.
enum class Networks { OnePerFold, OneForAll };

/// Everything that cross-validation says.
struct Report {
    Networks networks = Networks::OnePerFold;
    int folds = 0, resamples = 0;
    std::uint32_t seed = 0;
    bool hasSingleSlices = false;     ///< some of the answers are of slices without their scan
    std::vector<GroupFigures> groups; ///< each source, then "all" where there are several
    std::vector<SubgroupFigures> sizes, subtypes;
    std::vector<Misread> misread;
    std::vector<Reading> foldReadings;
    Reading finalReading; ///< of all out-of-fold answers: what is shipped
};

/// Answers must be out of fold, from two folds at least. Fails: Unsupported.
Result<Report> makeReport(const std::vector<PatientAnswers>& answers, int resampleCount, std::uint32_t seed,
                          Networks networks = Networks::OnePerFold);

} // namespace hemo::ml
