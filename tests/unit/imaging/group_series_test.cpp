#include "core/imaging/series/group_series.h"
#include "tests/unit/imaging/imaging_test.h"

#include <array>
#include <chrono>
#include <random>
#include <set>

namespace hemo::testing {
namespace {

using imaging::groupSeries;
using imaging::SliceGroup;
using imaging::SliceHeader;

/// A slice at a height, as a scanner makes it. Numbers count up so that no two are the same image.
class Scanner {
public:
    SliceHeader slice(double zMm) {
        SliceHeader s;
        ++m_count;
        s.about.modality = "CT";
        s.about.seriesInstanceUid = "1.2.3";
        s.about.kernel = "H31s";
        s.about.imageType = "ORIGINAL\\PRIMARY\\AXIAL";
        s.about.kvp = 120;
        s.about.sliceThicknessMm = 5;
        s.sopClassUid = imaging::uid::kCtImageStorage;
        s.sopInstanceUid = "1.2.3." + std::to_string(m_count);
        s.place.file = "folder/" + std::to_string(m_count * 7919 % 1000);
        s.pixels.columns = 4, s.pixels.rows = 3;
        s.pixels.bitsAllocated = s.pixels.bitsStored = 16;
        s.pixels.photometric = "MONOCHROME2";
        s.instanceNumber = m_count;
        s.acquisitionNumber = 1;
        s.position = PatientPoint{-10, -20, zMm};
        s.orientation = imaging::Orientation{{1, 0, 0}, {0, 1, 0}};
        s.spacing = imaging::PixelSpacing{0.5, 0.5};
        s.rescale = imaging::Rescale{1, -1024};
        return s;
    }

    /// Slices from `firstMm` on.
    template <class Change = void (*)(SliceHeader&)>
    void scan(
        double firstMm, double stepMm, int count, Change change = [](SliceHeader&) {}) {
        for (int k = 0; k < count; ++k) {
            made.push_back(slice(firstMm + k * stepMm));
            change(made.back());
        }
    }

    std::vector<SliceHeader> made;

private:
    int m_count = 0;
};

std::vector<std::size_t> sizesOf(const std::vector<SliceGroup>& groups) {
    std::vector<std::size_t> sizes;
    for (const SliceGroup& group : groups)
        sizes.push_back(group.slices.size());
    return sizes;
}

using Sizes = std::vector<std::size_t>;

TEST(GroupSeries, TwoKernelsOfOneSeriesAreTwoStacks) {
    Scanner scanner;
    scanner.scan(0, 5, 8);
    scanner.scan(0, 5, 8, [](SliceHeader& s) { s.about.kernel = "H60s"; });
    const auto groups = groupSeries(scanner.made);
    ASSERT_EQ(sizesOf(groups), (Sizes{8, 8}));
    for (const SliceGroup& group : groups)
        for (const SliceHeader& s : group.slices)
            EXPECT_EQ(s.about.kernel, group.slices.front().about.kernel);
}

TEST(GroupSeries, TwoKernelsAreTwoStacksEvenWhereTheyLieApart) {
    Scanner scanner;
    scanner.scan(0, 5, 4);
    scanner.scan(20, 5, 4, [](SliceHeader& s) { s.about.kernel = "H60s"; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{4, 4}));
}

TEST(GroupSeries, KernelsThatDifferInCapitalsAndBlanksAreOne) {
    Scanner scanner;
    scanner.scan(0, 5, 4);
    scanner.scan(20, 5, 4, [](SliceHeader& s) { s.about.kernel = " h31S "; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{8});
}

TEST(GroupSeries, DerivedAndMonoenergeticImagesAreStacksOfTheirOwn) {
    Scanner scanner;
    scanner.scan(0, 5, 4);
    scanner.scan(0, 5, 5, [](SliceHeader& s) { s.about.imageType = "DERIVED\\PRIMARY\\AXIAL"; });
    scanner.scan(0, 5, 6, [](SliceHeader& s) { s.about.imageType = "DERIVED\\PRIMARY\\AXIAL\\MONO_E"; });
    scanner.scan(0, 5, 7,
                 [](SliceHeader& s) { s.about.imageType = "DERIVED\\PRIMARY\\AXIAL\\BONE_REMOVAL"; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{4, 5, 6, 7}));
}

TEST(GroupSeries, ImageTypesThatMeanNothingToAReaderAreOneStack) {
    Scanner scanner;
    const std::array<const char*, 3> types{"ORIGINAL\\PRIMARY\\AXIAL", "ORIGINAL\\PRIMARY\\AXIAL\\ADD",
                                           "ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SEQ"};
    for (int k = 0; k < 9; ++k)
        scanner.scan(5 * k, 5, 1, [&](SliceHeader& s) { s.about.imageType = types[std::size_t(k % 3)]; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{9});
}

TEST(GroupSeries, FramesOfReferenceSizesAndPatientsAreKeptApart) {
    Scanner scanner;
    scanner.scan(0, 5, 3);
    scanner.scan(50, 5, 4, [](SliceHeader& s) { s.about.frameOfReferenceUid = "9.9"; });
    scanner.scan(50, 5, 5, [](SliceHeader& s) { s.pixels.columns = 5; });
    scanner.scan(50, 5, 6, [](SliceHeader& s) { s.spacing = imaging::PixelSpacing{0.4, 0.5}; });
    scanner.scan(50, 5, 7, [](SliceHeader& s) { s.about.patientId = "another"; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{3, 4, 5, 6, 7}));
}

// ---- one scan in pieces is one stack

TEST(GroupSeries, AStepAndShootScanWithANumberForEachSliceIsOneStack) {
    Scanner scanner;
    for (int k = 0; k < 28; ++k)
        scanner.scan(5 * k, 5, 1, [&](SliceHeader& s) { s.acquisitionNumber = k + 1; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{28});
}

TEST(GroupSeries, AStepAndShootScanOfFourSlicesARotationIsOneStack) {
    for (const double direction : {1.0, -1.0}) {
        Scanner scanner;
        for (int block = 0; block < 7; ++block)
            scanner.scan(direction * 20 * block, direction * 5, 4,
                         [&](SliceHeader& s) { s.acquisitionNumber = block + 1; });
        EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{28});
    }
}

TEST(GroupSeries, PosteriorFossaAndCerebrumWithAThicknessAndVoltageEachAreOneStack) {
    Scanner scanner;
    scanner.scan(0, 4.22, 14, [](SliceHeader& s) {
        s.about.sliceThicknessMm = 4;
        s.about.kvp = 140;
    });
    scanner.scan(56, 7.38, 14, [](SliceHeader& s) {
        s.acquisitionNumber = 2;
        s.about.sliceThicknessMm = 7;
    });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{28});
}

TEST(GroupSeries, PiecesThatMeetInOneSliceAreOneStack) {
    Scanner scanner;
    scanner.scan(0, 4, 11);
    scanner.scan(40, 7, 11, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{22});
}

TEST(GroupSeries, EverySecondSliceFirstAndTheOthersAfterIsOneStack) {
    Scanner scanner;
    scanner.scan(0, 10, 10);
    scanner.scan(5, 10, 10, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{20});
}

// ---- a repeat is not

TEST(GroupSeries, ARepeatOfTheWholeScanIsAStackOfItsOwn) {
    Scanner scanner;
    scanner.scan(0, 5, 20);
    scanner.scan(0, 5, 20, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{20, 20}));
}

TEST(GroupSeries, AStepAndShootScanThatWasRepeatedIsTwoStacks) {
    Scanner scanner;
    int acquisition = 0;
    for (int pass = 0; pass < 2; ++pass)
        for (int k = 0; k < 20; ++k)
            scanner.scan(5 * k, 5, 1, [&](SliceHeader& s) { s.acquisitionNumber = ++acquisition; });
    const auto groups = groupSeries(scanner.made);
    ASSERT_EQ(sizesOf(groups), (Sizes{20, 20}));
    EXPECT_EQ(groups[0].slices.back().acquisitionNumber, 20) << "the two passes are mixed";
}

TEST(GroupSeries, ARepeatAtAShiftedTableIsAStackOfItsOwn) {
    Scanner scanner;
    scanner.scan(0, 5, 20);
    scanner.scan(1.3, 5, 20, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{20, 20}));
}

TEST(GroupSeries, AScanThatWasBrokenOffAndBegunAgainLowerDownIsTwoStacks) {
    Scanner scanner;
    scanner.scan(0, 5, 14);
    scanner.scan(45, 5, 19, [](SliceHeader& s) { s.acquisitionNumber = 2; }); // slices 10 to 14 again
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{14, 19}));
}

TEST(GroupSeries, TwoVoltagesOfOnePlaceAreTwoStacks) {
    Scanner scanner;
    for (int k = 0; k < 10; ++k) // the scanner changes its voltage at each place
        for (const double kvp : {80.0, 140.0})
            scanner.scan(5 * k, 5, 1, [&](SliceHeader& s) {
                s.about.kvp = kvp;
                s.acquisitionNumber = k + 1;
            });
    const auto groups = groupSeries(scanner.made);
    ASSERT_EQ(sizesOf(groups), (Sizes{10, 10}));
    for (const SliceGroup& group : groups)
        for (const SliceHeader& s : group.slices)
            EXPECT_EQ(s.about.kvp, group.slices.front().about.kvp);
}

TEST(GroupSeries, ThinAndThickSlicesOfOneScanAreTwoStacks) {
    Scanner scanner;
    scanner.scan(0, 1, 100, [](SliceHeader& s) { s.about.sliceThicknessMm = 1; });
    scanner.scan(2.5, 5, 19);
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{100, 19}));
}

TEST(GroupSeries, RepeatsWithNothingButImageNumbersToTellThemApartAreStacksByThose) {
    Scanner scanner;
    for (int k = 0; k < 12; ++k) // a perfusion scan: all times of a place after each other
        scanner.scan(5 * k, 0, 3);
    const auto groups = groupSeries(scanner.made);
    ASSERT_EQ(sizesOf(groups), (Sizes{12, 12, 12}));
    EXPECT_EQ(groups[1].slices[0].instanceNumber, 2);
    EXPECT_EQ(groups[1].slices[1].instanceNumber, 5);
}

TEST(GroupSeries, UnknownImageTypesOfOnePlaceAreNotMixed) {
    Scanner scanner;
    for (int k = 0; k < 10; ++k)
        for (const char* made : {"ORIGINAL\\PRIMARY\\AXIAL\\NEW_A", "ORIGINAL\\PRIMARY\\AXIAL\\NEW_B"})
            scanner.scan(5 * k, 5, 1, [&](SliceHeader& s) { s.about.imageType = made; });
    const auto groups = groupSeries(scanner.made);
    ASSERT_EQ(sizesOf(groups), (Sizes{10, 10}));
    for (const SliceGroup& group : groups)
        for (const SliceHeader& s : group.slices)
            EXPECT_EQ(s.about.imageType, group.slices.front().about.imageType);
}

TEST(GroupSeries, OneSliceThatWasScannedAgainStaysAsADuplicate) {
    Scanner scanner;
    scanner.scan(0, 5, 20);
    scanner.scan(50, 5, 1, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{21});
}

// ---- the order of files

TEST(GroupSeries, PartsComeInTheSameOrderHoweverFilesAreListedAndNamed) {
    Scanner scanner;
    scanner.scan(0, 5, 6, [](SliceHeader& s) { s.about.kernel = "H60s"; });
    scanner.scan(0, 5, 7);
    scanner.scan(0, 5, 8, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    scanner.scan(0, 5, 2, [](SliceHeader& s) { s.imageType = {"ORIGINAL", "PRIMARY", "LOCALIZER"}; });
    const auto wanted = groupSeries(scanner.made);
    ASSERT_EQ(wanted.size(), 4u);
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        std::vector<SliceHeader> shuffled = scanner.made;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (SliceHeader& s : shuffled)
            s.place.file = "other/" + std::to_string(random() % 100000) + s.sopInstanceUid;
        const auto groups = groupSeries(shuffled);
        ASSERT_EQ(sizesOf(groups), sizesOf(wanted));
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (std::size_t i = 0; i < groups[g].slices.size(); ++i)
                ASSERT_EQ(groups[g].slices[i].sopInstanceUid, wanted[g].slices[i].sopInstanceUid);
    }
}

// ---- copies

TEST(GroupSeries, TheSameImageInAnotherFolderIsACopyNotARepeat) {
    Scanner scanner;
    scanner.scan(0, 5, 8);
    std::vector<SliceHeader> all = scanner.made;
    for (SliceHeader copy : scanner.made) {
        copy.place.file = "zz/" + copy.place.file.filename().string();
        all.push_back(copy);
    }
    const auto groups = groupSeries(all);
    ASSERT_EQ(sizesOf(groups), Sizes{8});
    EXPECT_EQ(groups[0].copies.size(), 8u);
    for (const SliceHeader& s : groups[0].slices)
        EXPECT_EQ(s.place.file.parent_path(), "folder") << "one folder is taken whole";
}

TEST(GroupSeries, OneFileGivenTwiceIsNoCopy) {
    Scanner scanner;
    scanner.scan(0, 5, 4);
    std::vector<SliceHeader> all = scanner.made;
    all.insert(all.end(), scanner.made.begin(), scanner.made.end());
    const auto groups = groupSeries(all);
    ASSERT_EQ(sizesOf(groups), Sizes{4});
    EXPECT_TRUE(groups[0].copies.empty());
}

TEST(GroupSeries, SlicesThatShareAnImageUidByMistakeAreAllKept) {
    Scanner scanner;
    scanner.scan(0, 5, 12, [](SliceHeader& s) { s.sopInstanceUid = "1.2.3.4"; });
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), Sizes{12});
}

TEST(GroupSeries, SeveralImagesOfOnePlaceWithinAScanDoNotEndTheProgram) {
    Scanner scanner;
    scanner.scan(0, 5, 3);
    scanner.scan(7, 0, 3, [](SliceHeader& s) { s.acquisitionNumber = 2; });
    std::size_t slices = 0;
    for (const std::size_t size : sizesOf(groupSeries(scanner.made)))
        slices += size;
    EXPECT_EQ(slices, 6u) << "none is lost";
}

TEST(GroupSeries, WithoutUidsTwoFoldersOfAnArchiveAreTwoSeries) {
    Scanner scanner;
    const auto in = [](const char* folder) {
        return [folder](SliceHeader& s) {
            s.about.seriesInstanceUid.clear();
            s.place.member = std::string(folder) + s.place.file.filename().string();
            s.place.file = "both.zip";
        };
    };
    scanner.scan(0, 5, 6, in("A/"));
    scanner.scan(2.5, 5, 6, in("B/"));
    EXPECT_EQ(sizesOf(groupSeries(scanner.made)), (Sizes{6, 6}));
}

TEST(GroupSeries, TwentyThousandSlicesInTwoPlacesAreSortedInSeconds) {
    Scanner scanner;
    scanner.scan(0, 0.5, 2);
    std::vector<SliceHeader> all;
    for (int n = 0; n < 20000; ++n) {
        SliceHeader s = scanner.made[std::size_t(n % 2)]; // all in two places, each with its own number
        s.sopInstanceUid += '.' + std::to_string(n);
        s.acquisitionNumber = n;
        s.place.file = std::to_string(n);
        all.push_back(std::move(s));
    }
    const auto begin = std::chrono::steady_clock::now();
    groupSeries(std::move(all));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15)); // 1 on a quiet machine
}

} // namespace
} // namespace hemo::testing
