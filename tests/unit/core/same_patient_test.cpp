#include "core/study/same_patient.h"
#include "core/study/study_interval.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

SeriesInfo person(std::string name, std::string id, std::string birthDate = {}) {
    SeriesInfo info;
    info.patientName = std::move(name);
    info.patientId = std::move(id);
    info.patientBirthDate = std::move(birthDate);
    return info;
}

SeriesInfo studyAt(std::string date, std::string time = {}) {
    SeriesInfo info;
    info.studyDate = std::move(date);
    info.studyTime = std::move(time);
    return info;
}

TEST(PatientMatch, NameAndIdMakeAPatient) {
    EXPECT_EQ(patientMatch(person("Doe^Jane", "17"), person("Doe^Jane", "17")), PatientMatch::Same);
    EXPECT_EQ(patientMatch(person("Doe^Jane", "17"), person("Doe^John", "17")), PatientMatch::Other);
    EXPECT_EQ(patientMatch(person("Doe^Jane", "17"), person("Doe^Jane", "18")), PatientMatch::Other);
}

TEST(PatientMatch, BirthDateContradictsOnlyWhereBothNameOne) {
    EXPECT_EQ(patientMatch(person("A", "1", "19500101"), person("A", "1", "19500102")), PatientMatch::Other);
    EXPECT_EQ(patientMatch(person("A", "1", "19500101"), person("A", "1")), PatientMatch::Same);
}

TEST(PatientMatch, WhatIsMissingIsNotTheSame) {
    EXPECT_EQ(patientMatch(person("Doe^Jane", ""), person("Doe^Jane", "")), PatientMatch::Unknown);
    EXPECT_EQ(patientMatch(person("", "17"), person("", "17")), PatientMatch::Unknown);
    EXPECT_EQ(patientMatch(person("Doe^Jane", "17"), person("", "")), PatientMatch::Unknown);
    EXPECT_EQ(patientMatch(person("  ", " "), person("", "")), PatientMatch::Unknown);
    EXPECT_EQ(patientMatch(person("Doe^Jane", ""), person("Roe^Jane", "")), PatientMatch::Other);
}

TEST(PatientMatch, SpellingOfEmptyComponentsCaseAndPaddingDoesNotMakeAnotherPatient) {
    EXPECT_EQ(patientMatch(person("DOE^JANE^^", "X17 "), person("Doe ^ Jane", "x17")), PatientMatch::Same);
    EXPECT_EQ(patientMatch(person("Yamada^Tarou=\xE5\xB1\xB1", "1"), person("Yamada^Tarou", "1")),
              PatientMatch::Same);
    EXPECT_EQ(patientMatch(person("Doe^Jane", "1"), person("Jane^Doe", "1")), PatientMatch::Other)
        << "which is the family name is not a matter of spelling";
}

TEST(PatientDifference, NamesWhatDiffers) {
    const auto difference = patientDifference(person("A", "1", "19500101"), person("A", "2", "19500102"));
    EXPECT_EQ(difference, (PatientDifference{true, false, true}));
}

TEST(EarlierBy, CountsDaysOverMonthsAndLeapYears) {
    EXPECT_EQ(earlierBy(studyAt("20200228"), studyAt("20200301"))->days, 2);
    EXPECT_EQ(earlierBy(studyAt("20190312"), studyAt("20190312"))->days, 0);
    EXPECT_EQ(earlierBy(studyAt("20200301"), studyAt("20200228"))->days, -2);
}

TEST(EarlierBy, CountsMinutesAcrossMidnight) {
    const auto interval = earlierBy(studyAt("20190311", "235500.25"), studyAt("20190312", "000530"));
    ASSERT_TRUE(interval && interval->minutes);
    EXPECT_EQ(interval->days, 1);
    EXPECT_EQ(*interval->minutes, 10);
    EXPECT_TRUE(interval->isEarlier());
    const auto later = earlierBy(studyAt("20190312", "1800"), studyAt("20190312", "0630"));
    EXPECT_EQ(later->minutes, -690);
    EXPECT_TRUE(later->isLater());
}

TEST(EarlierBy, SaysNothingWhereAnythingIsMissingOrNoDate) {
    EXPECT_FALSE(earlierBy(studyAt(""), studyAt("20200301")));
    EXPECT_FALSE(earlierBy(studyAt("20201301"), studyAt("20200301")));
    EXPECT_FALSE(earlierBy(studyAt("20200230"), studyAt("20200301")));
    EXPECT_FALSE(earlierBy(studyAt("2020-Mar"), studyAt("20200301")));
    EXPECT_FALSE(earlierBy(studyAt("20200228", "25xx"), studyAt("20200301", "1200"))->minutes);
}

TEST(EarlierBy, ReadsTheDotsAndColonsOfOldFiles) {
    EXPECT_EQ(earlierBy(studyAt("2019.03.09", "12:00"), studyAt("20190312", "1200"))->minutes, 3 * 24 * 60);
}

} // namespace
} // namespace hemo
