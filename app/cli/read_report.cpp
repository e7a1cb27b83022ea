#include "app/cli/read_report.h"

#include "core/classify/verdict/slice_share.h"
#include "core/study/simulated.h"
#include "core/words/message_json.h"

#include <nlohmann/json.hpp>

namespace hemo {
namespace {

using Json = nlohmann::ordered_json;

std::string idOf(const Message& message) {
    return std::string(message.id.text());
}

/// What the network answers, as it answers it: a kind may come out likelier than any, which the window never
/// shows (shown_p.h). Subtypes only where it names them.
Json probabilities(const SlicePrediction& slice) {
    Json p = Json::object();
    for (const BleedType f : kBleedTypes)
        if (f == BleedType::Any || slice.namesSubtypes) p[std::string(bleedTypeName(f))] = slice[f];
    return p;
}

/// Slices are counted from 1, as the window and the overlays' file names do. What is not known is null: sides
/// and places where nobody knows the directions, millimetres without lengths, a volume where HU do not allow
/// it.
Json findingJson(const Finding& finding, const SeriesInfo& info) {
    const bool hasPlace = info.areDirectionsKnown && info.areLengthsKnown;
    Json place, sides, volume, isWhole, overBlood, kind, shape;
    if (hasPlace && finding.place)
        place = {{"left", finding.place->x}, {"posterior", finding.place->y}, {"superior", finding.place->z}};
    if (!finding.sides.empty() && info.areDirectionsKnown)
        for (const FindingSide side : finding.sides)
            sides.push_back(sideName(side));
    if (finding.outline) {
        volume = finding.outline->volumeMl;
        isWhole = finding.outline->isWhole;
    }
    if (finding.overBloodHu) overBlood = *finding.overBloodHu;
    if (finding.kind) kind = bleedTypeName(finding.kind->type);
    if (finding.shape != BleedShape::Unclear) shape = shapeName(finding.shape);
    return {{"first_slice", finding.firstSlice + 1},
            {"last_slice", finding.lastSlice + 1},
            {"most_telling_slice", finding.mostTellingSlice + 1},
            {"kind", std::move(kind)},
            {"shape", std::move(shape)},
            {"largest_p", probabilities(finding.p)},
            {"side", sides.is_null() ? Json() : sides[0]},
            {"sides", std::move(sides)},
            {"place_mm", std::move(place)},
            {"volume_ml", std::move(volume)},
            {"volume_is_whole", std::move(isWhole)},
            {"over_blood_hu", std::move(overBlood)}};
}

Json sliceJson(const SeriesReport& report, std::size_t k, const std::filesystem::path& base) {
    const auto& images = report.info.images;
    std::error_code ignored;
    const auto file = k < images.size() ? std::filesystem::relative(images[k].file, base, ignored)
                                        : std::filesystem::path();
    Json slice = {{"file", file.generic_string()}};
    if (k < images.size() && !images[k].member.empty()) slice["member"] = images[k].member;
    if (k < images.size() && images[k].frame > 0) slice["frame"] = images[k].frame;
    slice["position_mm"] = report.positionsMm[k];
    slice["share"] = report.slices[k].share;
    slice["p"] = probabilities(report.slices[k]);
    return slice;
}

/// Null where nothing is said.
Json sentenceOrNull(const Message& message) {
    return message.empty() ? Json() : Json(english(message));
}

Json seriesJson(const SeriesReport& report, const std::filesystem::path& base) {
    Json warnings = Json::array();
    for (const LoadWarning& w : report.info.warnings)
        warnings.push_back(english(w.text));
    Json warningMessages = Json::array();
    for (const LoadWarning& w : report.info.warnings)
        warningMessages.push_back(Json(messageJson(w.text)));
    Json findings = Json::array();
    for (const Finding& finding : report.findings)
        findings.push_back(findingJson(finding, report.info));
    Json explanation; // null where nothing was read
    if (report.explanation) explanation = explanationId(*report.explanation);
    Json slices = Json::array();
    for (std::size_t k = 0; k < report.slices.size(); ++k)
        slices.push_back(sliceJson(report, k, base));
    return {{"series_uid", report.info.seriesInstanceUid},
            {"id", report.info.id},
            {"description", report.info.description},
            {"directions_known", report.info.areDirectionsKnown},
            {"lengths_known", report.info.areLengthsKnown},
            {"lossy", report.info.isLossy},
            {"simulated", isSimulated(report.info)},
            {"verdict", answerName(report.verdict.answer)},
            {"score", report.verdict.score},
            {"reason", english(report.verdict.reason)},
            {"reason_id", idOf(report.verdict.reason)},
            {"reason_arguments", argumentsJson(report.verdict.reason)},
            {"not_excluded", sentenceOrNull(report.verdict.notExcluded)},
            {"not_excluded_id", idOf(report.verdict.notExcluded)},
            {"not_excluded_arguments", argumentsJson(report.verdict.notExcluded)},
            {"caution", english(report.verdict.caution)},
            {"caution_id", idOf(report.verdict.caution)},
            {"caution_arguments", argumentsJson(report.verdict.caution)},
            {"explanation", std::move(explanation)},
            {"findings", std::move(findings)},
            {"warnings", std::move(warnings)},
            {"warning_messages", std::move(warningMessages)},
            {"seconds", {{"load", report.loadSeconds}, {"classify", report.classifySeconds}}},
            {"slices", std::move(slices)}};
}

} // namespace

std::string reportJson(const ModelInfo& model, const BestSeries& best,
                       const std::vector<SeriesReport>& series, const std::filesystem::path& base) {
    Json all = Json::array();
    for (const SeriesReport& report : series)
        all.push_back(seriesJson(report, base));
    const Json root = {
        {"model", {{"id", model.id}, {"sha256", model.weightsSha256}}},
        {"rule", {{"k", model.rule.k}, {"threshold", model.rule.threshold}, {"slice_mm", kRuleSliceMm}}},
        {"best_series",
         {{"id", best.id},
          {"why", english(best.why)},
          {"why_id", idOf(best.why)},
          {"why_arguments", argumentsJson(best.why)}}},
        {"series", std::move(all)}};
    // Text from a file may be in any encoding: what is not UTF-8 is replaced, never fatal.
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace hemo
