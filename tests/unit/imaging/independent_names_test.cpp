// Names, values and positions against another program's: Debian's python3-pydicom reads the same odd files.
// Two programs that share no code must read the same.

#include "tests/unit/imaging/field_test.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace hemo::testing {
namespace {

/// The name, the position and every value in HU, one a line.
constexpr auto kScript = R"(
import sys, pydicom
for path in sys.argv[1:]:
    d = pydicom.dcmread(path, force=True)
    print(str(d.PatientName))
    print(' '.join('%g' % float(v) for v in d.ImagePositionPatient))
    slope, intercept = float(d.get('RescaleSlope') or 1), float(d.get('RescaleIntercept') or 0)
    raw = memoryview(d.PixelData).cast('h')
    print(' '.join('%d' % round(slope * v + intercept) for v in raw))
)";

class IndependentNames : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::system("/usr/bin/python3 -c 'import pydicom' >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "pydicom is not installed: apt-get install python3-pydicom to compare with it";
    }

    std::vector<std::string> readByPydicom(const RawDicom& file) const {
        file.write(folder.path() / "file");
        writeText(folder.path() / "read.py", kScript);
        const std::string out = (folder.path() / "out").string();
        const std::string command = "PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore '" +
                                    (folder.path() / "read.py").string() + "' '" +
                                    (folder.path() / "file").string() + "' >'" + out + "' 2>/dev/null";
        if (std::system(command.c_str()) != 0) return {};
        std::vector<std::string> lines;
        std::ifstream in(out);
        for (std::string line; std::getline(in, line);)
            lines.push_back(line);
        return lines;
    }

    void expectTheSame(const RawDicom& file, const std::string& what) const {
        const std::vector<std::string> theirs = readByPydicom(file);
        ASSERT_EQ(theirs.size(), 3u) << what;
        const Opened ours = openFile(file);
        ASSERT_TRUE(ours.volume) << what << ": " << ours.trouble;
        EXPECT_EQ(ours.info.patientName, theirs[0]) << what;
        std::ostringstream place, values;
        const PatientPoint at = ours.volume->grid().slicePositions()[0];
        place << at.x << ' ' << at.y << ' ' << at.z;
        EXPECT_EQ(place.str(), theirs[1]) << what;
        for (const int hu : ours.hu(12))
            values << (values.tellp() > 0 ? " " : "") << hu;
        EXPECT_EQ(values.str(), theirs[2]) << what;
    }

    const TempFolder folder;
};

/// But for ISO 2022 IR 58, whose escape the other program (2.3) shows as if it were letters.
TEST_F(IndependentNames, EveryCharacterSetIsReadAsByTheOtherProgram) {
    struct Name {
        const char *set, *bytes;
    };
    for (const Name& n : {Name{"ISO_IR 100", "M\xFCller"},
                          {"ISO_IR 101", "\xbe\xf3\xb3"},
                          {"ISO_IR 144", "\xbb\xee\xda"},
                          {"ISO_IR 126", "\xc4\xe9\xef"},
                          {"ISO_IR 127", "\xc7\xe4"},
                          {"ISO_IR 138", "\xf9\xf8"},
                          {"ISO_IR 148", "\xf0\xfd\xfe"},
                          {"ISO_IR 166", "\xca\xc1"},
                          {"ISO_IR 13", "\xd4\xcf\xc0\xde^\xc0\xdb\xb3"},
                          {"ISO_IR 192", "王^小東"},
                          {"GB18030", "\xcd\xf5^\xd0\xa1\xb6\xab"},
                          {"ISO 2022 IR 100\\ISO 2022 IR 126", "M\xFCller^\x1b-F\xc4\xe9\xef\xed"},
                          {"\\ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"},
                          {"ISO 2022 IR 13\\ISO 2022 IR 87",
                           "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J"},
                          {"\\ISO 2022 IR 149", "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7"}}) {
        RawDicom file = RawDicom::ctSlice(12.5, 1);
        expectTheSame(
            file.text(tag::kSpecificCharacterSet, "CS", n.set).text(tag::kPatientName, "PN", n.bytes), n.set);
    }
}

TEST_F(IndependentNames, OddFilesHoldTheSameValuesAtTheSamePlace) {
    const auto slice = [] { return RawDicom::ctSlice(-7.25, 1).text(tag::kPatientName, "PN", "Nobody"); };
    expectTheSame(slice(), "a sound one");
    expectTheSame(slice().remove(tag::kRescaleSlope), "no slope");
    expectTheSame(slice().remove(tag::kRescaleIntercept), "no intercept");
    expectTheSame(slice().word(tag::kHighBit, "US", 11), "bits that contradict");
    expectTheSame(
        slice().text(tag::kModality, "CS", "ct").text(tag::kPhotometricInterpretation, "CS", "monochrome2"),
        "small letters");
    expectTheSame(slice().text(tag::kRescaleType, "LO", "Hounsfield"), "another word for HU");
    expectTheSame(slice().form(RawDicom::Form::Implicit), "implicit");
}

} // namespace
} // namespace hemo::testing
