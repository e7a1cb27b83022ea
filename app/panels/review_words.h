#pragma once

#include "core/reading/review.h"

#include <QString>

namespace hemo::ui {

/// "Accepted", "Rejected", "Unsure".
QString decisionText(Decision decision);
/// "Calcification", "Vein or sinus"; empty of none.
QString reasonText(RejectReason reason);
/// "Rejected: calcification · beside the choroid"; empty where nothing was decided.
QString reviewText(const FindingReview* review);

} // namespace hemo::ui
