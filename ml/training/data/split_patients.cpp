#include "ml/training/data/split_patients.h"

namespace hemo::ml {

PatientSplit splitPatients(const std::vector<Patient>& patients, std::optional<int> heldOutFold,
                           const std::string& learnsFrom) {
    PatientSplit split;
    for (const Patient& p : patients) {
        const bool isOther = !learnsFrom.empty() && p.dataSetName() != learnsFrom;
        if (isOther || (heldOutFold && p.fold == *heldOutFold))
            split.heldOut.push_back(&p);
        else
            split.learn.push_back(&p);
    }
    return split;
}

} // namespace hemo::ml
