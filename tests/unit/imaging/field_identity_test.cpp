// Files whose UIDs and positions do not say what belongs together: nobody's slice may end in another's head,
// and none may vanish.

#include "tests/unit/imaging/field_test.h"

#include <array>
#include <set>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
constexpr auto kIdentity = LoadWarning::Kind::Identity;
constexpr auto kGeometry = LoadWarning::Kind::Geometry;

/// A slice whose first pixel is its own number, so that pictures differ as those of a scan do.
RawDicom slice(double zMm, int number) {
    std::vector<std::uint16_t> stored{64536, 64537, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024};
    stored[2] = static_cast<std::uint16_t>(100 + number);
    RawDicom file = RawDicom::ctSlice(zMm, number);
    file.text(tag::kPatientId, "LO", "").text(tag::kSeriesDescription, "LO", "Head").pixels(stored);
    return file;
}

class FieldIdentity : public ::testing::Test {
protected:
    template <class Change>
    void write(const std::string& prefix, double firstMm, double stepMm, int count, Change change) {
        for (int k = 0; k < count; ++k) {
            RawDicom file = slice(firstMm + k * stepMm, k + 1);
            change(file, k);
            const fs::path path = folder.path() / (prefix + std::to_string(100 + k));
            fs::create_directories(path.parent_path());
            file.write(path);
        }
    }

    std::vector<SeriesInfo> series() {
        const auto contents = scanFolder(folder.path(), {});
        return contents ? contents->series : std::vector<SeriesInfo>();
    }

    std::vector<int> sizes() {
        std::vector<int> all;
        for (const SeriesInfo& info : series())
            all.push_back(info.imageCount);
        return all;
    }

    const TempFolder folder;
};
using Sizes = std::vector<int>;

void nothing(RawDicom&, int) {}

// ---- two people, one set of UIDs

TEST_F(FieldIdentity, TwoPeopleWithOneSetOfUidsAreTwoSeriesAndItIsSaid) {
    write("a", 0, 5, 8, [](RawDicom& f, int) {
        f.text(tag::kPatientName, "PN", "Ash^Ann").text(tag::kPatientBirthDate, "DA", "19500101");
    });
    write("b", 2.5, 5, 8, [](RawDicom& f, int k) {
        f.text(tag::kPatientName, "PN", "Birch^Ben")
            .text(tag::kPatientBirthDate, "DA", "19800101")
            .text(tag::kSopInstanceUid, "UI", "1.2.3.9." + std::to_string(k));
    });
    const auto found = series();
    ASSERT_EQ(sizes(), (Sizes{8, 8}));
    EXPECT_NE(found[0].patientName, found[1].patientName);
    EXPECT_NE(found[0].seriesInstanceUid, found[1].seriesInstanceUid)
        << "an answer to one is none to the other";
    for (const SeriesInfo& info : found) {
        EXPECT_THAT(textOf(info.warnings, kIdentity), HasSubstr("several patients"));
        const auto loaded = loadSeries(info, {});
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_EQ(loaded->volume->grid().slices(), 8);
        EXPECT_THAT(textOf(loaded->info.warnings, kIdentity), HasSubstr("several patients"));
        const double first = loaded->volume->grid().slicePositions()[0].z;
        EXPECT_EQ(first, info.patientName == "Ash^Ann" ? 0 : 2.5);
    }
}

TEST_F(FieldIdentity, OneDifferenceTellsPeopleApartWhereNoIdDoes) {
    const std::vector<std::pair<imaging::Tag, std::array<const char*, 2>>> kinds{
        {tag::kPatientName, {"Ash^Ann", "Birch^Ben"}},
        {tag::kPatientBirthDate, {"19500101", "19800101"}},
        {tag::kPatientSex, {"F", "M"}},
        {tag::kPatientAge, {"070Y", "041Y"}},
        {tag::kStudyDate, {"20250101", "20260101"}}};
    for (const auto& [what, values] : kinds) {
        for (int person = 0; person < 2; ++person)
            write(person == 0 ? "a" : "b", 2.5 * person, 5, 6,
                  [&, value = values[std::size_t(person)]](RawDicom& f, int k) {
                      f.text(what, "LO", value)
                          .text(tag::kSopInstanceUid, "UI", "1.2." + std::to_string(100 * person + k));
                  });
        EXPECT_EQ(sizes(), (Sizes{6, 6})) << what.group << ',' << what.element;
    }
}

TEST_F(FieldIdentity, OnePersonSpelledInTwoWaysIsOneHead) {
    const auto spelled = [](const char* even, const char* odd) {
        return [=](RawDicom& f, int k) { f.text(tag::kPatientName, "PN", k % 2 ? odd : even); };
    };
    write("a", 0, 5, 8, spelled("Ash^Ann", "ASH^ANN^^"));
    EXPECT_EQ(sizes(), Sizes{8});
    write("a", 0, 5, 8, spelled("Ash^Ann", ""));
    EXPECT_EQ(sizes(), Sizes{8}) << "a blank contradicts nothing";
    write("a", 0, 5, 8, [](RawDicom& f, int k) {
        f.text(tag::kPatientId, "LO", "4711")
            .text(tag::kPatientName, "PN", k < 4 ? "Ash^Ann" : "Ash-Elm^Ann");
    });
    EXPECT_EQ(sizes(), Sizes{8}) << "one ID, and the name was put right between two slices";
}

TEST_F(FieldIdentity, TwoScansOfNobodyAreToldApartByTheirImageNumbers) {
    write("a", 0, 5, 8, nothing);
    write("b", 2.5, 5, 8,
          [](RawDicom& f, int k) { f.text(tag::kSopInstanceUid, "UI", "1.2.3.9." + std::to_string(k)); });
    ASSERT_EQ(sizes(), (Sizes{8, 8}));
    for (const SeriesInfo& info : series()) {
        EXPECT_EQ(info.sliceStepMm, 5);
        EXPECT_THAT(textOf(info.warnings, kIdentity), HasSubstr("image number is there twice"));
    }
}

TEST_F(FieldIdentity, OneScanNumberedThroughStaysOne) {
    write("a", 0, 2.5, 16, nothing);
    ASSERT_EQ(sizes(), Sizes{16});
    EXPECT_THAT(series()[0].warnings, IsEmpty());
}

// ---- copies

TEST_F(FieldIdentity, DifferentPicturesWithOneImageUidAreAllKept) {
    write("s", 0, 5, 28, [](RawDicom& f, int) {
        f.text(tag::kSopInstanceUid, "UI", "1.2.3.4")
            .remove(tag::kImagePositionPatient)
            .remove(tag::kInstanceNumber);
    });
    const Opened opened = openFolder(folder.path());
    ASSERT_TRUE(opened.volume) << opened.trouble;
    ASSERT_EQ(opened.volume->grid().slices(), 28);
    for (int k = 0; k < 28; ++k)
        EXPECT_EQ(opened.volume->at(2, 0, k), 100 + k + 1 - 24) << "slice " << k;
    EXPECT_THAT(opened.warnings(kIdentity), HasSubstr("share one image UID"));
}

TEST_F(FieldIdentity, ProcessedFilesThatKeptTheirUidsAreASeriesOfTheirOwn) {
    write("scan/", 0, 5, 8, nothing);
    write("smooth/", 0, 5, 8, [](RawDicom& f, int k) {
        f.pixels({64536, 64536, static_cast<std::uint16_t>(500 + k), 24, 24, 24, 24, 24, 24, 24, 24, 24});
    });
    ASSERT_EQ(sizes(), (Sizes{8, 8}));
    for (const SeriesInfo& info : series()) {
        std::set<fs::path> folders;
        for (const ImagePlace& image : info.images)
            folders.insert(image.file.parent_path().filename());
        EXPECT_EQ(folders.size(), 1u) << "never mixed";
        EXPECT_THAT(textOf(info.warnings, kIdentity), HasSubstr("share one image UID"));
    }
}

TEST_F(FieldIdentity, TheSamePictureWrittenInAnotherWayIsStillACopy) {
    write("scan/", 0, 5, 6, nothing);
    write("sent/", 0, 5, 6, [](RawDicom& f, int) { f.form(RawDicom::Form::Implicit); });
    write("old/", 0, 5, 6, [](RawDicom& f, int) {
        f.form(RawDicom::Form::BigEndian).text(tag::kStudyDescription, "LO", "sent again");
    });
    ASSERT_EQ(sizes(), Sizes{6});
    EXPECT_THAT(textOf(series()[0].warnings, LoadWarning::Kind::Duplicate),
                HasSubstr("Twelve files are copies"));
    EXPECT_EQ(textOf(series()[0].warnings, kIdentity), "");
}

// ---- positions that say nothing

TEST_F(FieldIdentity, OnePositionForAllIsNoneWhereSliceLocationsDiffer) {
    for (const char* position : {"0\\0\\0", "-120\\-95\\0"}) {
        write("s", 0, 5, 28, [&](RawDicom& f, int k) {
            f.text(tag::kImagePositionPatient, "DS", position)
                .text(tag::kSliceLocation, "DS", std::to_string(135 - 5 * k));
        });
        const Opened opened = openFolder(folder.path());
        ASSERT_TRUE(opened.volume) << opened.trouble;
        ASSERT_EQ(opened.volume->grid().slices(), 28) << position;
        EXPECT_EQ(opened.volume->at(2, 0, 0), 100 + 28 - 24) << "the lowest location first";
        EXPECT_EQ(opened.info.sliceStepMm, 5);
        EXPECT_THAT(opened.warnings(kGeometry),
                    HasSubstr("one position for all slices: slices are ordered by their slice location"));
    }
}

TEST_F(FieldIdentity, AllAtTheOriginIsOrderedByNumberWhereNothingElseSays) {
    write("s", 0, 5, 12, [&](RawDicom& f, int) {
        f.text(tag::kImagePositionPatient, "DS", "0\\0\\0").text(tag::kSliceThickness, "DS", "4");
    });
    const Opened opened = openFolder(folder.path());
    ASSERT_TRUE(opened.volume) << opened.trouble;
    ASSERT_EQ(opened.volume->grid().slices(), 12);
    EXPECT_EQ(opened.volume->at(2, 0, 11), 100 + 12 - 24);
    EXPECT_THAT(opened.warnings(kGeometry), HasSubstr("by image number, 4 mm apart is assumed"));
}

TEST_F(FieldIdentity, AMonitoringScanOfOnePlaceIsNoStack) {
    write("s", 0, 0, 12, [](RawDicom& f, int) {
        f.text(tag::kSliceLocation, "DS", "0").text(tag::kImagePositionPatient, "DS", "-120\\-95\\33");
    });
    for (const SeriesInfo& info : series())
        EXPECT_EQ(info.sliceStepMm, std::nullopt) << "no step is made up";
}

// ---- a UID a slice

TEST_F(FieldIdentity, ANewUidForEachSliceIsOneStackWithAWarning) {
    const std::vector<imaging::Tag> uids{tag::kSeriesInstanceUid, tag::kStudyInstanceUid,
                                         tag::kFrameOfReferenceUid};
    for (int which = 1; which < 8; ++which) {
        write("s", 0, 5, 20, [&](RawDicom& f, int k) {
            for (std::size_t u = 0; u < uids.size(); ++u)
                if (which >> u & 1)
                    f.text(uids[u], "UI", "1.2.3.4." + std::to_string(u) + '.' + std::to_string(k));
        });
        ASSERT_EQ(sizes(), Sizes{20}) << "UIDs " << which;
        EXPECT_THAT(textOf(series()[0].warnings, kIdentity),
                    HasSubstr("of its own: they are taken for one scan"))
            << which;
        const Opened opened = openFolder(folder.path());
        ASSERT_TRUE(opened.volume) << opened.trouble;
        EXPECT_EQ(opened.volume->grid().slices(), 20);
        EXPECT_EQ(opened.info.sliceStepMm, 5);
        EXPECT_THAT(opened.warnings(kIdentity), HasSubstr("taken for one scan"));
    }
}

TEST_F(FieldIdentity, LoneSlicesThatDifferInAnythingElseAreNotJoined) {
    const auto withOwnUid = [](const char* person, const char* kernel, int first) {
        return [=](RawDicom& f, int k) {
            f.text(tag::kSeriesInstanceUid, "UI", "1.2.3.4." + std::to_string(first + k))
                .text(tag::kSopInstanceUid, "UI", "1.2.3.5." + std::to_string(first + k))
                .text(tag::kPatientName, "PN", person)
                .text(tag::kConvolutionKernel, "SH", kernel);
        };
    };
    write("a", 0, 5, 6, withOwnUid("Ash^Ann", "H31s", 100));
    write("b", 2.5, 5, 6, withOwnUid("Birch^Ben", "H31s", 200));
    write("c", 0, 5, 6, withOwnUid("Ash^Ann", "H60s", 300));
    EXPECT_EQ(sizes(), (Sizes{6, 6, 6}));
}

TEST_F(FieldIdentity, LoneSlicesOfOnePlaceStayAlone) {
    write("s", 0, 0, 6,
          [](RawDicom& f, int k) { f.text(tag::kSeriesInstanceUid, "UI", "1.2.3.4." + std::to_string(k)); });
    EXPECT_EQ(series().size(), 6u);
}

} // namespace
} // namespace hemo::testing
