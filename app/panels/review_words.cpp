#include "app/panels/review_words.h"

#include "viewer/widgets/tr.h"

namespace hemo::ui {
QString decisionText(Decision decision) {
    switch (decision) {
    case Decision::Accepted:
        return tr("Accepted");
    case Decision::Rejected:
        return tr("Rejected");
    case Decision::Unsure:
        return tr("Unsure");
    }
    return {};
}

QString reasonText(RejectReason reason) {
    switch (reason) {
    case RejectReason::None:
        return {};
    case RejectReason::Calcification:
        return tr("Calcification");
    case RejectReason::Artefact:
        return tr("Artefact");
    case RejectReason::BeamHardening:
        return tr("Beam hardening");
    case RejectReason::VeinOrSinus:
        return tr("Vein or sinus");
    case RejectReason::Old:
        return tr("Old");
    case RejectReason::Other:
        return tr("Other");
    }
    return {};
}

QString reviewText(const FindingReview* review) {
    if (!review) return {};
    const QString reason = reasonText(review->reason).toLower();
    QString text = decisionText(review->decision);
    if (!reason.isEmpty()) text = tr("%1: %2").arg(text, reason);
    if (!review->comment.empty()) text += QStringLiteral(" · ") + QString::fromStdString(review->comment);
    return text;
}

} // namespace hemo::ui
