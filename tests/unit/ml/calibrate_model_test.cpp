#include "ml/reader/model/model_folder.h"
#include "ml/training/data/model_description.h"
#include "ml/training/learn/calibrate_model.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_model.h"
#include "tests/unit/ml/made_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// A model of random weights, and a ward's patients as a manifest.
class OwnCalibration : public ::testing::Test {
protected:
    OwnCalibration() {
        m_options.dataFolder = m_folder.path() / "own.csv";
        m_options.modelFolder = m_folder.path() / "model";
        m_options.out = m_folder.path() / "calibrated";
        m_options.threads = 1;
        m_options.resamples = 100;
        fs::create_directories(m_options.modelFolder);
        test::writeRandomModel(m_options.modelFolder, test::kMadePictureSize);
        for (const bool bleeds : {false, true})
            test::writeMadeHead(m_folder.path() / (bleeds ? "1.png" : "0.png"), bleeds, 0, 80);
        writeManifest(20);
    }
    void writeManifest(int ofEach) const {
        std::ofstream out(m_options.dataFolder);
        out << "patient,series,slice,file,low_hu,high_hu,any\n";
        for (int patient = 0; patient < 2 * ofEach; ++patient)
            for (int slice = 0; slice < 2; ++slice) {
                const int bleeds = patient % 2 == 1 && slice == 1;
                out << patient << ",1," << slice << ',' << bleeds << ".png,0,80," << bleeds << '\n';
            }
    }
    hemo::testing::TempFolder m_folder;
    CalibrateOptions m_options;
};

TEST_F(OwnCalibration, GivesAModelOfTheSameWeightsThatCanBeRead) {
    const auto report = calibrateModel(m_options);
    ASSERT_TRUE(report) << report.error().message << report.error().detail;
    EXPECT_EQ(report->groups.back().patients, 40);
    const auto given = loadModelFolder(m_options.modelFolder), own = loadModelFolder(m_options.out);
    ASSERT_TRUE(given && own);
    EXPECT_EQ(own->info.id, "random-calibrated");
    EXPECT_EQ(own->info.weightsSha256, given->info.weightsSha256);
    EXPECT_NE(own->info.calibration[0], given->info.calibration[0]);
    EXPECT_EQ(own->info.operatingPoints.size(), 2u);
    EXPECT_EQ(calibrateModel(m_options).error().code, ErrorCode::WriteFailed) << "there is one already";
}

TEST_F(OwnCalibration, NeedsEnoughPatientsAndLeavesNothingBehind) {
    writeManifest(19);
    const auto report = calibrateModel(m_options);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Unsupported);
    EXPECT_FALSE(fs::exists(m_options.out));
}

TEST_F(OwnCalibration, IsRefusedWhereTheModelMayKnowThePatients) {
    auto description = loadDescription(m_options.modelFolder);
    description["training"]["data"] = {{{"name", kOwnDataName}}};
    std::ofstream(m_options.modelFolder / "model.json") << description.dump();
    const auto report = calibrateModel(m_options);
    ASSERT_FALSE(report);
    EXPECT_THAT(english(report.error().message),
                ::testing::HasSubstr("may have learned from these patients"));
}

} // namespace
} // namespace hemo::ml
