#include "app/cli/dataset/dicom_tree.h"
#include "core/imaging/header/slice_header.h"
#include "core/imaging/source/open_image.h"
#include "core/simulate/phantom.h"
#include "core/study/simulated.h"
#include "tests/unit/dataset/made_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

TEST(DicomTree, WhatABleedWasDrawnIntoIsNoPatientAndTeachesNothing) {
    const TempFolder folder;
    PhantomSpec spec;
    spec.columns = spec.rows = 64;
    spec.pixelSpacingMm = 3.5;
    imaging::SeriesTags tags;
    tags.imageType = kSimulatedImageType;
    ASSERT_TRUE(
        imaging::writeSeries(*makePhantom(spec).volume, tags, folder.path() / "drawn", TaskContext{}));
    EXPECT_EQ(studiesBelow(folder.path(), TaskContext{}).error().code, ErrorCode::NothingReadable);
    writeHead(folder.path() / "head", "P1", "1.2.3.4");
    const auto studies = studiesBelow(folder.path(), TaskContext{});
    ASSERT_TRUE(studies);
    ASSERT_EQ(studies->size(), 1u);
    EXPECT_EQ(studies->front().patient, "P1");
}

/// Two heads in folders of their own; of the first slices from the seventh on are said to bleed.
class Table : public ::testing::Test {
protected:
    Table()
        : m_first(writeHead(m_data / "wards/seven", "A1", "1.2.826.0.1.9.1")),
          m_second(writeHead(m_data / "wards/eight", "B2", "1.2.826.0.1.9.2")) {}

    static imaging::SliceHeader headerOf(const fs::path& file) {
        const ImagePlace place{file, {}, 0};
        auto bytes = imaging::openImage(place);
        return imaging::parseSliceHeaders(place, *bytes)->front();
    }
    void writeTable(const std::string& text) const { std::ofstream(m_table) << text; }
    std::vector<ManifestRow> rows() const {
        fs::remove_all(m_out);
        const auto made = make("table", {m_data, m_table}, m_out);
        EXPECT_TRUE(made) << made.error().message << made.error().detail;
        return rowsOf(m_out / "manifest.csv");
    }
    TempFolder m_folder;
    fs::path m_data = m_folder.path() / "data", m_table = m_folder.path() / "labels.csv",
             m_out = m_folder.path() / "set";
    std::vector<fs::path> m_first, m_second;
};

void expectBleedsFromTheSeventhOn(const std::vector<ManifestRow>& rows) {
    ASSERT_EQ(rows.size(), 10u);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        EXPECT_EQ(rows[k].at("any"), k >= 6 ? "1" : "0") << k;
        EXPECT_EQ(rows[k].at("epidural"), "") << "the table does not speak of it";
        EXPECT_EQ(rows[k].at("scan_any"), "") << "its slices say it";
    }
}

TEST_F(Table, BySopInstanceUid) {
    std::string text = "sop_uid,any\n";
    for (std::size_t k = 0; k < m_first.size(); ++k)
        text += headerOf(m_first[k]).sopInstanceUid + (k >= 6 ? ",1\n" : ",0\n");
    writeTable(text);
    expectBleedsFromTheSeventhOn(rows());
}

TEST_F(Table, ByTheFilesPath) {
    std::string text = "path,any\n";
    for (std::size_t k = 0; k < m_first.size(); ++k)
        text += "wards/seven/" + m_first[k].filename().string() + (k >= 6 ? ",1\n" : ",0\n");
    writeTable(text);
    expectBleedsFromTheSeventhOn(rows());
}

TEST_F(Table, OfAScanThatBleedsNobodyKnowsTheSlicesAndOfOneThatDoesNotAllAreClear) {
    const auto study = [this](const auto& files) { return headerOf(files[0]).about.studyInstanceUid; };
    for (const std::string& text :
         {std::string("path,any,subdural\nwards/seven,1,0\nwards/eight,0,0\n"),
          std::string("series_uid,any,subdural\n1.2.826.0.1.9.1,1,0\n1.2.826.0.1.9.2,0,0\n"),
          "study_uid,any,subdural\n" + study(m_first) + ",1,0\n" + study(m_second) + ",0,0\n"}) {
        writeTable(text);
        const auto all = rows();
        ASSERT_EQ(all.size(), 20u) << text;
        int bleeding = 0;
        for (const ManifestRow& row : all) {
            const bool bleeds = row.at("scan_any") == "1";
            bleeding += bleeds;
            EXPECT_EQ(row.at("any"), bleeds ? "" : "0");
            EXPECT_EQ(row.at("subdural"), "0");
        }
        EXPECT_EQ(bleeding, 10);
    }
}

TEST_F(Table, AScanOfOneSliceIsThatSlice) {
    for (std::size_t k = 1; k < m_first.size(); ++k)
        fs::remove(m_first[k]);
    writeTable("path,any,subdural\nwards/seven,1,1\n");
    const auto all = rows();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].at("any"), "1");
    EXPECT_EQ(all[0].at("subdural"), "1");
    EXPECT_EQ(all[0].at("epidural"), "");
    EXPECT_EQ(all[0].at("whole_scan"), "0");
}

TEST_F(Table, WhatNobodyLabelledIsLeftOutAndSaid) {
    writeTable("path,any\nwards/eight,0\n");
    EXPECT_EQ(rows().size(), 10u);
    EXPECT_THAT(contentOf(m_out / "report.md"), HasSubstr("| 1 | No label belongs to any of its series. |"));
    writeTable("path,any\nelsewhere,0\n");
    fs::remove_all(m_out);
    EXPECT_EQ(make("table", {m_data, m_table}, m_out).error().code, ErrorCode::NothingReadable);
}

TEST_F(Table, WithoutAKeyOrItsLabelIsRefused) {
    writeTable("name,any\nx,0\n");
    EXPECT_THAT(english(make("table", {m_data, m_table}, m_out).error().message),
                HasSubstr("sop_uid, series_uid"));
    writeTable("path,bleed\nx,0\n");
    EXPECT_THAT(english(make("table", {m_data, m_table}, m_out).error().message), HasSubstr("\"any\""));
}

} // namespace
} // namespace hemo::testing
