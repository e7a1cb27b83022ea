#include "tests/unit/dataset/made_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

/// Two patients as RSNA has them: files named by ids that say nothing of their order, a row a finding.
class Rsna : public ::testing::Test {
protected:
    Rsna() {
        std::ofstream table(m_data / "stage_2_train.csv");
        table << "ID,Label\n";
        for (const std::string patient : {"Jane", "John"}) {
            const auto files = writeHead(m_data / "stage_2_train", patient, uidOf(patient));
            for (std::size_t k = 0; k < files.size(); ++k) {
                const std::string id = "ID_" + patient.substr(1, 1) + std::to_string(97 * (k + 1) % 11);
                fs::rename(files[k], m_data / "stage_2_train" / (id + ".dcm"));
                if (k == 4) continue; // nobody labelled it
                for (const BleedType type : kBleedTypes)
                    table << id << '_' << bleedTypeName(type) << ',' << labelOf(patient, k, type) << '\n';
            }
        }
    }
    static std::string uidOf(const std::string& patient) {
        return "1.2.826.0.1.7." + std::to_string(patient.size() + patient[1]);
    }
    static int labelOf(const std::string& patient, std::size_t k, BleedType type) {
        return patient == "Jane" && k >= 6 && (type == BleedType::Any || type == BleedType::Subdural);
    }
    TempFolder m_folder;
    fs::path m_data = makeFolder("rsna"), m_out = m_folder.path() / "set";

private:
    fs::path makeFolder(const char* name) const {
        fs::create_directories(m_folder.path() / name / "stage_2_train");
        return m_folder.path() / name;
    }
};

TEST_F(Rsna, SlicesGetTheLabelsOfTheirIdsInOrderOfTheirPosition) {
    const auto made = make("rsna", {m_data, {}}, m_out);
    ASSERT_TRUE(made) << made.error().message << made.error().detail;
    const auto rows = rowsOf(m_out / "manifest.csv");
    ASSERT_EQ(rows.size(), 20u);
    int bleeding = 0;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const std::size_t k = n % 10;
        EXPECT_EQ(rows[n].at("slice"), std::to_string(k + 1));
        EXPECT_EQ(rows[n].at("whole_scan"), "1");
        EXPECT_EQ(rows[n].at("source"), "ward");
        if (k == 4) {
            EXPECT_EQ(rows[n].at("any"), "") << "not known";
            continue;
        }
        const bool isJane = rows[n - k + 9].at("any") == "1";
        EXPECT_EQ(rows[n].at("any"), isJane && k >= 6 ? "1" : "0");
        EXPECT_EQ(rows[n].at("subdural"), rows[n].at("any"));
        EXPECT_EQ(rows[n].at("epidural"), "0");
        bleeding += rows[n].at("any") == "1";
    }
    EXPECT_EQ(bleeding, 4);
    EXPECT_NE(rows[0].at("patient"), rows[10].at("patient"));
}

TEST_F(Rsna, NoNameAndNoIdLeaves) {
    ASSERT_TRUE(make("rsna", {m_data, {}}, m_out));
    for (const auto& entry : fs::recursive_directory_iterator(m_out)) {
        EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("J")));
        const std::string content =
            entry.is_regular_file() && entry.path().extension() != ".png" ? contentOf(entry.path()) : "";
        for (const std::string& secret :
             std::vector<std::string>{"Jane", "John", "Doe", "ID_", uidOf("Jane")})
            EXPECT_THAT(content, Not(HasSubstr(secret))) << entry.path().filename();
    }
}

TEST_F(Rsna, TheReportCountsWhatThereIs) {
    ASSERT_TRUE(make("rsna", {m_data, {}}, m_out));
    const std::string report = contentOf(m_out / "report.md");
    EXPECT_THAT(report, HasSubstr("2 studies, 2 scans used, 2 of them whole heads; 1 bleed, 0 do not"));
    EXPECT_THAT(report, HasSubstr("| subdural | 4 |"));
    EXPECT_THAT(report, HasSubstr("| epidural | 0 |"));
    EXPECT_EQ(std::distance(fs::directory_iterator(m_out / "looks"), fs::directory_iterator()), 2);
}

TEST_F(Rsna, AFewSlicesOfAHeadAreNoWholeScan) {
    for (const auto& entry : fs::directory_iterator(m_data / "stage_2_train"))
        if (const std::string name = entry.path().stem().string(); name != "ID_a9" && name != "ID_o9")
            fs::remove(entry.path());
    ASSERT_TRUE(make("rsna", {m_data, {}}, m_out));
    const auto rows = rowsOf(m_out / "manifest.csv");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at("whole_scan"), "0");
    EXPECT_EQ(rows[0].at("scan_any"), "");
}

TEST_F(Rsna, AMissingTableIsOneSentence) {
    fs::remove(m_data / "stage_2_train.csv");
    const auto made = make("rsna", {m_data, {}}, m_out);
    ASSERT_FALSE(made);
    EXPECT_EQ(english(made.error().message), "The table of labels cannot be opened: name it with --labels.");
    std::ofstream(m_data / "stage_2_train.csv") << "ID,Label\nID_a9_any,2\n";
    EXPECT_EQ(english(make("rsna", {m_data, {}}, m_out).error().message),
              "Row 2 of the table of labels is damaged: correct it and try again.");
}

} // namespace
} // namespace hemo::testing
