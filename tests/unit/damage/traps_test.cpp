// Archives made to exhaust who opens them.

#include "tests/support/made_zip.h"
#include "tests/unit/damage/damage_test.h"

namespace hemo::testing {
namespace {

using Traps = DamageTest;

TEST_F(Traps, BombIsNotInflated) {
    // 400 MB of zeros behind a header that is an image's own.
    std::string image = bytesOf(RawDicom::ctSlice(0, 1));
    image.resize(400u << 20, '\0');
    const std::string archive = MadeZip().add("image", image).bytes();
    image = {};
    EXPECT_LT(archive.size(), 1u << 20);
    EXPECT_EQ(tryFile(archive, "bomb.zip").opened, 0);
}

TEST_F(Traps, ManyMembersThatAreAllTheSameBytesAreRefused) {
    MadeZip archive;
    archive.add("0", std::string(1u << 20, '\0'));
    for (int k = 1; k < 1000; ++k) {
        MadeMember member;
        member.name = std::to_string(k);
        member.sameDataAs = 0;
        archive.add(member);
    }
    EXPECT_EQ(tryFile(archive.bytes(), "overlap.zip").opened, 0);
}

TEST_F(Traps, ArchiveInItselfEnds) {
    // A quine holds itself; to who looks, that is an archive in an archive, without an end.
    std::string inside = MadeZip().add("image", bytesOf(RawDicom::ctSlice(0, 1))).bytes();
    for (int depth = 0; depth < 20; ++depth)
        inside = MadeZip().add("again.zip", inside).bytes();
    EXPECT_EQ(tryFile(inside, "again.zip").opened, 0);
}

TEST_F(Traps, MemberWithoutANameIsNotTheArchiveItself) {
    const std::string archive = MadeZip().add("", bytesOf(RawDicom::ctSlice(0, 1))).bytes();
    EXPECT_EQ(tryFile(archive, "nameless.zip").opened, 1) << "it was opened in itself without end";
}

TEST_F(Traps, SizesThatAreClaimedAreNotAllocated) {
    for (const std::uint64_t claimed :
         {std::uint64_t{0xfffffffe}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
        MadeMember member;
        member.name = "image";
        member.bytes = bytesOf(RawDicom::ctSlice(0, 1));
        member.hasSize64 = true;
        member.claimedSize = claimed;
        EXPECT_EQ(tryFile(MadeZip().add(member).bytes(), "large.zip").opened, 0);
    }
}

TEST_F(Traps, EntriesThatAreClaimedAreNotAllocated) {
    MadeZip archive;
    archive.add("image", bytesOf(RawDicom::ctSlice(0, 1))).end64(std::uint64_t{1} << 60);
    EXPECT_EQ(tryFile(archive.bytes(), "many.zip").opened, 0);
}

} // namespace
} // namespace hemo::testing
