#pragma once

#include "core/classify/findings/findings.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// What the reader thinks of one of the second reader's findings.
struct FindingReview {
    enum class Decision { Accepted, Rejected, Unsure };
    enum class Reason { None, Calcification, Artefact, BeamHardening, VeinOrSinus, Old, Other };
    int slice = 0;                     ///< which finding: its most telling slice,
    std::optional<PatientPoint> place; ///< and its place, LPS mm; none where it has none
    Decision decision = Decision::Unsure;
    Reason reason = Reason::None;
    std::string comment; ///< the reader's own words, UTF-8
    bool operator==(const FindingReview&) const = default;
};
using Decision = FindingReview::Decision;
using RejectReason = FindingReview::Reason;
/// The short list to choose from.
inline constexpr std::array kRejectReasons{RejectReason::Calcification, RejectReason::Artefact,
                                           RejectReason::BeamHardening, RejectReason::VeinOrSinus,
                                           RejectReason::Old,           RejectReason::Other};

/// A bleed that the reader has found.
struct OwnFinding {
    PatientPoint place; ///< LPS mm
    bool operator==(const OwnFinding&) const = default;
};

/// What the reader has to say of the second reader's findings, and adds to them. Plain value; any thread.
struct Review {
    std::vector<FindingReview> findings; ///< of those that were decided on
    std::vector<OwnFinding> own;
    bool operator==(const Review&) const = default;
};

/// What was decided on a finding, also one that another rule has made a little larger; null: nothing yet.
const FindingReview* reviewOf(const Review& review, const Finding& finding);
bool isRejected(const Review& review, const Finding& finding);
/// With that decision. The same one again takes it back, with its reason and its comment.
Review decided(Review review, const Finding& finding, Decision decision);
/// Rejects it for that reason.
Review rejectedFor(Review review, const Finding& finding, RejectReason reason);
/// Of a finding that nothing was decided on: unsure, with those words.
Review commented(Review review, const Finding& finding, std::string comment);

} // namespace hemo
