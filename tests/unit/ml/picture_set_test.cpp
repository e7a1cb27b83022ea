#include "ml/training/data/batches.h"
#include "ml/training/data/picture_set.h"
#include "ml/training/data/split_patients.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

Patient patient(Source source, const std::string& id, const std::vector<int>& labels) {
    Patient p;
    p.id = id;
    p.source = source;
    for (const int label : labels) {
        Picture picture;
        picture.labels[0] = float(label == 1);
        picture.isNearPositive = label == 2;
        p.pictures.push_back(picture);
    }
    return p;
}

std::vector<Patient> manyPatients() {
    std::vector<Patient> all;
    for (const Source source : {Source::CtIch, Source::PheSich}) {
        std::vector<Patient> some;
        for (int n = 0; n < 12; ++n)
            some.push_back(patient(source, std::to_string(100 + n),
                                   n % 2 ? std::vector{0, 0, 0} : std::vector{0, 2, 1, 1}));
        dealFolds(some);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

TEST(PictureSet, FoldsHoldPositivesAndNegativesAlike) {
    auto patients = manyPatients();
    std::map<std::pair<int, bool>, int> counts;
    for (const Patient& p : patients)
        ++counts[{p.fold, p.hasBleed()}];
    for (int fold = 0; fold < kFolds; ++fold)
        for (const bool bleeds : {false, true}) {
            EXPECT_GE((counts[{fold, bleeds}]), 2);
            EXPECT_LE((counts[{fold, bleeds}]), 4);
        }
}

TEST(PictureSet, DealingDoesNotDependOnTheOrderOfFiles) {
    std::vector<Patient> some;
    for (const char* id : {"3", "1", "2", "5", "4"})
        some.push_back(patient(Source::CtIch, id, {1}));
    auto others = some;
    std::reverse(others.begin(), others.end());
    dealFolds(some);
    dealFolds(others);
    for (std::size_t n = 0; n < some.size(); ++n) {
        EXPECT_EQ(some[n].id, others[n].id);
        EXPECT_EQ(some[n].fold, others[n].fold);
    }
}

TEST(PictureSet, AllVisitsOfAPatientLieInOneFold) {
    std::vector<Patient> visits;
    for (int n = 0; n < 24; ++n) {
        visits.push_back(patient(Source::CtIch,
                                 std::to_string(100 + n / 3) + " visit " + std::to_string(n % 3),
                                 {n % 6 == 1 ? 1 : 0}));
        visits.back().person = std::to_string(100 + n / 3);
    }
    dealFolds(visits);
    std::map<std::string, std::set<int>> foldsOf;
    std::set<int> folds;
    for (const Patient& p : visits)
        foldsOf[p.person].insert(p.fold), folds.insert(p.fold);
    EXPECT_EQ(foldsOf.size(), 8u);
    for (const auto& [person, of] : foldsOf)
        EXPECT_EQ(of.size(), 1u) << person;
    EXPECT_GE(folds.size(), 4u);
}

TEST(PictureSet, NoPatientIsOnTwoSidesOfASplit) {
    const auto patients = manyPatients();
    for (int fold = 0; fold < kFolds; ++fold) {
        const PatientSplit split = splitPatients(patients, fold);
        std::set<const Patient*> seen;
        for (const auto* part : {&split.learn, &split.heldOut})
            for (const Patient* p : *part)
                EXPECT_TRUE(seen.insert(p).second);
        EXPECT_EQ(seen.size(), patients.size());
        for (const Patient* p : split.heldOut)
            EXPECT_EQ(p->fold, fold);
    }
}

TEST(PictureSet, OfASetThatDoesNotTeachAllPatientsAreMeasured) {
    const auto patients = manyPatients();
    const PatientSplit split = splitPatients(patients, 1, "ct-ich");
    for (const Patient* p : split.learn) {
        EXPECT_EQ(p->source, Source::CtIch);
        EXPECT_NE(p->fold, 1);
    }
    EXPECT_EQ(split.learn.size() + split.heldOut.size(), patients.size());
    EXPECT_EQ(std::count_if(split.heldOut.begin(), split.heldOut.end(),
                            [](const Patient* p) { return p->source == Source::PheSich; }),
              12);
}

std::vector<const Patient*> pointersTo(const std::vector<Patient>& patients) {
    std::vector<const Patient*> all;
    for (const Patient& p : patients)
        all.push_back(&p);
    return all;
}

TEST(Batches, HalfOfEachSourceBleeds) {
    const auto patients = manyPatients();
    Batches batches(pointersTo(patients), 1);
    for (int round = 0; round < 30; ++round) {
        std::map<std::pair<Source, bool>, int> counts;
        for (int half = 0; half < 2; ++half) {
            const auto batch = batches.next();
            EXPECT_EQ(batch.size(), Batches::kBatchSize);
            for (const Example& e : batch) {
                EXPECT_FALSE(e.picture().isNearPositive);
                ++counts[{e.patient->source, e.picture().hasBleed()}];
            }
        }
        ASSERT_EQ(counts.size(), 4u);
        for (const auto& [group, count] : counts)
            EXPECT_EQ(count, group.first == Source::CtIch ? 5 : 3);
    }
}

TEST(Batches, NothingComesTwiceBeforeAllHaveCome) {
    const auto patients = manyPatients();
    Batches batches(pointersTo(patients), 1);
    std::map<std::pair<const Patient*, std::size_t>, int> seen;
    for (int half = 0; half < 8; ++half) // 12 positives of each source, three of PHE-SICH's in two batches
        for (const Example& e : batches.next())
            if (e.picture().hasBleed() && e.patient->source == Source::PheSich) ++seen[{e.patient, e.slice}];
    EXPECT_EQ(seen.size(), 12u);
}

TEST(Batches, TheSameSeedDealsAlike) {
    const auto patients = manyPatients();
    Batches a(pointersTo(patients), 9), b(pointersTo(patients), 9), c(pointersTo(patients), 10);
    bool differs = false;
    for (int round = 0; round < 5; ++round) {
        const auto x = a.next(), y = b.next(), z = c.next();
        for (std::size_t n = 0; n < x.size(); ++n) {
            EXPECT_EQ(x[n].patient, y[n].patient);
            EXPECT_EQ(x[n].slice, y[n].slice);
            differs = differs || x[n].patient != z[n].patient || x[n].slice != z[n].slice;
        }
    }
    EXPECT_TRUE(differs);
}

/// The first bytes of a PNG.
const unsigned char kPng[]{0x89, 0x50, 0x4e, 0x47};

TEST(PictureSet, AMissingFolderAndADamagedPictureAreSaid) {
    hemo::testing::TempFolder folder;
    EXPECT_EQ(loadPictureSets(folder.path(), 64).error().code, ErrorCode::NotFound);
    for (const char* source : {"ct-ich", "phe-sich"}) {
        fs::create_directories(folder.path() / source / "images");
        std::ofstream(folder.path() / source / "labels.csv") << "patient,slice,file,any\n1,1,a.png,0\n";
        std::ofstream(folder.path() / source / "images" / "a.png")
            .write(reinterpret_cast<const char*>(kPng), sizeof kPng);
    }
    const auto read = loadPictureSets(folder.path(), 64);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
}

TEST(PictureSet, RowsThatAreDamagedAreRefusedByNumberAndNameNoPatient) {
    hemo::testing::TempFolder folder;
    for (const char* row : {"Doe^Jane,1,a.png", "Doe^Jane,x,a.png,0", "Doe^Jane,1,a.png,2", ",1,a.png,0"}) {
        for (const char* source : {"ct-ich", "phe-sich"}) {
            fs::create_directories(folder.path() / source);
            std::ofstream(folder.path() / source / "labels.csv") << "patient,slice,file,any\n" << row << '\n';
        }
        const auto read = loadPictureSets(folder.path(), 64);
        ASSERT_FALSE(read) << row;
        EXPECT_EQ(read.error().code, ErrorCode::Damaged) << row;
        EXPECT_EQ(read.error().detail, "row 2") << row;
    }
}

TEST(PictureSet, AHeadIsFreeOfBloodWhereAllOfItIsKnownToBe) {
    Patient clean = patient(Source::CtIch, "1", {0, 0});
    EXPECT_FALSE(clean.isBleedFree()) << "nobody knows";
    for (Picture& p : clean.pictures)
        p.known[0] = 1;
    EXPECT_TRUE(clean.isBleedFree());
    clean.pictures[1].labels[0] = 1;
    EXPECT_FALSE(clean.isBleedFree());
}

} // namespace
} // namespace hemo::ml
