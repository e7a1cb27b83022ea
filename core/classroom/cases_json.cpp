#include "core/classroom/cases_json.h"

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

CaseTruth truthIn(const json& j) {
    const auto isBleed = j.find("bleed");
    if (isBleed == j.end() || !isBleed->is_boolean()) throw Wrong{"bleed"};
    CaseTruth truth{isBleed->get<bool>(), kindsIn(j), placesIn(j)};
    if (!truth.isBleed && !truth.kinds.empty()) throw Wrong{"kinds"};
    if (truth.isBleed == truth.places.empty())
        throw Wrong{"places"}; // each bleed is somewhere, none is nowhere
    return truth;
}

int levelIn(const json& j) {
    const auto found = j.find("level");
    if (found == j.end()) return 1;
    const int level = found->is_number_integer() ? found->get<int>() : 0;
    if (level < 1 || level > kMostCaseLevel) throw Wrong{"level"};
    return level;
}

TeachingCase caseIn(const json& j) {
    if (!j.is_object()) throw Wrong{"title"};
    TeachingCase made;
    made.title = textIn(j, "title");
    made.series = seriesIn(j);
    made.question = textIn(j, "question");
    made.choices = textsIn(j, "choices");
    if (std::set(made.choices.begin(), made.choices.end()).size() != made.choices.size())
        throw Wrong{"choices"};
    made.rightChoice = rightChoiceIn(j, made.choices);
    made.truth = truthIn(j);
    made.teachingPoints = textsIn(j, "teaching_points");
    made.keyImages = keyImagesIn(j);
    made.level = levelIn(j);
    made.licence = textIn(j, "licence");
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
    std::set<std::string> series;
    for (const json& each : list) {
        const int number = static_cast<int>(cases.size()) + 1;
        try {
            cases.push_back(caseIn(each));
        } catch (const Wrong& wrong) {
            return fail(ErrorCode::Damaged, say("lesson.field", number, wrong.field));
        }
        if (!series.insert(cases.back().series).second)
            return fail(ErrorCode::Damaged, say("lesson.series_twice", number));
    }
    return cases;
}

} // namespace

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
