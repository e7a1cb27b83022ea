// How files are put together in the field: what is sound must open, and no picture may shift.

#include "tests/support/encode_frame.h"
#include "tests/unit/imaging/field_test.h"

#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Tag = imaging::Tag;
using Values = std::vector<int>;

constexpr Tag kSomeSequence{0x0008, 0x1140}, kSomeText{0x0008, 0x1155}, kPrivate{0x0019, 0x1010};

void expectTheSlice(const RawDicom& file, const std::string& what) {
    const Opened opened = openFile(file);
    EXPECT_EQ(opened.hu(), sliceHu()) << what << ": " << opened.trouble;
    ASSERT_TRUE(opened.volume) << what;
    EXPECT_EQ(opened.volume->at(3, 2, 0), 1000) << what << ": the last pixel";
    EXPECT_THAT(opened.info.warnings, IsEmpty()) << what;
}

std::string shortElement(Tag tag, const std::string& vr, const std::string& value) {
    return littleEndian(tag.group, 2) + littleEndian(tag.element, 2) + vr + littleEndian(value.size(), 2) +
           value;
}

std::string implicitElement(Tag tag, const std::string& value) {
    return littleEndian(tag.group, 2) + littleEndian(tag.element, 2) + littleEndian(value.size(), 4) + value;
}

std::string openHead(Tag tag, const std::string& vr) {
    return longElement(tag, vr, "").substr(0, 8) + littleEndian(0xffffffff, 4);
}

const std::string kOpenItem = littleEndian(0xe000fffe, 4) + littleEndian(0xffffffff, 4);
const std::string kItemEnds = delimited(tag::kItemEnd), kSequenceEnds = delimited(tag::kSequenceEnd);

// ---- compressed pixels

/// PixelData as these bytes, with a length or without.
RawDicom jpeg(const std::string& transferSyntax, const std::string& bytes, bool isOpen) {
    RawDicom file = compressedSlice(transferSyntax, 0, 1);
    file.text(tag::kPixelData, "OB", bytes);
    if (isOpen) file.lieAboutLength(tag::kPixelData, 0xffffffff);
    return file;
}

const std::vector<std::string>& losslessSyntaxes() {
    static const std::vector<std::string> kAll{coding::kJpegLossless, coding::kJpegLs, coding::kJpeg2000,
                                               coding::kRle};
    return kAll;
}

std::vector<int> wholePicture(const std::string& transferSyntax) {
    std::vector<int> hu;
    for (const std::uint16_t stored : oddFrame(transferSyntax).values)
        hu.push_back(stored - 1024);
    return hu;
}

TEST(FieldFragments, WithoutADelimiterAtTheEndThePictureIsWhole) {
    for (const std::string& syntax : losslessSyntaxes()) {
        const std::string stream = encodeFrame(syntax, oddFrame(syntax)),
                          items = delimited(tag::kItem) + delimited(tag::kItem, stream);
        for (const std::string& end : {std::string(), std::string(4, '\0'), std::string(12, '\0'), kItemEnds,
                                       kItemEnds + kSequenceEnds, std::string("rubbish behind")}) {
            const Opened opened = openFile(jpeg(syntax, items + end, true));
            EXPECT_EQ(opened.hu(480), wholePicture(syntax))
                << syntax << " and " << end.size() << " bytes: " << opened.trouble;
        }
    }
}

TEST(FieldFragments, ALengthWhereNoneBelongsIsNoDamage) {
    for (const std::string& syntax : losslessSyntaxes()) {
        const std::string stream = encodeFrame(syntax, oddFrame(syntax)),
                          items = delimited(tag::kItem) + delimited(tag::kItem, stream);
        for (const std::string& end : {std::string(), kSequenceEnds}) {
            const Opened opened = openFile(
                jpeg(syntax, items + end, false)
                    .lieAboutLength(tag::kPixelData, static_cast<std::uint32_t>((items + end).size())));
            EXPECT_EQ(opened.hu(480), wholePicture(syntax)) << syntax << ": " << opened.trouble;
        }
        const Opened bare = openFile(jpeg(syntax, stream, false));
        EXPECT_EQ(bare.hu(480), wholePicture(syntax)) << syntax << " in no fragment: " << bare.trouble;
    }
}

TEST(FieldFragments, AStreamThatIsCutOffIsStillRefused) {
    for (const std::string& syntax : losslessSyntaxes()) {
        const std::string stream = encodeFrame(syntax, oddFrame(syntax));
        const std::string half = stream.substr(0, stream.size() / 4 * 2);
        EXPECT_FALSE(openFile(jpeg(syntax, delimited(tag::kItem) + delimited(tag::kItem, half), true)).volume)
            << syntax;
        EXPECT_FALSE(openFile(jpeg(syntax, half, false)).volume) << syntax;
    }
}

// ---- sequences

TEST(FieldSequences, OfUnknownVrAndLengthMayBeExplicitInside) {
    const std::string text = shortElement(kSomeText, "UI", "1.2.3.45");
    const std::string inner = openHead({0x0008, 0x1199}, "SQ") + kOpenItem + text + kItemEnds + kSequenceEnds;
    const std::string implicit = kOpenItem + implicitElement(kSomeText, "1.2.3.45") + kItemEnds;
    for (const Tag at : {kSomeSequence, kPrivate}) {
        const std::string head = openHead(at, "UN");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(at, head + implicit + kSequenceEnds), "implicit");
        expectTheSlice(
            RawDicom::ctSlice(0, 1).verbatim(at, head + kOpenItem + text + kItemEnds + kSequenceEnds),
            "explicit");
        expectTheSlice(
            RawDicom::ctSlice(0, 1).verbatim(at, head + delimited(tag::kItem, text) + kSequenceEnds),
            "explicit, items with a length");
        expectTheSlice(
            RawDicom::ctSlice(0, 1).verbatim(at, head + kOpenItem + inner + kItemEnds + kSequenceEnds),
            "a sequence in it");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(
                           at, head + kOpenItem + openHead({0x0008, 0x1199}, "UN") + kOpenItem + text +
                                   kItemEnds + kSequenceEnds + kItemEnds + kSequenceEnds),
                       "another of them in it");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(at, head + kSequenceEnds), "empty");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(at, head + kOpenItem + kItemEnds + kSequenceEnds),
                       "an empty item");
    }
}

TEST(FieldSequences, DelimitersThatBelongNowhereArePassedOver) {
    const std::string text = shortElement(kSomeText, "UI", "1.2.3.45");
    const std::string closed = longElement(kSomeSequence, "SQ", delimited(tag::kItem, text));
    for (const std::string& stray :
         {kItemEnds, kSequenceEnds, kItemEnds + kSequenceEnds, kSequenceEnds + kSequenceEnds}) {
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, closed + stray),
                       "behind a sequence with a length");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim({0x0021, 0x0001}, stray), "alone");
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim({0x7fdf, 0x0001}, stray), "before the pixels");
    }
    const std::string head = openHead(kSomeSequence, "SQ");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + delimited(tag::kItem, text) +
                                                                       kItemEnds + kSequenceEnds),
                   "behind an item with a length");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(
                       kSomeSequence, head + kOpenItem +
                                          longElement({0x0008, 0x1199}, "SQ", delimited(tag::kItem, text)) +
                                          kSequenceEnds + kItemEnds + kSequenceEnds),
                   "inside an item");
}

TEST(FieldSequences, DelimitersOfItemAndSequenceMayBeExchanged) {
    const std::string text = shortElement(kSomeText, "UI", "1.2.3.45"), head = openHead(kSomeSequence, "SQ");
    const std::string item = kOpenItem + text;
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + item + kSequenceEnds + kItemEnds),
                   "both");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + item + kSequenceEnds + item +
                                                                       kSequenceEnds + kItemEnds),
                   "both, two items");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + item + kItemEnds + kItemEnds),
                   "two of items");
    expectTheSlice(
        RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + item + kSequenceEnds + kSequenceEnds),
        "two of sequences");
    const std::string nested = openHead({0x0008, 0x1199}, "SQ") + item + kSequenceEnds + kItemEnds;
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence,
                                                    head + kOpenItem + nested + kSequenceEnds + kItemEnds),
                   "nested");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kSomeSequence, head + item + kSequenceEnds),
                   "that of the item is missing");
}

// ---- VRs of nobody

TEST(FieldVrs, OfNobodyHaveALengthOf32BitsAsThePartFiveSays) {
    for (const std::string& vr : {std::string("OX"), std::string("ox"), std::string(2, '\0'),
                                  std::string("ZZ"), std::string("??"), std::string("  ")}) {
        for (const std::size_t length : {0u, 2u, 8u, 300u, 70000u})
            expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(
                               kPrivate, longElement(kPrivate, vr, std::string(length, 'x'))),
                           "private, " + std::to_string(length) + " bytes of " + vr);
    }
}

TEST(FieldVrs, OfNobodyWithAShortLengthOrNoneAtAllAreReadToo) {
    for (const std::string& vr : {std::string("XX"), std::string("lo"), std::string("us")})
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kPrivate, shortElement(kPrivate, vr, "something ")),
                       "short " + vr);
    for (const std::size_t length : {0u, 2u, 8u, 300u, 70000u})
        expectTheSlice(
            RawDicom::ctSlice(0, 1).verbatim(kPrivate, implicitElement(kPrivate, std::string(length, 'x'))),
            "without a VR, " + std::to_string(length));
}

std::string pixelBytes() {
    std::string bytes;
    for (const int value : {64536, 64537, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024})
        bytes += littleEndian(static_cast<std::uint64_t>(value), 2);
    return bytes;
}

TEST(FieldVrs, PixelsOfNobodysVrNeverShift) {
    for (const std::string& vr :
         {std::string("OX"), std::string("ox"), std::string(2, '\0'), std::string("ZZ")})
        expectTheSlice(
            RawDicom::ctSlice(0, 1).verbatim(tag::kPixelData, longElement(tag::kPixelData, vr, pixelBytes())),
            "pixels of " + vr);
    expectTheSlice(
        RawDicom::ctSlice(0, 1).verbatim(tag::kPixelData, implicitElement(tag::kPixelData, pixelBytes())),
        "pixels without a VR");
    expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(
                       tag::kPixelData, longElement(tag::kPixelData, "OX", pixelBytes()) +
                                            longElement({0xfffc, 0xfffc}, "OB", std::string(40, '\0'))),
                   "with padding behind");
}

TEST(FieldVrs, PixelsThatCannotBePlacedForCertainAreRefused) {
    // Read as implicit, "OX" is a length of 22,607: the picture would open, four bytes early.
    const std::string whole = longElement(tag::kPixelData, "OX", pixelBytes() + std::string(30000, '\0'));
    const Opened cut =
        openFile(RawDicom::ctSlice(0, 1).verbatim(tag::kPixelData, whole.substr(0, whole.size() - 200)));
    EXPECT_FALSE(cut.volume);
    EXPECT_THAT(cut.trouble, HasSubstr("damaged"));
}

TEST(FieldVrs, AFirstElementOfNobodysVrDoesNotMakeTheFileImplicit) {
    constexpr Tag kFirst{0x0008, 0x0001};
    for (const std::string& vr : {std::string("OX"), std::string("zz")})
        expectTheSlice(RawDicom::ctSlice(0, 1).verbatim(kFirst, longElement(kFirst, vr, "abcd")), vr);
}

// ---- names in a DICOMDIR, links

void writeDirectory(const fs::path& folder, const std::string& name) {
    RawDicom record, directory;
    record.text(tag::kReferencedFileId, "CS", name);
    directory.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
        .sequence(tag::kDirectoryRecordSequence, {record})
        .write(folder / "DICOMDIR");
}

TEST(FieldDicomdir, FilesThatGotOrLostAnEndingAreFound) {
    struct Case {
        const char *named, *file;
    };
    for (const Case& c : {Case{"IM000", "IM000.dcm"},
                          {"IM000", "im000.DCM"},
                          {"IM000", "IM000.ima"},
                          {"IM000", "IM000.xyz"},
                          {"IM000.DCM", "IM000"},
                          {"IM000.IMA", "IM000.dcm"},
                          {"IM000", "IM000"}}) {
        const TempFolder folder;
        fs::create_directories(folder.path() / "DICOM");
        RawDicom::ctSlice(0, 1).write(folder.path() / "DICOM" / c.file);
        writeText(folder.path() / "DICOM" / "IM0001.dcm", "another name that begins alike");
        writeDirectory(folder.path(), std::string("DICOM\\") + c.named);
        const Opened opened = openFolder(folder.path() / "DICOMDIR");
        EXPECT_EQ(opened.hu(), sliceHu()) << c.named << " is " << c.file << ": " << opened.trouble;
    }
}

TEST(FieldDicomdir, OfSeveralEndingsDicomsIsTakenAndNoneIsGuessed) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "IM000.dcm");
    writeText(folder.path() / "IM000.jpg", "a picture for the web");
    writeText(folder.path() / "IM000.xml", "<report/>");
    writeDirectory(folder.path(), "IM000");
    EXPECT_EQ(openFolder(folder.path() / "DICOMDIR").hu(), sliceHu());
    fs::rename(folder.path() / "IM000.dcm", folder.path() / "IM000.abc");
    EXPECT_FALSE(openFolder(folder.path() / "DICOMDIR").volume) << "which of three it is nobody knows";
}

TEST(FieldLinks, AFolderThatHoldsOnlyALinkIsNotCalledEmpty) {
    const TempFolder folder, elsewhere;
    RawDicom::ctSlice(0, 1).write(elsewhere.path() / "file");
    fs::create_directory_symlink(elsewhere.path(), folder.path() / "study");
    const std::string trouble = openFolder(folder.path()).trouble;
    EXPECT_THAT(trouble, HasSubstr("links to other places are not followed"));
    writeText(folder.path() / "notes.txt", "text");
    EXPECT_EQ(openFolder(folder.path()).trouble, trouble);
    fs::create_symlink(elsewhere.path() / "file", folder.path() / "image");
    EXPECT_EQ(openFolder(folder.path()).hu(), sliceHu()) << "links to files are files";
    const TempFolder broken;
    fs::create_symlink(elsewhere.path() / "gone", broken.path() / "gone");
    EXPECT_THAT(openFolder(broken.path()).trouble, HasSubstr("links to other places"));
}

} // namespace
} // namespace hemo::testing
