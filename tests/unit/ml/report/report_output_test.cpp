#include "ml/training/report/model_card.h"
#include "ml/training/report/report_json.h"
#include "ml/training/report/report_plots.h"
#include "ml/training/report/report_text.h"
#include "ml/training/report/svg.h"
#include "ml/training/report/text.h"
#include "ml/training/report/write_report.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/report/made_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace hemo::ml {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Report& madeReport() {
    static const Report report = *makeReport(test::madeAnswers(6, 1), 200, 1);
    return report;
}

/// Elements closed in order, attributes quoted, no bare `&` or `<`: what a browser insists on.
std::string whatIsWrongWithXml(const std::string& xml) {
    std::vector<std::string> open;
    bool hadRoot = false;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] != '<') {
            if (xml[at] == '&' && xml.find(';', at) > at + 5) return "a bare &";
            if (open.empty() && !std::isspace(static_cast<unsigned char>(xml[at]))) return "text outside";
            ++at;
            continue;
        }
        const std::size_t end = xml.find('>', at);
        if (end == std::string::npos) return "a tag without an end";
        const std::string tag = xml.substr(at + 1, end - at - 1);
        if (tag.find('<') != std::string::npos) return "a bare <";
        if (std::count(tag.begin(), tag.end(), '"') % 2) return "an attribute without an end";
        const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
        if (tag.front() == '/') {
            if (open.empty() || "/" + open.back() != tag) return "closed in another order: " + tag;
            open.pop_back();
        } else if (tag.back() != '/') {
            if (open.empty() && hadRoot) return "two roots";
            hadRoot = true;
            open.push_back(name);
        }
        at = end + 1;
    }
    return open.empty() && hadRoot ? "" : "not closed";
}

TEST(Svg, PlotsAreWellFormedWhateverTheNames) {
    SvgPlot plot("a < b & \"c\"", "x", "y");
    plot.addLegend("<script>", plotColour(0));
    plot.addLine({{0, 0}, {0.5, 0.7}}, plotColour(1));
    EXPECT_EQ(whatIsWrongWithXml(plot.text()), "");
    EXPECT_THAT(plot.text(), Not(HasSubstr("<script>")));
    EXPECT_EQ(whatIsWrongWithXml(sliceRocPlot(madeReport())), "");
    EXPECT_EQ(whatIsWrongWithXml(patientRocPlot(madeReport(), 2)), "");
    EXPECT_EQ(whatIsWrongWithXml(reliabilityPlot(madeReport())), "");
    EXPECT_NE(whatIsWrongWithXml("<svg><text></svg></text>"), "") << "the check can fail";
}

TEST(Svg, AxesGoUpAndRight) {
    SvgPlot plot("t", "x", "y");
    plot.addDot({0, 0}, 1, "#000000");
    plot.addDot({1, 1}, 1, "#000000");
    EXPECT_THAT(plot.text(), HasSubstr("cx=\"62.0\" cy=\"380.0\""));
    EXPECT_THAT(plot.text(), HasSubstr("cx=\"402.0\" cy=\"40.0\""));
}

TEST(TextTable, ColumnsAreAsWideAsTheirWidestCell) {
    TextTable table({"", "b"});
    table.add({"long", "1"});
    EXPECT_EQ(table.text(), "|      | b   |\n|------|-----|\n| long | 1   |\n");
}

TEST(ReportText, SaysHowItWasMeasuredAndNoFigureWithoutItsInterval) {
    const std::string text = reportText(madeReport());
    EXPECT_THAT(text, HasSubstr("Cross-validated by patient in 5 folds"));
    EXPECT_THAT(text, HasSubstr("200 resamples"));
    EXPECT_THAT(text, HasSubstr("not comparable with figures on RSNA 2019"));
    EXPECT_THAT(text, HasSubstr(estimateText(madeReport().groups[1].findings[0].sliceAuc)));
    EXPECT_EQ(estimateText(Estimate{0.9, 0.8, 0.95}), "0.900 (0.800 to 0.950)");
    EXPECT_EQ(estimateText(std::nullopt), "-");
}

TEST(ReportJson, ModelFiguresNameNoPatient) {
    const auto figures = modelFiguresJson(madeReport());
    EXPECT_FALSE(figures.contains("misread"));
    EXPECT_TRUE(reportJson(madeReport()).contains("misread"));
    const double area = figures["groups"][1]["findings"]["any"]["slice_auc"]["value"];
    EXPECT_NEAR(area, madeReport().groups[1].findings[0].sliceAuc->value, 1e-4);
}

TEST(ModelCard, TheOnlySourceWithBothClassesDecides) {
    EXPECT_EQ(decidingGroup(madeReport())->name, "mixed");
    auto answers = test::madeAnswers(6, 1);
    for (PatientAnswers& a : answers)
        a.source = a.id.size() % 2 ? "one" : "two";
    EXPECT_EQ(decidingGroup(*makeReport(answers, 100, 1))->name, kAllGroups);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(WriteReport, AModelFolderTakesWhatWasFittedAndMeasured) {
    testing::TempFolder folder;
    const auto trained = folder.path() / "trained", out = folder.path() / "out";
    std::filesystem::create_directories(trained);
    std::ofstream(trained / "weights.safetensors") << "weights";
    std::ofstream(trained / "model.json")
        << R"({"id": "made-1", "terms": "For tests only.", "weights_sha256": "00",
"network": {"architecture": "efficientdet-lite0", "bifpn_cells": 2, "bifpn_channels": 64},
"input": {"size": 256, "windows_hu": [[0, 80]]}, "calibration": {}, "rule": {},
"training": {"data": [{"name": "Made data", "terms": "free"}], "limits": "Round heads alone."}})";
    const auto written = writeReportedModel(madeReport(), trained, out);
    ASSERT_TRUE(written) << written.error().message << written.error().detail;
    const auto info = parseModelInfo(contentOf(out / "model.json"));
    ASSERT_TRUE(info) << info.error().detail;
    const Reading& fitted = madeReport().finalReading;
    EXPECT_EQ(info->calibration, fitted.calibration);
    EXPECT_EQ(info->rule, fitted.rule(RuleKind::Balanced));
    ASSERT_EQ(info->operatingPoints.size(), 2u);
    EXPECT_EQ(info->operatingPoints[1].name, "screening");
    EXPECT_EQ(info->operatingPoints[1].rule, fitted.rule(RuleKind::Screening));
    EXPECT_EQ(info->operatingPoints[1].sensitivity->low,
              decidingGroup(madeReport())->rules[1].sensitivity->low);
    EXPECT_EQ(contentOf(out / "weights.safetensors"), "weights");
    const std::string card = contentOf(out / "card.md");
    for (const char* part :
         {"made-1", "For tests only.", "Made data", "Round heads alone.", "Not a medical device",
          "reads each slice by itself", "Cross-validated by patient"})
        EXPECT_THAT(card, HasSubstr(part));
    EXPECT_THAT(card, HasSubstr(estimateText(madeReport().groups[1].patientAuc[1])));
    for (const char* file :
         {"report.md", "cross-validation.json", "roc-slices.svg", "roc-patients.svg", "reliability.svg"})
        EXPECT_FALSE(contentOf(out / file).empty()) << file;
}

TEST(ModelCard, ASubtypeWithoutLabelsIsNotShippedUncalibrated) {
    auto answers = test::madeAnswers(6, 1);
    for (PatientAnswers& a : answers)
        for (auto& s : a.slices)
            s.known[2] = 0;
    const Report report = *makeReport(answers, 100, 1);
    auto model = nlohmann::ordered_json::parse(R"({"network": {}})");
    const auto put = putReport(model, report);
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().detail, "intraparenchymal");
    model = nlohmann::ordered_json::parse(R"({"network": {"names_subtypes": false}})");
    ASSERT_TRUE(putReport(model, report));
    EXPECT_EQ(model["calibration"].size(), 1u);
    EXPECT_FALSE(reportJson(report)["final_reading"]["calibration"].contains("intraparenchymal"));
}

TEST(WriteReport, AFolderWithoutAModelIsSaid) {
    testing::TempFolder folder;
    EXPECT_EQ(writeReportedModel(madeReport(), folder.path(), folder.path() / "out").error().code,
              ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
}

} // namespace
} // namespace hemo::ml
