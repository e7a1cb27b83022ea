// A DICOMDIR that is wrong. It lies beside the images that it names.

#include "tests/unit/damage/damage_test.h"

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;

/// A directory of three slices, one record after the other, with offsets that lead in circles.
class DamagedDicomdir : public DamageTest {
protected:
    DamagedDicomdir() {
        for (int k = 1; k <= 3; ++k)
            RawDicom::ctSlice(5 * k, k).write(folder() / ("IM" + std::to_string(k)));
    }

    static RawDicom record(const std::string& fileId, std::uint32_t next) {
        RawDicom record;
        record.longWords({0x0004, 0x1400}, {next})
            .longWords({0x0004, 0x1420}, {next})
            .word({0x0004, 0x1410}, "US", 0xffff)
            .text({0x0004, 0x1430}, "CS", "IMAGE")
            .text({0x0004, 0x1500}, "CS", fileId);
        return record;
    }

    std::string directory(std::uint32_t next = 300) const {
        RawDicom file;
        file.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
            .longWords({0x0004, 0x1200}, {next})
            .longWords({0x0004, 0x1202}, {next})
            .sequence(tag::kDirectoryRecordSequence,
                      {record("IM1", next), record("IM2", next), record("IM3", next)});
        return bytesOf(file);
    }
};

TEST_F(DamagedDicomdir, CutOffAnywhereTheFolderStillOpens) {
    EXPECT_EQ(tryFile(directory(), "DICOMDIR").images, 3);
    forEachCut(directory(), 64, [&](const std::string& cut) {
        const Met met = tryFile(cut, "DICOMDIR");
        EXPECT_LE(met.images, 3);
        EXPECT_EQ(openAround().images, 3) << "the files are there whatever the directory says";
    });
}

TEST_F(DamagedDicomdir, FlippedBitsOpenOrAreSaid) {
    forEachFlip(directory(), 200, 11, [&](const std::string& damaged) {
        tryFile(damaged, "DICOMDIR");
        EXPECT_EQ(openAround().images, 3);
    });
}

TEST_F(DamagedDicomdir, OffsetsThatLoopOrLeadNowhereAreHarmless) {
    for (const std::uint32_t next : {0u, 1u, 132u, 300u, 0x7fffffffu, 0xfffffffeu, 0xffffffffu})
        EXPECT_EQ(tryFile(directory(next), "DICOMDIR").images, 3) << next;
}

TEST_F(DamagedDicomdir, DirectoriesThatNameThemselvesEnd) {
    RawDicom file;
    file.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
        .sequence(tag::kDirectoryRecordSequence, {record("DICOMDIR", 1), record("DICOMDIR", 1)});
    EXPECT_EQ(tryFile(file, "DICOMDIR").opened, 0);
}

TEST_F(DamagedDicomdir, NamesThatLeadOutOpenNothing) {
    for (const char* name :
         {"..\\..\\..\\etc\\passwd", "/etc/passwd", "\\\\\\", "C:\\X", ".", "..", "\x01"}) {
        RawDicom file;
        file.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
            .sequence(tag::kDirectoryRecordSequence, {record(name, 1)});
        EXPECT_EQ(tryFile(file, "DICOMDIR").opened, 0) << name;
    }
}

} // namespace
} // namespace hemo::testing
