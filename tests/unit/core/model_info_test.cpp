#include "core/classify/model_info.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hemo {
namespace {

nlohmann::json goodModel() {
    nlohmann::json calibration;
    for (const Finding f : kFindings)
        calibration[std::string(findingName(f))] = {{"scale", 1.5}, {"offset", -0.5}};
    return {{"id", "test-1"},
            {"terms", "For tests."},
            {"network", {{"architecture", "efficientdet-lite0"}, {"bifpn_cells", 2}, {"bifpn_channels", 64}}},
            {"input", {{"size", 256}, {"slices", 3}, {"window_hu", {0, 80}}}},
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
