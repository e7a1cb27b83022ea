#include "core/study/file_name.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

SeriesInfo janeDoe() {
    SeriesInfo info;
    info.patientName = "Doe^Jane Ann^^Dr";
    info.patientId = "X-1734";
    return info;
}

TEST(FileName, ThatHoldsAPartOfThePatientsNameOrNumberIsKnownByIt) {
    for (const char* name : {"DOE_0001.dcm", "jane.nii.gz", "ct-1734.nrrd", "2019_Ann.dcm"})
        EXPECT_TRUE(holdsPatient(name, janeDoe())) << name;
}

TEST(FileName, OfNumbersAndWordsAloneNamesNobody) {
    for (const char* name : {"IM000012", "head-5-mm.nii.gz", "x.dcm", "drive.dcm", ""})
        EXPECT_FALSE(holdsPatient(name, janeDoe())) << name;
    EXPECT_FALSE(holdsPatient("scan.dcm", SeriesInfo{}));
}

} // namespace
} // namespace hemo
