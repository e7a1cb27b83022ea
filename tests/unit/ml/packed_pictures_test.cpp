#include "ml/training/data/packed_pictures.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// Ten patients of a set, every second with a bleed on its only outlined slice.
std::vector<Patient> someOf(Source source) {
    std::vector<Patient> patients;
    for (int n = 0; n < 10; ++n) {
        Patient patient;
        patient.id = std::to_string(100 + n);
        patient.source = source;
        for (int s = 0; s < 3; ++s) {
            Picture picture;
            for (int v = 0; v < 32 * 32; ++v)
                picture.grey.push_back(static_cast<std::uint8_t>(40 + v % 32 * 4 + s));
            picture.known[0] = 1;
            if (n % 2 == 1 && s == 1) {
                picture.labels = {1, 0, 1, 0, 0, 0};
                picture.known.fill(1);
                picture.mask.assign(32 * 32, 0);
                picture.mask[5 * 32 + 7] = 255;
                picture.mask[6 * 32 + 7] = 20;
            }
            picture.isNearPositive = n % 2 == 1 && s == 2;
            patient.pictures.push_back(std::move(picture));
        }
        patients.push_back(std::move(patient));
    }
    dealFolds(patients);
    return patients;
}

class PackedPictures : public ::testing::Test {
protected:
    hemo::testing::TempFolder m_folder;
    fs::path m_file = m_folder.path() / "pictures.pack";
};

TEST_F(PackedPictures, AreReadAsTheyWere) {
    auto patients = someOf(Source::CtIch);
    for (Patient& p : someOf(Source::PheSich))
        patients.push_back(std::move(p));
    ASSERT_TRUE(writePacked(patients, false, m_file));
    EXPECT_TRUE(isPacked(m_file));
    EXPECT_FALSE(isOwnData(m_file));
    const auto read = loadPictureSets(m_file, 32);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->size(), patients.size());
    for (std::size_t n = 0; n < patients.size(); ++n) {
        const Patient &was = patients[n], &is = (*read)[n];
        EXPECT_EQ(is.id, was.id);
        EXPECT_EQ(is.source, was.source);
        EXPECT_EQ(is.fold, was.fold);
        ASSERT_EQ(is.pictures.size(), was.pictures.size());
        for (std::size_t s = 0; s < was.pictures.size(); ++s) {
            EXPECT_EQ(is.pictures[s].labels, was.pictures[s].labels);
            EXPECT_EQ(is.pictures[s].known, was.pictures[s].known);
            EXPECT_EQ(is.pictures[s].isNearPositive, was.pictures[s].isNearPositive);
            EXPECT_EQ(is.pictures[s].mask, was.pictures[s].mask);
            for (std::size_t v = 0; v < was.pictures[s].grey.size(); ++v)
                ASSERT_NEAR(is.pictures[s].grey[v], was.pictures[s].grey[v], 6) << "JPEG loses a little";
        }
    }
}

TEST_F(PackedPictures, AnotherSizeIsMadeOfThem) {
    ASSERT_TRUE(writePacked(someOf(Source::CtIch), false, m_file));
    const auto read = loadPictureSets(m_file, 16);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->front().pictures.front().side(), 16);
}

TEST_F(PackedPictures, OwnDataStaysOwnData) {
    ASSERT_TRUE(writePacked(someOf(Source::CtIch), true, m_file));
    EXPECT_TRUE(isOwnData(m_file));
}

TEST_F(PackedPictures, AFileThatEndsTooEarlyIsDamagedWhereverItEnds) {
    ASSERT_TRUE(writePacked(someOf(Source::CtIch), false, m_file));
    const auto size = fs::file_size(m_file);
    for (const auto left : {size - 1, size / 2, std::uintmax_t(200), std::uintmax_t(17)}) {
        fs::resize_file(m_file, left);
        const auto read = loadPictureSets(m_file, 32);
        ASSERT_FALSE(read) << left;
        EXPECT_EQ(read.error().code, ErrorCode::Damaged);
    }
}

TEST_F(PackedPictures, AnImpossibleHeaderLengthIsDamaged) {
    std::ofstream(m_file, std::ios::binary) << "HEMOPACK" << std::string(8, '\xff') << "{}";
    const auto read = loadPictureSets(m_file, 32);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
}

} // namespace
} // namespace hemo::ml
