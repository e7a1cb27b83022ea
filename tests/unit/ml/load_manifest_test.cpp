#include "ml/training/data/load_manifest.h"
#include "ml/training/learn/trainer.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_training.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// The made pictures as a ward's own data: the same scale, labels and order as the public sets have.
class OwnData : public ::testing::Test {
protected:
    OwnData() {
        test::writeMadeSets(m_folder.path());
        writeManifest("");
    }
    /// `unknown`: the file whose label is left out.
    void writeManifest(const std::string& unknown) const {
        std::ofstream out(manifest());
        out << "source,patient,series,slice,file,low_hu,high_hu,any,intraparenchymal,mask\n";
        for (int patient = 0; patient < 10; ++patient)
            for (int slice = 5; slice >= 0; --slice) { // a manifest need not be in order
                const std::string file = std::to_string(patient) + "_" + std::to_string(slice) + ".png";
                const int bleeds = patient % 2 == 1 && slice >= 3;
                out << "ward 7," << patient << ",1," << slice << ",ct-ich/images/" << file << ",-20,100,";
                if (file == unknown)
                    out << ",,\n";
                else
                    out << bleeds << ',' << bleeds << ',' << (bleeds ? "ct-ich/images/" + file : "") << '\n';
            }
    }
    fs::path manifest() const { return m_folder.path() / "own.csv"; }
    hemo::testing::TempFolder m_folder;
};

TEST_F(OwnData, IsReadAsThePublicSetsAre) {
    const auto own = loadPictureSets(manifest(), 48), all = loadPictureSets(m_folder.path(), 48);
    ASSERT_TRUE(own) << own.error().message << own.error().detail;
    ASSERT_TRUE(all);
    ASSERT_EQ(own->size(), 10u);
    for (std::size_t p = 0; p < own->size(); ++p) {
        const Patient &mine = (*own)[p], &publics = (*all)[p]; // CT-ICH comes first
        EXPECT_EQ(mine.id, publics.id);
        EXPECT_EQ(mine.fold, publics.fold);
        EXPECT_EQ(mine.dataSetName(), "ward 7");
        EXPECT_EQ(publics.dataSetName(), "ct-ich");
        ASSERT_EQ(mine.pictures.size(), publics.pictures.size());
        for (std::size_t s = 0; s < mine.pictures.size(); ++s) {
            EXPECT_EQ(mine.pictures[s].grey, publics.pictures[s].grey);
            EXPECT_EQ(mine.pictures[s].labels, publics.pictures[s].labels);
            EXPECT_EQ(mine.pictures[s].known, (std::array<float, 6>{1, 0, 1, 0, 0, 0}));
            EXPECT_EQ(mine.pictures[s].mask.empty(), !mine.pictures[s].hasBleed());
        }
    }
}

TEST_F(OwnData, ASliceThatNobodyLabelledTeachesNothing) {
    writeManifest("0_4.png");
    const auto own = loadPictureSets(manifest(), 48);
    ASSERT_TRUE(own);
    const Picture& unknown = own->front().pictures[4];
    EXPECT_EQ(unknown.known[0], 0);
    EXPECT_TRUE(unknown.isNearPositive) << "kept out of batches and figures";
    EXPECT_FALSE(unknown.isMaskKnown());
    EXPECT_FALSE(own->front().pictures[3].isNearPositive);
}

TEST_F(OwnData, AMissingPictureAndTooFewPatientsAreSaid) {
    fs::remove(m_folder.path() / "ct-ich/images/3_2.png");
    const auto missing = loadPictureSets(manifest(), 48);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_THAT(missing.error().detail, ::testing::StartsWith("row 23: "));
    EXPECT_THAT(missing.error().detail, ::testing::Not(::testing::HasSubstr("3_2")));
    std::ofstream(manifest())
        << "patient,series,slice,file,low_hu,high_hu,any\n1,1,0,ct-ich/images/0_0.png,0,80,0\n";
    EXPECT_EQ(loadPictureSets(manifest(), 48).error().code, ErrorCode::Unsupported);
}

TEST_F(OwnData, SeveralSmallDataSetsFillAllFoldsTogether) {
    std::ofstream out(manifest());
    out << "source,patient,series,slice,file,low_hu,high_hu,any\n";
    for (int patient = 0; patient < 10; ++patient)
        for (int slice = 0; slice < 6; ++slice)
            out << (patient < 6 ? "ward 7," : "ward 8,") << patient << ",1," << slice << ",ct-ich/images/"
                << patient << "_" << slice << ".png,-20,100," << (patient % 2 == 1 && slice >= 3) << '\n';
    out.close();
    const auto own = loadPictureSets(manifest(), 48);
    ASSERT_TRUE(own);
    std::map<std::pair<int, bool>, int> counts;
    for (const Patient& p : *own)
        ++counts[{p.fold, p.hasBleed()}];
    EXPECT_EQ(counts.size(), std::size_t(2 * kFolds)) << "five with and five without a bleed";
}

TEST_F(OwnData, AModelTaughtWithItSaysSoAndClaimsNoPublicSet) {
    TrainOptions options = test::makeTraining(m_folder.path());
    options.dataFolder = manifest();
    const auto model = trainModel(options);
    ASSERT_TRUE(model) << model.error().message << model.error().detail;
    ASSERT_EQ(model->heldOut.size(), 1u);
    EXPECT_EQ(model->heldOut[0].source, "ward 7");
    EXPECT_EQ(model->heldOut[0].patients, 2);
    std::ifstream in(options.modelFolder / "card.md");
    std::ostringstream card;
    card << in.rdbuf();
    EXPECT_THAT(card.str(), ::testing::HasSubstr("Own data, described by a manifest"));
    EXPECT_THAT(card.str(), ::testing::Not(::testing::HasSubstr("SICH")));
}

} // namespace
} // namespace hemo::ml
