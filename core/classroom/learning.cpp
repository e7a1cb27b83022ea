#include "core/classroom/learning.h"

#include "core/median.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace hemo {
namespace {

using nlohmann::json;

constexpr std::int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr std::array kWaits{10 * kMinute, kDay, 3 * kDay, 7 * kDay, 30 * kDay};

json orNull(const std::optional<bool>& value) {
    return value ? json(*value) : json();
}

std::optional<bool> flagIn(const json& j, const char* key) {
    const json& value = j.at(key);
    return value.is_null() ? std::nullopt : std::optional(value.get<bool>());
}

json jsonOf(const CaseScore& score) {
    return {{"answer", score.isAnswerRight},
            {"choice", orNull(score.isChoiceRight)},
            {"kinds", orNull(score.areKindsRight)},
            {"places_found", score.placesFound},
            {"places", score.places},
            {"places_too_many", score.placesTooMany}};
}

CaseScore scoreIn(const json& j) {
    return {j.at("answer").get<bool>(),      flagIn(j, "choice"),       flagIn(j, "kinds"),
            j.at("places_found").get<int>(), j.at("places").get<int>(), j.at("places_too_many").get<int>()};
}

Learned learnedIn(const json& j) {
    Learned one;
    one.box = std::clamp(j.at("box").get<int>(), 0, static_cast<int>(kWaits.size()) - 1);
    one.readAt = j.at("read_at").get<std::int64_t>();
    one.times = j.at("times").get<int>();
    one.score = scoreIn(j.at("score"));
    one.seconds = j.at("seconds").get<double>();
    return one;
}

void add(RoundSummary& summary, const CaseScore& score) {
    ++summary.read;
    summary.answersRight += score.isAnswerRight ? 1 : 0;
    summary.choices += score.isChoiceRight ? 1 : 0;
    summary.choicesRight += score.isChoiceRight.value_or(false) ? 1 : 0;
    summary.kinds += score.areKindsRight ? 1 : 0;
    summary.kindsRight += score.areKindsRight.value_or(false) ? 1 : 0;
    summary.places += score.places;
    summary.placesFound += score.placesFound;
    summary.placesTooMany += score.placesTooMany;
}

} // namespace

Learned learned(const Learned& before, const CaseScore& score, double seconds, std::int64_t now) {
    const int last = static_cast<int>(kWaits.size()) - 1;
    const bool isFirst = before.times == 0;
    const int box = !isAllRight(score) ? 0 : isFirst ? 1 : std::min(before.box + 1, last);
    return {box, now, before.times + 1, score, seconds};
}

std::int64_t dueAt(const Learned& learned) {
    return learned.readAt + kWaits[static_cast<std::size_t>(learned.box)];
}

std::optional<std::size_t> nextCase(const CaseCollection& collection, const Progress& progress,
                                    std::int64_t now, std::optional<std::size_t> passedOver) {
    std::optional<std::size_t> isNew, isDue;
    const std::size_t count = collection.cases.size(), first = passedOver ? *passedOver + 1 : 0;
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t n = (first + step) % count;
        if (n == passedOver) continue;
        const auto known = progress.find(collection.cases[n].series);
        if (known == progress.end()) {
            if (!isNew) isNew = n;
        } else if (!isDue && dueAt(known->second) <= now) {
            isDue = n;
        }
    }
    if (isDue) return isDue;
    return isNew ? isNew : passedOver;
}

RoundSummary summaryOf(const CaseCollection& collection, const Progress& progress) {
    RoundSummary summary;
    summary.cases = static_cast<int>(collection.cases.size());
    std::vector<double> seconds;
    for (const TeachingCase& each : collection.cases) {
        const auto known = progress.find(each.series);
        if (known == progress.end()) continue;
        add(summary, known->second.score);
        seconds.push_back(known->second.seconds);
    }
    summary.medianSeconds = median(seconds);
    return summary;
}

std::string progressJson(const Progress& progress) {
    json j = json::object();
    for (const auto& [series, one] : progress)
        j[series] = {{"box", one.box},
                     {"read_at", one.readAt},
                     {"times", one.times},
                     {"seconds", one.seconds},
                     {"score", jsonOf(one.score)}};
    return j.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

Progress parseProgress(std::string_view text) {
    Progress progress;
    const json whole = json::parse(text, nullptr, false);
    if (!whole.is_object()) return progress;
    for (const auto& [series, one] : whole.items()) {
        try {
            progress.emplace(series, learnedIn(one));
        } catch (const json::exception&) { // of another version, or damaged
        }
    }
    return progress;
}

} // namespace hemo
