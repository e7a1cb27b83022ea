// Single slices, as RSNA's are: they teach and are measured by slice, and say nothing of a patient.

#include "ml/training/data/augment.h"
#include "ml/training/data/batches.h"
#include "ml/training/data/label_tables.h"
#include "ml/training/data/load_manifest.h"
#include "ml/training/data/packed_pictures.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_training.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

class SingleSlices : public ::testing::Test {
protected:
    SingleSlices() {
        test::writeMadeSets(m_folder.path());
        test::writeMadeSingles(m_folder.path() / "rsna");
    }
    std::vector<Patient> all() const { return loadPictureSets(m_folder.path(), kSize).value(); }
    std::vector<Patient> singles() const {
        auto patients = all();
        std::erase_if(patients, [](const Patient& p) { return p.source != Source::Rsna; });
        return patients;
    }
    static constexpr int kSize = test::kMadePictureSize;
    hemo::testing::TempFolder m_folder;
};

std::vector<const Patient*> pointersTo(const std::vector<Patient>& patients) {
    std::vector<const Patient*> all;
    for (const Patient& p : patients)
        all.push_back(&p);
    return all;
}

std::vector<Example> examplesOf(const std::vector<Patient>& patients) {
    std::vector<Example> all;
    for (const Patient& p : patients)
        for (std::size_t s = 0; s < p.pictures.size(); ++s)
            all.push_back({&p, s, std::uint32_t(all.size())});
    return all;
}

TEST_F(SingleSlices, OfAllWindowsBecomeTheSamePicture) {
    std::map<bool, std::vector<std::uint8_t>> first;
    for (const Patient& patient : singles())
        for (const Picture& picture : patient.pictures) {
            const auto& expected = first.emplace(picture.hasBleed(), picture.grey).first->second;
            for (std::size_t v = 0; v < expected.size(); ++v)
                ASSERT_NEAR(picture.grey[v], expected[v], 2) << v;
            EXPECT_EQ(picture.grey.front(), 0) << "air";
            EXPECT_EQ(picture.grey[std::size_t(kSize / 2) * kSize + 4], 255) << "bone";
            EXPECT_NEAR(picture.grey[std::size_t(kSize / 2) * kSize + kSize / 2], 35 * 255 / 80, 2)
                << "brain";
        }
    EXPECT_EQ(first.size(), 2u);
}

TEST_F(SingleSlices, AreDoubtedWhereTheirWindowIsAnEstimate) {
    const auto listed = readLabels(m_folder.path() / "rsna", Source::Rsna);
    ASSERT_TRUE(listed);
    std::map<std::pair<double, double>, double> doubtOf;
    for (const ManifestPatient& patient : *listed)
        for (const ManifestSlice& slice : patient.slices)
            doubtOf[{slice.lowHu, slice.highHu}] = slice.windowDoubtHu;
    EXPECT_EQ((doubtOf[{-20, 100}]), 0);
    EXPECT_GT((doubtOf[{-10, 70}]), 0);
    EXPECT_GT((doubtOf[{5, 85}]), (doubtOf[{-10, 70}])) << "guessed";
}

TEST_F(SingleSlices, AreShownWithinTheDoubtOfTheirWindowAndExactlyWhereItIsExact) {
    const auto patients = singles();
    const auto examples = examplesOf(patients);
    Chances chances = chancesOf(examples);
    const auto exact = stackPictures(examples), doubted = stackWithinDoubt(examples, chances);
    const auto cutOff = exact.eq(0).logical_or(exact.eq(1));
    int changed = 0;
    for (std::size_t n = 0; n < examples.size(); ++n) {
        const auto at = static_cast<std::int64_t>(n);
        const auto isSame = exact[at].equal(doubted[at]);
        EXPECT_TRUE(isSame || examples[n].picture().windowDoubtHu > 0);
        changed += !isSame;
    }
    EXPECT_EQ(changed, 30) << "three kinds of windows of four";
    EXPECT_TRUE(exact.masked_select(cutOff).equal(doubted.masked_select(cutOff))) << "air and bone stay";
    const double farthest = (doubted - exact).abs().max().item<double>() * 80;
    EXPECT_GT(farthest, 2);
    EXPECT_LT(farthest, 5 * 6) << "HU; five deviations of the greatest doubt";
}

TEST_F(SingleSlices, OfAPatientAreNeverOnTwoSidesAndOfNobodyStandForThemselves) {
    const auto patients = singles();
    EXPECT_EQ(patients.size(), 30u) << "20 of nobody, ten patients of two";
    std::set<std::string> ids;
    std::map<std::pair<int, bool>, int> counts;
    for (const Patient& p : patients) {
        EXPECT_FALSE(p.isWholeScan);
        EXPECT_TRUE(ids.insert(p.id).second);
        EXPECT_EQ(p.pictures.size(), p.id.starts_with("known") ? 2u : 1u);
        ++counts[{p.fold, p.hasBleed()}];
    }
    for (int fold = 0; fold < kFolds; ++fold)
        for (const bool bleeds : {false, true})
            EXPECT_EQ((counts[{fold, bleeds}]), 3);
}

TEST_F(SingleSlices, FillAThirdOfTheBatchesAndHalfOfThemBleed) {
    const auto patients = all();
    Batches batches(pointersTo(patients), 1);
    for (int round = 0; round < 10; ++round) {
        std::map<std::pair<Source, bool>, std::size_t> counts;
        std::size_t size = 0;
        for (int half = 0; half < 2; ++half)
            for (const Example& e : batches.next())
                ++counts[{e.patient->source, e.picture().hasBleed()}], ++size;
        EXPECT_EQ(size, 2 * Batches::kBatchSize);
        for (const bool bleeds : {false, true}) {
            EXPECT_EQ((counts[{Source::CtIch, bleeds}]), 3u);
            EXPECT_EQ((counts[{Source::PheSich, bleeds}]), 2u);
            EXPECT_EQ((counts[{Source::Rsna, bleeds}]), 3u);
        }
    }
}

TEST(BatchShares, AllHoldTwoBatches) {
    for (const auto& shares : {Batches::kShares, Batches::kSharesWithDrawn, Batches::kSharesWithMimics,
                               Batches::kSharesMostlyDrawn, Batches::kThreeSources, Batches::kThreeWithDrawn,
                               Batches::kThreeWithMimics, Batches::kThreeMostlyDrawn})
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), std::size_t{0}), 2 * Batches::kBatchSize);
}

TEST_F(SingleSlices, AreNoHeadsToDrawInto) {
    const auto patients = singles();
    EXPECT_TRUE(drawPatients(pointersTo(patients), {2, 2}, 1).empty());
}

TEST_F(SingleSlices, GiveFiguresOfSlicesAndNoneOfPatients) {
    TrainOptions options = test::makeTraining(m_folder.path());
    const auto model = trainModel(options);
    ASSERT_TRUE(model) << model.error().message << model.error().detail;
    ASSERT_EQ(model->heldOut.size(), 3u);
    const SourceFigures& rsna = model->heldOut[2];
    EXPECT_EQ(rsna.source, "rsna");
    EXPECT_EQ(rsna.patients, 0);
    EXPECT_GE(rsna.slices, 6);
    EXPECT_TRUE(rsna.sliceAuc[0]);
    EXPECT_FALSE(rsna.patientAuc[0]);
    EXPECT_FALSE(rsna.sensitivity);
    std::ifstream in(options.modelFolder / "card.md");
    std::ostringstream card;
    card << in.rdbuf();
    EXPECT_THAT(card.str(), ::testing::HasSubstr("Flanders"));
    EXPECT_THAT(card.str(), ::testing::HasSubstr("RSNA 2019, PHE-SICH-CT-IDS and CT-ICH."));
}

TEST_F(SingleSlices, AreTheSameOutOfAPackedFile) {
    const auto patients = all();
    const fs::path file = m_folder.path() / "all.pack";
    ASSERT_TRUE(writePacked(patients, false, file));
    const auto read = loadPictureSets(file, kSize);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->size(), patients.size());
    for (std::size_t n = 0; n < patients.size(); ++n) {
        EXPECT_EQ((*read)[n].id, patients[n].id);
        EXPECT_EQ((*read)[n].source, patients[n].source);
        EXPECT_EQ((*read)[n].fold, patients[n].fold);
        EXPECT_EQ((*read)[n].isWholeScan, patients[n].isWholeScan);
        for (std::size_t s = 0; s < patients[n].pictures.size(); ++s)
            EXPECT_EQ((*read)[n].pictures[s].windowDoubtHu, patients[n].pictures[s].windowDoubtHu);
    }
    EXPECT_THAT(sourcesIn(file), ::testing::ElementsAre(Source::CtIch, Source::PheSich, Source::Rsna));
}

TEST_F(SingleSlices, ATableWithoutItsColumnsIsRefusedByTheirName) {
    std::ofstream(m_folder.path() / "rsna/labels.csv") << "patient,id,file,source,low_hu,any\n";
    const auto read = loadPictureSets(m_folder.path(), kSize);
    ASSERT_FALSE(read);
    EXPECT_THAT(english(read.error().message), ::testing::HasSubstr("\"high_hu\""));
}

TEST(ManifestOfSingles, NeedsNoPatientAndNoSeries) {
    std::istringstream in(
        "patient,series,slice,file,low_hu,high_hu,any,whole_scan,window_doubt_hu\n"
        ",,0,a.png,0,80,1,0,3.5\n,,0,b.png,0,80,0,0,\np,,0,c.png,0,80,0,0,\np,,0,d.png,0,80,1,0,\n"
        "q,1,0,e.png,0,80,0,1,\n");
    const auto patients = parseManifest(in, "data");
    ASSERT_TRUE(patients) << patients.error().detail;
    ASSERT_EQ(patients->size(), 4u);
    std::map<std::string, ManifestPatient> byId;
    for (const ManifestPatient& p : *patients)
        byId[p.id] = p;
    EXPECT_FALSE(byId["row 2"].isWholeScan);
    EXPECT_EQ(byId["row 2"].slices[0].windowDoubtHu, 3.5);
    EXPECT_EQ(byId["p"].slices.size(), 2u);
    EXPECT_FALSE(byId["p"].isWholeScan);
    EXPECT_TRUE(byId["q"].isWholeScan);
}

} // namespace
} // namespace hemo::ml
