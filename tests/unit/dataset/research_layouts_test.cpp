// Layouts of scans that others published: PhysioNet's CT-ICH, BHSD, CQ500.

#include "ml/training/data/load_picture.h"
#include "tests/unit/dataset/made_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

class ResearchLayout : public ::testing::Test {
protected:
    std::vector<ManifestRow> rows(std::string_view layout) const {
        const auto made = make(layout, {m_data, {}}, m_out);
        EXPECT_TRUE(made) << made.error().message << made.error().detail;
        return rowsOf(m_out / "manifest.csv");
    }
    /// The highest HU of a slice's picture, by its 16 bits.
    long highestHu(const ManifestRow& row) const {
        const auto picture = ml::loadGreyPicture(m_out / row.at("file"));
        EXPECT_TRUE(picture);
        return std::lround(*std::max_element(picture->values.begin(), picture->values.end()) * 257.) - 32768;
    }
    double shareOfMask(const ManifestRow& row) const {
        const auto mask = ml::loadGreyPicture(m_out / row.at("mask"));
        EXPECT_TRUE(mask);
        return double(std::count(mask->values.begin(), mask->values.end(), 255.f)) /
               double(mask->values.size());
    }
    TempFolder m_folder;
    fs::path m_data = m_folder.path() / "data", m_out = m_folder.path() / "set";
};

TEST_F(ResearchLayout, CtIchCountsSlicesAsItsFilesDo) {
    // The file begins at the head: its first slice is the highest.
    writeNifti(m_data / "ct_scans/049.nii", {10, 20, 30, 40, 50, 60, 70, 80, 90}, -11);
    writeNifti(m_data / "masks/049.nii", {0, 0, 255, 0, 0, 0, 0, 0, 0}, -11, 0);
    std::ofstream table(m_data / "hemorrhage_diagnosis_raw_ct.csv");
    table << "PatientNumber,SliceNumber,Intraventricular,Intraparenchymal,Subarachnoid,Epidural,Subdural,"
             "No_Hemorrhage,Fracture_Yes_No\n";
    for (int n = 1; n <= 9; ++n)
        table << "49," << n << (n == 3 ? ",0,1,0,0,0,0,0\n" : ",0,0,0,0,0,1,0\n");
    table.close();
    const auto slices = rows("ct-ich");
    ASSERT_EQ(slices.size(), 9u);
    for (std::size_t k = 0; k < 9; ++k) {
        EXPECT_EQ(highestHu(slices[k]), 90 - 10 * long(k));
        EXPECT_EQ(slices[k].at("any"), k == 6 ? "1" : "0");
        EXPECT_EQ(slices[k].at("intraparenchymal"), slices[k].at("any"));
        EXPECT_EQ(slices[k].at("mask").empty(), k != 6);
    }
    EXPECT_NEAR(shareOfMask(slices[6]), 2. / 3, 1e-9);
}

TEST_F(ResearchLayout, BhsdNamesSubtypesByTheMasksNumbers) {
    writeNifti(m_data / "images/a.nii", {10, 20, 30, 40, 50, 60, 70, 80, 90});
    writeNifti(m_data / "ground truths/a.nii", {0, 1, 2, 3, 4, 5, 0, 0, 0}, 11, 0);
    writeNifti(m_data / "images/b.nii", {10, 20, 30, 40, 50, 60, 70, 80, 90}); // nobody drew on it
    const auto slices = rows("bhsd");
    ASSERT_EQ(slices.size(), 9u);
    const char* named[]{"epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural"};
    for (std::size_t k = 0; k < 9; ++k) {
        const bool bleeds = k >= 1 && k <= 5;
        EXPECT_EQ(slices[k].at("any"), bleeds ? "1" : "0");
        for (std::size_t n = 0; n < 5; ++n)
            EXPECT_EQ(slices[k].at(named[n]), k == n + 1 ? "1" : "0") << k << named[n];
        EXPECT_EQ(slices[k].at("mask").empty(), !bleeds);
    }
}

TEST_F(ResearchLayout, AMaskOfAnotherSizeLeavesTheScanOut) {
    writeNifti(m_data / "images/a.nii", {10, 20, 30, 40, 50, 60, 70, 80, 90});
    writeNifti(m_data / "ground truths/a.nii", {0, 1, 2}, 11, 0);
    EXPECT_EQ(make("bhsd", {m_data, {}}, m_out).error().code, ErrorCode::NothingReadable);
    EXPECT_THAT(contentOf(m_out / "report.md"),
                ::testing::HasSubstr("The drawn mask is not as large as the scan."));
}

TEST_F(ResearchLayout, OfCq500TwoOfThreeReadersDecide) {
    for (const char* number : {"1", "12"})
        writeHead(m_data / (std::string("CQ500CT") + number + " CQ500CT" + number) / "Unknown Study/CT PLAIN",
                  std::string("CQ500-CT-") + number, std::string("1.2.826.0.1.5.") + number);
    std::ofstream table(m_data / "reads.csv");
    table << "name,Category";
    for (const char* reader : {"R1", "R2", "R3"})
        for (const char* finding : {"ICH", "IPH", "IVH", "SDH", "EDH", "SAH"})
            table << ',' << reader << ':' << finding;
    table << "\nCQ500-CT-1,B1,1,0,0,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0\n" // two say it bleeds, two that it is
                                                                     // subdural
          << "CQ500-CT-12,B1,0,0,0,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0\n";
    table.close();
    const auto slices = rows("cq500");
    ASSERT_EQ(slices.size(), 20u);
    int bleeding = 0;
    for (const ManifestRow& row : slices) {
        bleeding += row.at("scan_any") == "1";
        EXPECT_EQ(row.at("any"), row.at("scan_any") == "1" ? "" : "0");
        EXPECT_EQ(row.at("subdural"), row.at("scan_any") == "1" ? "" : "0");
        EXPECT_EQ(row.at("epidural"), "0");
    }
    EXPECT_EQ(bleeding, 10);
}

} // namespace
} // namespace hemo::testing
