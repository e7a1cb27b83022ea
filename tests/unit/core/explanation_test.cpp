#include "core/classify/verdict/explanation.h"
#include "core/classify/verdict/model_info.h"
#include "core/classify/wire/worker_messages.h"
#include "core/image/overlay.h"
#include "tests/unit/core/made_volumes.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace hemo {
namespace {

using namespace testing;

TEST(Explanation, EveryWayHasItsOwnIdAndName) {
    std::set<std::string_view> ids;
    std::set<std::string> names;
    for (const Explanation e : kExplanations) {
        ids.insert(explanationId(e));
        names.insert(english(explanationName(e)));
        EXPECT_EQ(explanationFrom(explanationId(e)), e);
    }
    EXPECT_EQ(ids.size(), kExplanations.size());
    EXPECT_EQ(names.size(), kExplanations.size());
    EXPECT_FALSE(ids.contains(""));
    EXPECT_FALSE(explanationFrom("saliency"));
    EXPECT_FALSE(explanationFrom(""));
}

TEST(Explanation, AModelNamesItsOwnFirstAndOnlyWhatItsNetworkHas) {
    ModelInfo model;
    model.architecture = "efficientdet-lite0";
    EXPECT_EQ(explanationsOf(model).front(), Explanation::Evidence);
    const auto has = [&](Explanation e) {
        const auto all = explanationsOf(model);
        return std::find(all.begin(), all.end(), e) != all.end();
    };
    EXPECT_FALSE(has(Explanation::ClassMap));
    model.hasClassMap = true;
    EXPECT_EQ(explanationsOf(model).front(), Explanation::ClassMap);
    EXPECT_TRUE(has(Explanation::Evidence));
    EXPECT_FALSE(has(Explanation::PaperGradCam));
    model.explanation = Explanation::GradCamP4;
    const auto all = explanationsOf(model);
    EXPECT_EQ(all.front(), Explanation::GradCamP4);
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
    model = {};
    model.architecture = "paper";
    EXPECT_EQ(explanationsOf(model), std::vector{Explanation::PaperGradCam});
}

nlohmann::json modelJson() {
    auto j = nlohmann::json::parse(R"({"id": "a", "terms": "b",
      "network": {"architecture": "efficientdet-lite0", "bifpn_cells": 2, "bifpn_channels": 64},
      "input": {"size": 256, "windows_hu": [[0, 80]]},
      "rule": {"k": 2, "threshold": 0.5}, "weights_sha256": "00"})");
    for (const BleedType f : kBleedTypes)
        j["calibration"][std::string(bleedTypeName(f))] = {{"scale", 1}, {"offset", 0}};
    return j;
}

TEST(Explanation, ModelJsonMayNameOneThatItsNetworkHas) {
    auto j = modelJson();
    ASSERT_TRUE(parseModelInfo(j.dump()));
    EXPECT_FALSE(parseModelInfo(j.dump())->explanation);
    j["explanation"] = "grad-cam-p3";
    EXPECT_EQ(parseModelInfo(j.dump())->explanation, Explanation::GradCamP3);
    for (const char* wrong : {"class-map", "grad-cam-last-block", "saliency", ""}) {
        j["explanation"] = wrong;
        EXPECT_FALSE(parseModelInfo(j.dump())) << wrong;
    }
}

ClassifyRequest made() {
    ClassifyRequest request;
    request.job = 3;
    request.modelFolder = "model";
    request.device = "cpu";
    request.volume = volumeOf(uprightGrid());
    return request;
}

TEST(Explanation, TravelsToTheWorkerAndBack) {
    ClassifyRequest request = made();
    EXPECT_FALSE(requestFromWire(toWire(request))->explanation);
    for (const Explanation e : kExplanations) {
        request.explanation = e;
        const auto came = requestFromWire(toWire(request));
        ASSERT_TRUE(came);
        EXPECT_EQ(came->explanation, e);
        ClassifyDone done;
        done.provenance.explanation = e;
        const auto answer = answerFromWire(toWire(WorkerAnswer{done}));
        ASSERT_TRUE(answer);
        EXPECT_EQ(std::get<ClassifyDone>(*answer), done);
    }
}

TEST(Explanation, AWayThatNobodyKnowsIsNotTakenForAnother) {
    WireMessage message = toWire(made());
    auto j = nlohmann::json::parse(message.json);
    j["explanation"] = "saliency";
    message.json = j.dump();
    EXPECT_EQ(requestFromWire(message).error().code, ErrorCode::Worker);
    message = toWire(WorkerAnswer{ClassifyDone{}});
    j = nlohmann::json::parse(message.json);
    j["explanation"] = "saliency";
    message.json = j.dump();
    EXPECT_EQ(answerFromWire(message).error().code, ErrorCode::Worker);
}

TEST(Explanation, RelativeHeatIsNeverShownOnTheScaleOfLogOdds) {
    OverlayStyle style;
    style.opacity = 0.4;
    EXPECT_EQ(onScaleOf(HeatUnit::LogOdds, style), style);
    const OverlayStyle relative = onScaleOf(HeatUnit::Relative, style);
    EXPECT_EQ(relative.fullLogOdds, 1);
    EXPECT_GT(heatColour(1, relative).a, heatColour(1, style).a);
    EXPECT_EQ(heatColour(0.3f, relative).a, 0);
    EXPECT_EQ(relative.opacity, style.opacity);
}

PredictionPtr explainedBy(Explanation explanation, const Volume& volume) {
    auto prediction = std::make_shared<Prediction>(*predictionOf(volume, std::vector<double>(10, 0.9)));
    prediction->provenance.explanation = explanation;
    return prediction;
}

/// A scan that was read, its heat made by all levels and shown.
AppState readState() {
    AppState s = openState();
    const int job = reader(s).job.number;
    s = reduce(
        s, action::ClassifierReady{
               lead(s).id, job, "model", {}, {2, 0.5}, {}, {Explanation::Evidence, Explanation::GradCamP3}});
    s = classified(s, explainedBy(Explanation::Evidence, *lead(s).volume));
    return reduce(s, action::ShowHeat{true});
}

TEST(Explanation, ChoosingAnotherReadsAgainAndTheHeatComesBack) {
    const AppState before = readState();
    ASSERT_TRUE(before.screen.isHeatShown);
    EXPECT_EQ(select::explanationInUse(before, lead(before)), Explanation::Evidence);
    AppState s = reduce(before, action::ChooseExplanation{Explanation::GradCamP3});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running);
    EXPECT_EQ(reader(s).job.number, reader(before).job.number + 1);
    EXPECT_EQ(s.preferences.explanation, Explanation::GradCamP3);
    EXPECT_FALSE(select::shownPrediction(s, lead(s))); // the old heat is not shown under the new name

    s = classified(s, explainedBy(Explanation::GradCamP3, *lead(s).volume));
    EXPECT_TRUE(s.screen.isHeatShown);
    EXPECT_EQ(select::explanationInUse(s, lead(s)), Explanation::GradCamP3);
}

TEST(Explanation, ChoosingTheOneThatIsShownReadsNothing) {
    const AppState before = readState();
    const AppState s = reduce(before, action::ChooseExplanation{Explanation::Evidence});
    EXPECT_EQ(reader(s).job.number, reader(before).job.number);
    EXPECT_EQ(reader(s).status, SecondReader::Status::Done);
}

TEST(Explanation, ChoosingBeforeAnythingIsReadWaitsForTheNextReading) {
    const AppState s = reduce(AppState{}, action::ChooseExplanation{Explanation::GradCamP4});
    EXPECT_EQ(s.preferences.explanation, Explanation::GradCamP4);
    EXPECT_TRUE(s.readings.empty());
}

} // namespace
} // namespace hemo
