#include "core/study/study_tree.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

SeriesInfo series(std::string id, std::string patient, std::string study, std::string date, int number) {
    SeriesInfo s;
    s.id = std::move(id);
    s.patientName = patient;
    s.patientId = std::move(patient);
    s.studyInstanceUid = std::move(study);
    s.studyDate = std::move(date);
    s.seriesNumber = number;
    return s;
}

std::vector<std::string> idsOf(const StudyEntry& study) {
    std::vector<std::string> ids;
    for (const SeriesInfo* s : study.series)
        ids.push_back(s->id);
    return ids;
}

TEST(StudyTree, StudiesOfAPatientAreNewestFirst) {
    FolderContents found;
    found.series = {series("old", "A", "1", "20180101", 1), series("none", "A", "3", "", 1),
                    series("new", "A", "2", "20240101", 1)};
    const auto tree = studyTree(found);
    ASSERT_EQ(tree.size(), 1u);
    ASSERT_EQ(tree[0].studies.size(), 3u);
    EXPECT_EQ(tree[0].studies[0].about().id, "new");
    EXPECT_EQ(tree[0].studies[1].about().id, "old");
    EXPECT_EQ(tree[0].studies[2].about().id, "none");
}

TEST(StudyTree, StudiesOfOneDayAreInOrderOfTheirTime) {
    FolderContents found;
    found.series = {series("morning", "A", "1", "20240101", 1), series("evening", "A", "2", "20240101", 1)};
    found.series[0].studyTime = "070000";
    found.series[1].studyTime = "201500.5";
    EXPECT_EQ(studyTree(found)[0].studies[0].about().id, "evening");
}

TEST(StudyTree, SeriesThatOpenComeFirstEachKindByNumber) {
    FolderContents found;
    found.series = {series("third", "A", "1", "", 3), series("scout", "A", "1", "", 1),
                    series("second", "A", "1", "", 2)};
    found.series[1].use = SeriesUse::Listed;
    EXPECT_EQ(idsOf(studyTree(found)[0].studies[0]), (std::vector<std::string>{"second", "third", "scout"}));
}

TEST(StudyTree, PatientWithTheBestSeriesComesFirst) {
    FolderContents found;
    found.series = {series("best", "B", "2", "20200101", 9), series("other", "A", "1", "20240101", 1),
                    series("more", "B", "3", "20210101", 1)};
    const auto tree = studyTree(found);
    ASSERT_EQ(tree.size(), 2u);
    EXPECT_EQ(tree[0].about().patientName, "B");
    EXPECT_EQ(tree[0].studies.size(), 2u);
}

TEST(StudyTree, TwoPatientsUnderOneIdStayTwo) {
    FolderContents found;
    found.series = {series("a", "Doe^Jane", "1", "", 1), series("b", "Doe^John", "2", "", 1)};
    found.series[0].patientId = found.series[1].patientId = "0000";
    EXPECT_EQ(studyTree(found).size(), 2u);
    found.series[1].patientName = "DOE^JANE";
    EXPECT_EQ(studyTree(found).size(), 1u);
    found.series[0].patientBirthDate = "19400101";
    found.series[1].patientBirthDate = "19500101";
    EXPECT_EQ(studyTree(found).size(), 2u);
}

TEST(StudyTree, WithoutAStudyUidDateAndWordsTellStudiesApart) {
    FolderContents found;
    found.series = {series("a", "", "", "20200101", 1), series("b", "", "", "20200101", 2),
                    series("c", "", "", "20210101", 3)};
    const auto tree = studyTree(found);
    ASSERT_EQ(tree.size(), 1u);
    EXPECT_EQ(tree[0].studies.size(), 2u);
}

TEST(StudyTree, NothingFoundIsNoPatient) {
    EXPECT_TRUE(studyTree({}).empty());
}

} // namespace
} // namespace hemo
