#include "core/classroom/cases_json.h"

#include "core/words/lists.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace hemo {
namespace {

using nlohmann::json;

/// The field that is wrong.
struct Wrong {
    const char* field;
};

/// What is wrong in the fields of a case, field by field: the others are looked at all the same.
struct Faults {
    int number; ///< of the case
    std::vector<CaseFault> all;

    template <class Take> void take(Take take) {
        try {
            take();
        } catch (const Wrong& wrong) {
            all.push_back({CaseFault::What::Field, number, wrong.field});
        }
    }
};

std::string textIn(const json& j, const char* field) {
    const auto found = j.find(field);
    if (found == j.end() || !found->is_string() || found->get<std::string>().empty()) throw Wrong{field};
    return found->get<std::string>();
}

std::vector<std::string> textsIn(const json& j, const char* field) {
    std::vector<std::string> texts;
    const auto found = j.find(field);
    if (found == j.end()) return texts;
    if (!found->is_array()) throw Wrong{field};
    for (const json& each : *found) {
        if (!each.is_string() || each.get<std::string>().empty()) throw Wrong{field};
        texts.push_back(each.get<std::string>());
    }
    return texts;
}

/// A folder within the collection: never a way out of it.
std::string seriesIn(const json& j) {
    std::string series = textIn(j, "series");
    const std::filesystem::path path(series);
    const bool leavesIt = std::ranges::find(path, std::filesystem::path("..")) != path.end();
    if (path.is_absolute() || leavesIt) throw Wrong{"series"};
    return series;
}

std::vector<std::string> choicesIn(const json& j) {
    std::vector<std::string> choices = textsIn(j, "choices");
    if (std::set(choices.begin(), choices.end()).size() != choices.size()) throw Wrong{"choices"};
    return choices;
}

std::optional<std::size_t> rightChoiceIn(const json& j, const std::vector<std::string>& choices) {
    if (choices.empty()) return std::nullopt;
    const auto right = std::ranges::find(choices, textIn(j, "right_choice"));
    if (right == choices.end()) throw Wrong{"right_choice"};
    return static_cast<std::size_t>(right - choices.begin());
}

std::vector<BleedType> kindsIn(const json& j) {
    std::vector<BleedType> kinds;
    for (const std::string& name : textsIn(j, "kinds")) {
        const auto kind = std::ranges::find(kBleedTypes, name, bleedTypeName);
        if (kind == kBleedTypes.end() || *kind == BleedType::Any) throw Wrong{"kinds"};
        kinds.push_back(*kind);
    }
    return kinds;
}

PatientPoint pointIn(const json& j, const char* field) {
    const bool isPoint =
        j.is_array() && j.size() == 3 && std::ranges::all_of(j, [](const json& n) { return n.is_number(); });
    if (!isPoint) throw Wrong{field};
    return {j[0].get<double>(), j[1].get<double>(), j[2].get<double>()};
}

std::vector<BleedPlace> placesIn(const json& j) {
    std::vector<BleedPlace> places;
    const auto found = j.find("places");
    if (found == j.end()) return places;
    if (!found->is_array()) throw Wrong{"places"};
    for (const json& each : *found) {
        if (!each.is_array() || each.empty()) throw Wrong{"places"};
        places.emplace_back();
        for (const json& point : each)
            places.back().push_back(pointIn(point, "places"));
    }
    return places;
}

std::vector<KeyImage> keyImagesIn(const json& j) {
    constexpr auto kField = "key_images";
    std::vector<KeyImage> images;
    const auto found = j.find(kField);
    if (found == j.end()) return images;
    if (!found->is_array()) throw Wrong{kField};
    for (const json& each : *found) {
        const json text = each.is_object() ? each.value("text", json("")) : json();
        if (!text.is_string()) throw Wrong{kField};
        images.push_back({pointIn(each.value("place", json()), kField), text.get<std::string>()});
    }
    return images;
}

bool isBleedIn(const json& j) {
    const auto isBleed = j.find("bleed");
    if (isBleed == j.end() || !isBleed->is_boolean()) throw Wrong{"bleed"};
    return isBleed->get<bool>();
}

CaseTruth truthIn(const json& j, Faults& faults) {
    CaseTruth truth;
    const std::size_t before = faults.all.size();
    faults.take([&] { truth.isBleed = isBleedIn(j); });
    faults.take([&] { truth.kinds = kindsIn(j); });
    faults.take([&] { truth.places = placesIn(j); });
    if (faults.all.size() > before) return truth; // whether they fit each other cannot be told
    faults.take([&] {
        if (!truth.isBleed && !truth.kinds.empty()) throw Wrong{"kinds"};
        if (truth.isBleed == truth.places.empty())
            throw Wrong{"places"}; // each bleed is somewhere, none is nowhere
    });
    return truth;
}

int levelIn(const json& j) {
    const auto found = j.find("level");
    if (found == j.end()) return 1;
    const int level = found->is_number_integer() ? found->get<int>() : 0;
    if (level < 1 || level > kMostCaseLevel) throw Wrong{"level"};
    return level;
}

TeachingCase caseIn(const json& j, Faults& faults) {
    TeachingCase made;
    if (!j.is_object()) {
        faults.take([] { throw Wrong{"title"}; });
        return made;
    }
    faults.take([&] { made.title = textIn(j, "title"); });
    faults.take([&] { made.series = seriesIn(j); });
    faults.take([&] { made.question = textIn(j, "question"); });
    faults.take([&] { made.choices = choicesIn(j); });
    faults.take([&] { made.rightChoice = rightChoiceIn(j, made.choices); });
    made.truth = truthIn(j, faults);
    faults.take([&] { made.teachingPoints = textsIn(j, "teaching_points"); });
    faults.take([&] { made.keyImages = keyImagesIn(j); });
    faults.take([&] { made.level = levelIn(j); });
    faults.take([&] { made.licence = textIn(j, "licence"); });
    return made;
}

json jsonOf(const TeachingCase& each) {
    json j{{"title", each.title},         {"series", each.series}, {"question", each.question},
           {"bleed", each.truth.isBleed}, {"level", each.level},   {"licence", each.licence}};
    if (each.rightChoice) {
        j["choices"] = each.choices;
        j["right_choice"] = each.choices[*each.rightChoice];
    }
    for (const BleedType kind : each.truth.kinds)
        j["kinds"].push_back(bleedTypeName(kind));
    for (const BleedPlace& place : each.truth.places) {
        json points;
        for (const PatientPoint p : place)
            points.push_back({p.x, p.y, p.z});
        j["places"].push_back(std::move(points));
    }
    if (!each.teachingPoints.empty()) j["teaching_points"] = each.teachingPoints;
    for (const KeyImage& image : each.keyImages)
        j["key_images"].push_back(
            {{"place", {image.place.x, image.place.y, image.place.z}}, {"text", image.text}});
    return j;
}

Result<std::vector<TeachingCase>> allCasesIn(const json& list) {
    std::vector<TeachingCase> cases;
    std::vector<CaseFault> all;
    std::set<std::string> series;
    for (const json& each : list) {
        Faults faults{static_cast<int>(cases.size()) + 1, {}};
        cases.push_back(caseIn(each, faults));
        const std::string& own = cases.back().series;
        if (!own.empty() && !series.insert(own).second)
            faults.all.push_back({CaseFault::What::SeriesTwice, faults.number, {}});
        all.insert(all.end(), faults.all.begin(), faults.all.end());
    }
    if (!all.empty()) return fail(ErrorCode::Damaged, textOf(all));
    return cases;
}

/// As a whole sentence.
Message sentenceOf(const CaseFault& fault) {
    switch (fault.what) {
    case CaseFault::What::Field:
        return say("lesson.field", fault.number, fault.field);
    case CaseFault::What::SeriesTwice:
        return say("lesson.series_twice", fault.number);
    case CaseFault::What::SeriesGone:
        break;
    }
    return say("lesson.series_gone", fault.number);
}

/// As one of several.
Message partOf(const CaseFault& fault) {
    switch (fault.what) {
    case CaseFault::What::Field:
        return say("lesson.fault_field", fault.number, fault.field);
    case CaseFault::What::SeriesTwice:
        return say("lesson.fault_series_twice", fault.number);
    case CaseFault::What::SeriesGone:
        break;
    }
    return say("lesson.fault_series_gone", fault.number);
}

} // namespace

Message textOf(std::span<const CaseFault> faults) {
    constexpr std::size_t kMostTold = 10;
    if (faults.size() == 1) return sentenceOf(faults.front());
    std::vector<Message> parts;
    for (const CaseFault& fault : faults.first(std::min(kMostTold, faults.size())))
        parts.push_back(partOf(fault));
    Message told = faults.size() <= kMostTold
                       ? withAnd(std::move(parts))
                       : say("left_out.and_more", withCommas(std::move(parts)), faults.size() - kMostTold);
    return say("lesson.faults", faults.size(), std::move(told));
}

Result<CaseCollection> parseCases(std::string_view text) {
    const json whole = json::parse(text, nullptr, false);
    if (!whole.is_object()) return fail(ErrorCode::Damaged, say("lesson.no_json"));
    const auto title = whole.find("title"), list = whole.find("cases");
    if (title == whole.end() || !title->is_string() || list == whole.end() || !list->is_array() ||
        list->empty())
        return fail(ErrorCode::Damaged, say("lesson.nothing"));
    auto cases = allCasesIn(*list);
    if (!cases) return tl::unexpected(cases.error());
    return CaseCollection{title->get<std::string>(), std::move(*cases)};
}

std::string casesJson(const CaseCollection& collection) {
    json j{{"title", collection.title}, {"cases", json::array()}};
    for (const TeachingCase& each : collection.cases)
        j["cases"].push_back(jsonOf(each));
    return j.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

} // namespace hemo
