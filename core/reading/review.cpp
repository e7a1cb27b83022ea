#include "core/reading/review.h"

#include <algorithm>

namespace hemo {
namespace {

bool isOf(const FindingReview& review, const Finding& finding) {
    constexpr double kSameMm = 5; // another rule may move the middle of what is outlined a little
    if (review.place && finding.place) return length(*review.place - *finding.place) < kSameMm;
    return review.slice == finding.mostTellingSlice;
}

/// The entry of a finding; a new one, unsure, where there is none.
FindingReview& entryOf(Review& review, const Finding& finding) {
    const auto it =
        std::ranges::find_if(review.findings, [&](const FindingReview& each) { return isOf(each, finding); });
    if (it != review.findings.end()) return *it;
    FindingReview& entry = review.findings.emplace_back();
    entry.slice = finding.mostTellingSlice;
    entry.place = finding.place;
    return entry;
}

} // namespace

const FindingReview* reviewOf(const Review& review, const Finding& finding) {
    const auto it =
        std::ranges::find_if(review.findings, [&](const FindingReview& each) { return isOf(each, finding); });
    return it == review.findings.end() ? nullptr : &*it;
}

bool isRejected(const Review& review, const Finding& finding) {
    const FindingReview* own = reviewOf(review, finding);
    return own && own->decision == Decision::Rejected;
}

Review decided(Review review, const Finding& finding, Decision decision) {
    if (const FindingReview* was = reviewOf(review, finding); was && was->decision == decision) {
        std::erase_if(review.findings, [&](const FindingReview& each) { return isOf(each, finding); });
        return review;
    }
    FindingReview& entry = entryOf(review, finding);
    entry.decision = decision;
    if (decision != Decision::Rejected) entry.reason = RejectReason::None;
    return review;
}

Review rejectedFor(Review review, const Finding& finding, RejectReason reason) {
    FindingReview& entry = entryOf(review, finding);
    entry.decision = Decision::Rejected;
    entry.reason = reason;
    return review;
}

Review commented(Review review, const Finding& finding, std::string comment) {
    entryOf(review, finding).comment = std::move(comment);
    return review;
}

} // namespace hemo
