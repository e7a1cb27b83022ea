#pragma once

#include "core/classify/verdict/model_info.h"

#include <QString>

namespace hemo::ui {

/// What the rule in force is worth, as it was measured; each is empty where it was not.
struct WorthWords {
    QString finds;  ///< "Finds about 8 of 10 bleeds."
    QString alarms; ///< "False alarm in fewer than 1 of 10 patients without a bleed."
    QString exact;  ///< both as they were measured, with their intervals
    bool operator==(const WorthWords&) const = default;
};
WorthWords worthWords(const OperatingPoint& point);

/// Whether anybody knows how often a model with these rules is wrong.
bool isMeasured(const std::vector<OperatingPoint>& points);

/// "Balanced", "Screening".
QString operatingPointText(const std::string& name);

} // namespace hemo::ui
