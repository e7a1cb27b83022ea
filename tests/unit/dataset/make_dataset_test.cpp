#include "tests/unit/dataset/made_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <stop_token>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

/// Three heads, of which one patient has two, with a label each.
class MadeDataset : public ::testing::Test {
protected:
    MadeDataset() {
        std::ofstream table(m_table);
        table << "path,any\n";
        const char* patients[]{"A1", "B2", "A1"};
        for (int n = 0; n < 3; ++n) {
            const std::string folder = "scan" + std::to_string(n);
            writeHead(m_data / folder, patients[n], "1.2.826.0.1.4." + std::to_string(n + 1));
            table << folder << ",0\n";
        }
    }
    Result<Dataset> makeIt(const TaskContext& context = {}) const {
        const auto layout = layoutNamed("table", {m_data, m_table});
        return makeDataset(*layout, {m_out, "ward", "table"}, context);
    }
    TempFolder m_folder;
    fs::path m_data = m_folder.path() / "data", m_table = m_folder.path() / "labels.csv",
             m_out = m_folder.path() / "set";
};

TEST_F(MadeDataset, VisitsOfOnePatientHaveOneNameAndAreToldApart) {
    ASSERT_TRUE(makeIt());
    std::map<std::string, std::set<std::string>> visits;
    for (const ManifestRow& row : rowsOf(m_out / "manifest.csv"))
        visits[row.at("patient")].insert(row.at("visit"));
    ASSERT_EQ(visits.size(), 2u);
    std::vector<std::size_t> counts;
    for (const auto& [patient, of] : visits)
        counts.push_back(of.size());
    EXPECT_THAT(counts, ::testing::UnorderedElementsAre(1, 2));
}

TEST_F(MadeDataset, ARunThatWasStoppedGoesOnAndEndsAsIfItHadNotBeen) {
    ASSERT_TRUE(makeIt());
    const std::string whole = contentOf(m_out / "manifest.csv"), report = contentOf(m_out / "report.md");
    fs::remove_all(m_out);
    std::stop_source stop;
    const auto stopAfterTheFirst = [&](double fraction, const Message& stage) {
        if (stage == say("dataset.reading") && fraction < 0.5) stop.request_stop();
    };
    const auto stopped = makeIt(TaskContext(stop.get_token(), stopAfterTheFirst));
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(m_out / "manifest.csv"));
    const auto made = makeIt();
    ASSERT_TRUE(made);
    EXPECT_EQ(made->readNow, 20) << "the first is there";
    EXPECT_EQ(contentOf(m_out / "manifest.csv"), whole);
    EXPECT_EQ(contentOf(m_out / "report.md"), report);
}

TEST_F(MadeDataset, AFolderWithTheSetOfOtherDataIsRefused) {
    ASSERT_TRUE(makeIt());
    writeHead(m_data / "scan3", "C3", "1.2.826.0.1.4.9");
    const auto made = makeIt();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Unsupported);
}

TEST_F(MadeDataset, WhatCannotBeReadIsLeftOutWithItsReason) {
    for (const auto& entry : fs::directory_iterator(m_data / "scan1"))
        fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
    const auto made = makeIt();
    ASSERT_TRUE(made);
    EXPECT_EQ(rowsOf(m_out / "manifest.csv").size(), 20u);
    EXPECT_EQ(std::count_if(made->studies.begin(), made->studies.end(),
                            [](const StudyRecord& record) { return !record.leftOut.empty(); }),
              1);
    EXPECT_THAT(contentOf(m_out / "report.md"),
                ::testing::Not(::testing::HasSubstr("## Left out\n\nNothing.")));
}

} // namespace
} // namespace hemo::testing
