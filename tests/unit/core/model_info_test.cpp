#include "core/classify/verdict/model_info.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hemo {
namespace {

nlohmann::json goodModel() {
    nlohmann::json calibration;
    for (const BleedType f : kBleedTypes)
        calibration[std::string(bleedTypeName(f))] = {{"scale", 1.5}, {"offset", -0.5}};
    return {{"id", "test-1"},
            {"terms", "For tests."},
            {"network", {{"architecture", "efficientdet-lite0"}, {"bifpn_cells", 2}, {"bifpn_channels", 64}}},
            {"input", {{"size", 256}, {"windows_hu", {{0, 80}}}}},
            {"calibration", calibration},
            {"rule", {{"k", 2}, {"threshold", 0.6}}},
            {"weights_sha256", "00ff"}};
}

TEST(ModelInfo, IsReadFromModelJson) {
    const auto info = parseModelInfo(goodModel().dump());
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_EQ(info->rule, (PatientRule{2, 0.6}));
    EXPECT_EQ(info->inputSize, 256);
    EXPECT_DOUBLE_EQ(info->calibration[3].scale, 1.5);
}

TEST(ModelInfo, EveryMissingFieldIsAnErrorNotACrash) {
    for (const char* field : {"id", "terms", "network", "input", "calibration", "rule", "weights_sha256"}) {
        auto model = goodModel();
        model.erase(field);
        const auto info = parseModelInfo(model.dump());
        ASSERT_FALSE(info) << field;
        EXPECT_EQ(info.error().code, ErrorCode::Model);
    }
}

TEST(ModelInfo, AnOldModelNamesSubtypesAndHasOneRuleAndNoClassMap) {
    const auto info = parseModelInfo(goodModel().dump());
    ASSERT_TRUE(info);
    EXPECT_TRUE(info->namesSubtypes);
    EXPECT_FALSE(info->hasClassMap);
    EXPECT_EQ(info->mapShare, 0);
    EXPECT_EQ(info->windows, (std::vector<HuWindow>{{0, 80}}));
    EXPECT_EQ(info->channels(), 1);
    EXPECT_FALSE(info->trainedHu);
    EXPECT_TRUE(info->operatingPoints.empty());
}

TEST(ModelInfo, SeveralWindowsAreRead) {
    auto model = goodModel();
    model["input"] = {
        {"size", 512}, {"windows_hu", {{0, 80}, {-20, 180}, {-150, 230}}}, {"trained_hu", {-20, 100}}};
    const auto info = parseModelInfo(model.dump());
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_EQ(info->windows, (std::vector<HuWindow>{{0, 80}, {-20, 180}, {-150, 230}}));
    EXPECT_EQ(info->channels(), 3);
    EXPECT_EQ(info->trainedHu, (HuWindow{-20, 100}));
    model["input"]["slices"] = 1; // as earlier versions wrote
    EXPECT_TRUE(parseModelInfo(model.dump()));
    model["input"]["windows_hu"][1] = {80, 80};
    EXPECT_FALSE(parseModelInfo(model.dump()));
    model["input"]["windows_hu"] = nlohmann::json::array();
    EXPECT_FALSE(parseModelInfo(model.dump()));
}

TEST(ModelInfo, AnEarlierVersionsModelThatReadsNeighboursIsNotCalledDamaged) {
    auto model = goodModel();
    model["input"] = {{"size", 288}, {"slices", 3}, {"window_hu", {0, 80}}};
    const auto info = parseModelInfo(model.dump());
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().message,
              "The model does not fit this version of the program: choose another model.");
}

TEST(ModelInfo, WithoutSubtypesOnlyAnyNeedsACalibration) {
    auto model = goodModel();
    model["calibration"] = {{"any", {{"scale", 1.5}, {"offset", -0.5}}}};
    EXPECT_FALSE(parseModelInfo(model.dump()));
    model["network"]["names_subtypes"] = false;
    const auto info = parseModelInfo(model.dump());
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_FALSE(info->namesSubtypes);
    EXPECT_DOUBLE_EQ(info->calibration[0].offset, -0.5);
}

TEST(ModelInfo, OperatingPointsAreReadWithWhatWasMeasured) {
    auto model = goodModel();
    model["operating_points"] = {{{"name", "balanced"}, {"rule", {{"k", 2}, {"threshold", 0.6}}}},
                                 {{"name", "screening"},
                                  {"rule", {{"k", 1}, {"threshold", 0.3}}},
                                  {"sensitivity", {{"value", 0.96}, {"low", 0.9}, {"high", 1}}},
                                  {"specificity", nullptr}}};
    const auto info = parseModelInfo(model.dump());
    ASSERT_TRUE(info) << info.error().detail;
    ASSERT_EQ(info->operatingPoints.size(), 2u);
    EXPECT_EQ(info->operatingPoints[0], (OperatingPoint{"balanced", {2, 0.6}, {}, {}}));
    EXPECT_EQ(info->operatingPoints[1], (OperatingPoint{"screening", {1, 0.3}, Estimate{0.96, 0.9, 1}, {}}));
    model["operating_points"][1]["sensitivity"]["low"] = 0.97; // above the value
    EXPECT_FALSE(parseModelInfo(model.dump()));
    model["operating_points"][1]["sensitivity"]["low"] = 0.9;
    model["operating_points"][0]["rule"]["threshold"] = 1;
    EXPECT_FALSE(parseModelInfo(model.dump()));
}

TEST(ModelInfo, WhatItIsKnownToMissIsReadAndHasASentence) {
    auto model = goodModel();
    EXPECT_TRUE(parseModelInfo(model.dump())->knownMisses.empty());
    model["known_misses"] = {"thin-blood-along-skull", "something of a later version"};
    const auto info = parseModelInfo(model.dump());
    ASSERT_TRUE(info) << info.error().detail;
    ASSERT_EQ(info->knownMisses, std::vector{KnownMiss::ThinBloodAlongSkull});
    EXPECT_EQ(knownMissText(info->knownMisses[0]),
              "The second reader often misses thin blood along the skull.");
    model["known_misses"] = 7;
    EXPECT_FALSE(parseModelInfo(model.dump()));
}

TEST(ModelInfo, AClassMapsShareNeedsAClassMap) {
    auto model = goodModel();
    model["network"]["class_map"] = true;
    model["network"]["map_share"] = 0.25;
    const auto info = parseModelInfo(model.dump());
    ASSERT_TRUE(info);
    EXPECT_TRUE(info->hasClassMap);
    EXPECT_DOUBLE_EQ(info->mapShare, 0.25);
    model["network"]["class_map"] = false;
    EXPECT_FALSE(parseModelInfo(model.dump()));
}

TEST(ModelInfo, AbsurdValuesAreRefused) {
    auto model = goodModel();
    model["input"]["size"] = 1000000;
    EXPECT_FALSE(parseModelInfo(model.dump()));
    model = goodModel();
    model["rule"]["threshold"] = 1.5;
    EXPECT_FALSE(parseModelInfo(model.dump()));
    EXPECT_FALSE(parseModelInfo("this is no JSON"));
    EXPECT_FALSE(parseModelInfo(""));
}

} // namespace
} // namespace hemo
