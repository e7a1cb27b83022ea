#pragma once

#include "ml/training/data/picture_set.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// Which patients a run learns from and which it is measured on.
struct PatientSplit {
    std::vector<const Patient*> learn, heldOut;
};

/// Held out: that fold, and where `learnsFrom` names a data set, everybody of another.
PatientSplit splitPatients(const std::vector<Patient>& patients, std::optional<int> heldOutFold,
                           const std::string& learnsFrom = {});

} // namespace hemo::ml
