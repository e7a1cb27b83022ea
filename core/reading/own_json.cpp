#include "core/reading/own_json.h"

#include "core/geometry/kept_json.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace hemo {
namespace {

using namespace kept;

constexpr std::array<std::string_view, 3> kAnswers{"bleed", "none", "cannot_tell"};
constexpr std::array<std::string_view, 3> kDecisions{"accepted", "rejected", "unsure"};
constexpr std::array<std::string_view, 7> kReasons{"",     "calcification", "artefact", "beam_hardening",
                                                   "vein", "old",           "other"};

BleedType kindFrom(const json& j) {
    const auto it = std::ranges::find(kBleedTypes, j.get<std::string>(), bleedTypeName);
    if (it == kBleedTypes.end() || *it == BleedType::Any) throw std::out_of_range("kind");
    return *it;
}

FindingReview findingReviewFrom(const json& j) {
    FindingReview review;
    review.slice = j.at("slice").get<int>();
    if (!j.at("place").is_null()) review.place = tripleFrom<PatientPoint>(j.at("place"));
    review.decision = valueOf<Decision>(kDecisions, j.at("decision"));
    review.reason = valueOf<RejectReason>(kReasons, j.at("reason"));
    review.comment = j.at("comment").get<std::string>();
    return review;
}

} // namespace

std::string readerVerdictJson(const ReaderVerdict& verdict) {
    json kinds = json::array(), places = json::array();
    for (const BleedType kind : verdict.kinds)
        kinds.push_back(bleedTypeName(kind));
    for (const PatientPoint place : verdict.places)
        places.push_back(toJson(place));
    return textOf({{"answer", verdict.answer ? json(nameOf(kAnswers, *verdict.answer)) : json()},
                   {"kinds", std::move(kinds)},
                   {"places", std::move(places)},
                   {"confidence", verdict.confidence},
                   {"way", wayName(verdict.way)},
                   {"committed_at", verdict.committedAt}});
}

std::optional<ReaderVerdict> parseReaderVerdict(std::string_view text) {
    return readKept<ReaderVerdict>(text, [](const json& j) -> std::optional<ReaderVerdict> {
        ReaderVerdict verdict;
        verdict.answer = valueOf<ReaderVerdict::Answer>(kAnswers, j.at("answer"));
        for (const json& kind : j.at("kinds"))
            verdict.kinds.push_back(kindFrom(kind));
        std::ranges::sort(verdict.kinds);
        for (const json& place : j.at("places"))
            verdict.places.push_back(tripleFrom<PatientPoint>(place));
        verdict.confidence = j.at("confidence").get<int>();
        verdict.committedAt = j.at("committed_at").get<std::int64_t>();
        const auto way = wayFrom(j.at("way").get<std::string>());
        if (!way || gapIn(verdict) != VerdictGap::Nothing || verdict.confidence < 1 ||
            verdict.confidence > kMostConfidence)
            return std::nullopt;
        verdict.way = *way;
        return verdict;
    });
}

std::string reviewJson(const Review& review) {
    json findings = json::array(), own = json::array();
    for (const FindingReview& each : review.findings)
        findings.push_back({{"slice", each.slice},
                            {"place", each.place ? toJson(*each.place) : json()},
                            {"decision", nameOf(kDecisions, each.decision)},
                            {"reason", nameOf(kReasons, each.reason)},
                            {"comment", each.comment}});
    for (const OwnFinding& each : review.own)
        own.push_back({{"place", toJson(each.place)}});
    return textOf({{"findings", std::move(findings)}, {"own", std::move(own)}});
}

std::optional<Review> parseReview(std::string_view text) {
    return readKept<Review>(text, [](const json& j) -> std::optional<Review> {
        Review review;
        for (const json& each : j.at("findings"))
            review.findings.push_back(findingReviewFrom(each));
        for (const json& each : j.at("own"))
            review.own.push_back({tripleFrom<PatientPoint>(each.at("place"))});
        return review;
    });
}

} // namespace hemo
