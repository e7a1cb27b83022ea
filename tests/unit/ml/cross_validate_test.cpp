// The whole way from pictures to a report, on pictures small enough for a test.

#include "ml/training/data/model_description.h"
#include "ml/training/learn/cross_validate.h"
#include "ml/training/report/answers_file.h"
#include "ml/training/report/report.h"
#include "ml/training/report/write_report.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_training.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// Cross-validated once for all cases: each does what it does to a copy of its own.
class CrossValidation : public ::testing::Test {
protected:
    struct Validated {
        hemo::testing::TempFolder folder;
        TrainOptions options;
        Validated() : options(test::makeTraining(folder.path())) {
            options.modelFolder = folder.path() / "folds";
            if (const auto files = crossValidate(options, "made\n"); !files)
                throw std::runtime_error(english(files.error().message) + files.error().detail);
        }
    };
    static const Validated& once() {
        static const Validated validated;
        return validated;
    }

    CrossValidation() {
        m_options.modelFolder = m_folder.path() / "folds";
        fs::copy(once().options.modelFolder, m_options.modelFolder, fs::copy_options::recursive);
    }
    fs::path fold(int n) const { return m_options.modelFolder / ("fold" + std::to_string(n)); }
    hemo::testing::TempFolder m_folder;
    TrainOptions m_options = once().options;
};

TEST_F(CrossValidation, EveryPatientIsAnsweredOnceByANetworkThatWasNotShownThem) {
    const auto files = finishedAnswers(m_options.modelFolder);
    ASSERT_TRUE(files) << files.error().message << files.error().detail;
    const auto answers = loadFolds(*files);
    ASSERT_TRUE(answers) << answers.error().detail;
    EXPECT_EQ(answers->size(), 20u); // loadFolds refuses anybody who comes twice
    const auto patients = loadPictureSets(m_options.dataFolder, m_options.size);
    ASSERT_TRUE(patients);
    for (const PatientAnswers& a : *answers) {
        const auto patient = std::find_if(patients->begin(), patients->end(), [&](const Patient& p) {
            return p.id == a.id && sourceName(p.source) == a.source;
        });
        ASSERT_NE(patient, patients->end());
        EXPECT_EQ(patient->fold, a.fold);
        EXPECT_EQ(truthOf(a), patient->hasBleed());
        EXPECT_EQ(a.slices.size(), 6u);
    }
    const auto report = makeReport(*answers, 100, 1);
    ASSERT_TRUE(report) << report.error().message;
    const auto out = m_folder.path() / "finished";
    const auto written = writeReportedModel(*report, fold(0), out);
    ASSERT_TRUE(written) << written.error().message << written.error().detail;
    EXPECT_TRUE(fs::exists(out / "card.md"));
}

TEST_F(CrossValidation, GoesOnWhereItWasStoppedAndOnlyWithTheSameOptions) {
    // As if it had been stopped while fold 3 was learning, and before the others would be touched again.
    fs::remove(fold(3) / "card.md");
    EXPECT_EQ(finishedAnswers(m_options.modelFolder).error().code, ErrorCode::NotFound);
    const auto before = fs::last_write_time(fold(1) / "weights.safetensors");
    const auto stopped = fs::last_write_time(fold(3) / "weights.safetensors");
    ASSERT_TRUE(crossValidate(m_options, "made\n"));
    EXPECT_EQ(fs::last_write_time(fold(1) / "weights.safetensors"), before) << "a finished fold is kept";
    EXPECT_GT(fs::last_write_time(fold(3) / "weights.safetensors"), stopped) << "the other is trained again";
    EXPECT_EQ(crossValidate(m_options, "other\n").error().code, ErrorCode::Unsupported);
}

TEST_F(CrossValidation, IsNoWorkOfSeveralProcesses) {
    m_options.place.size = 2;
    EXPECT_EQ(crossValidate(m_options, "made\n").error().message.id, MessageId("train.folds_in_one_process"));
}

TEST_F(CrossValidation, AFoldOfAnotherVersionsNetworkIsNotJoinedWithTheOthers) {
    auto description = loadDescription(fold(2));
    description["input"]["slices"] = 3; // it read a slice with its neighbours
    std::ofstream(fold(2) / "model.json") << description;
    EXPECT_EQ(finishedAnswers(m_options.modelFolder).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace hemo::ml
