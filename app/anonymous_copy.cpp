#include "app/anonymous_copy.h"

#include <QRandomGenerator>
#include <QUuid>

#include <utility>

namespace hemo::ui {

imaging::SeriesTags anonymousTags(std::string name, std::string id, std::string description) {
    imaging::SeriesTags tags;
    tags.studyDescription = name;
    tags.patientName = std::move(name);
    tags.patientId = std::move(id);
    tags.seriesDescription = std::move(description);
    tags.studyDate = "19000101";
    tags.studyTime = "000000";
    tags.manufacturer = "Hemoscope";
    return tags;
}

std::string freshUid() {
    return "2.25." + std::to_string(QRandomGenerator64::securelySeeded().generate());
}

std::string freshName() {
    constexpr int kLetters = 12;
    return QUuid::createUuid().toString(QUuid::Id128).left(kLetters).toStdString();
}

} // namespace hemo::ui
