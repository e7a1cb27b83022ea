#include "ml/training/measure/probe.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_model.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <vector>

namespace hemo::ml {
namespace {

PatientAnswers answers(const std::vector<double>& logits, const std::vector<int>& positive = {}) {
    PatientAnswers patient;
    for (std::size_t k = 0; k < logits.size(); ++k) {
        PatientAnswers::Slice slice;
        slice.logits[0] = logits[k];
        slice.labels[0] = k < positive.size() ? float(positive[k]) : 0.f;
        patient.slices.push_back(slice);
    }
    return patient;
}

TEST(Probe, NineInTenSlicesOfAllCleanHeadsStayUnderTheThreshold) {
    EXPECT_DOUBLE_EQ(clearThreshold({answers({5, 1, 9, 3, 0}), answers({2, 4, 10, 6, 7, 8})}), 9);
}

TEST(Probe, OnlySlicesThatShowTheBleedCount) {
    Found found;
    const auto clean = answers({0, 3, 0, 0, 0});
    auto drawn = answers({5, 5, 5, 1, 5}, {0, 1, 1, 1, 1});
    drawn.slices[4].isNearPositive = true;
    countFound(clean, drawn, 2, found);
    EXPECT_EQ(found.heads, 1);
    EXPECT_EQ(found.foundHeads, 1);
    EXPECT_EQ(found.slices, 3);
    EXPECT_EQ(found.foundSlices, 2);
    EXPECT_EQ(found.wereOver, 1) << "the second was over the threshold without the bleed too";
    countFound(clean, answers({5, 5, 5, 5, 5}), 2, found);
    EXPECT_EQ(found.heads, 1) << "a head in which nobody could see it is not missed";
    countFound(clean, answers({0, 0, 0, 0, 0}, {1}), 2, found);
    EXPECT_EQ(found.heads, 2);
    EXPECT_EQ(found.foundHeads, 1);
}

TEST(Probe, OfAMimicTheSlicesThatShowItCount) {
    Found found;
    countFound(answers({0, 3, 0}), answers({5, 5, 5}), {false, true, true}, 2, found);
    EXPECT_EQ(found.slices, 2);
    EXPECT_EQ(found.foundSlices, 2);
    EXPECT_EQ(found.wereOver, 1);
    countFound(answers({0, 3, 0}), answers({5, 5, 5}), {false, false, false}, 2, found);
    EXPECT_EQ(found.heads, 1);
}

TEST(Probe, AModelThatLearnedFromEveryHeadIsNotProbed) {
    const hemo::testing::TempFolder folder;
    test::writeRandomModel(folder.path(), 64);
    const auto file = folder.path() / "model.json";
    auto json = nlohmann::json::parse(std::ifstream(file));
    json["training"]["held_out_fold"] = nullptr;
    std::ofstream(file) << json;
    ProbeOptions options;
    options.dataFolder = folder.path();
    options.modelFolders = {folder.path()};
    const auto table = probeModels(options);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::Model);
}

} // namespace
} // namespace hemo::ml
