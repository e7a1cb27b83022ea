#pragma once

#include "ml/training/data/picture_set.h"
#include "ml/training/report/answers.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// Whom a run or a measurement holds out.
struct HeldOut {
    bool isOwnData = false;
    std::optional<int> fold;
    bool isOtherSetToo = false; ///< all of a data set that does not teach
    std::string patients;       ///< see `patientsHash`
    bool isNobody() const { return !fold && !isOtherSetToo; }
};

/// Tells a group of patients from another, and names nobody: SHA-256 over their data sets and ids in order.
std::string patientsHash(const std::vector<const Patient*>& patients);
std::string patientsHash(const std::vector<PatientAnswers>& patients);

/// Whether any of those who are held out has taught a model, or one that it began with, as far as its folder
/// says. The folds of the public sets are always the same; a hospital's own change with its manifest.
bool hasLearnedFrom(const std::filesystem::path& modelFolder, const HeldOut& heldOut);

} // namespace hemo::ml
