#include "ml/training/measure/held_out.h"

#include "ml/reader/model/sha256.h"
#include "ml/training/data/model_description.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace hemo::ml {
namespace {

using nlohmann::ordered_json;

std::string hashOf(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    std::string all;
    for (const std::string& name : names)
        all += name + '\n';
    return sha256Hex(std::as_bytes(std::span(all)));
}

bool hasLearnedFrom(const ordered_json& training, const HeldOut& heldOut) {
    if (isTaughtByOwnData(training) != heldOut.isOwnData) return false;
    if (heldOut.isOtherSetToo) return true;
    if (training.value("held_out_fold", ordered_json()) != ordered_json(*heldOut.fold)) return true;
    const auto patients = training.find("held_out_patients");
    return heldOut.isOwnData && patients != training.end() && *patients != heldOut.patients;
}

} // namespace

std::string patientsHash(const std::vector<const Patient*>& patients) {
    std::vector<std::string> names;
    for (const Patient* p : patients)
        names.push_back(p->dataSetName() + '/' + p->id);
    return hashOf(std::move(names));
}

std::string patientsHash(const std::vector<PatientAnswers>& patients) {
    std::vector<std::string> names;
    for (const PatientAnswers& p : patients)
        names.push_back(p.source + '/' + p.id);
    return hashOf(std::move(names));
}

bool hasLearnedFrom(const std::filesystem::path& modelFolder, const HeldOut& heldOut) {
    if (heldOut.isNobody()) return false;
    ordered_json model = loadDescription(modelFolder);
    while (model.is_object()) {
        const ordered_json training = model.value("training", ordered_json::object());
        if (!training.is_object()) return false;
        if (hasLearnedFrom(training, heldOut)) return true;
        model = training.value("begins_with", ordered_json());
    }
    return false;
}

} // namespace hemo::ml
