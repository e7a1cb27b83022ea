// Sequences in sequences, whole and damaged, however they are written.

#include "core/imaging/header/dicom_header.h"
#include "tests/unit/imaging/imaging_test.h"

#include <fstream>
#include <random>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using Ends = RawDicom::Ends;
using Form = RawDicom::Form;
using imaging::DicomHeader;
using imaging::ElementSet;

constexpr imaging::Tag kPrivateSequence{0x0009, 0x1010};

std::string bytesOf(const RawDicom& file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    std::ifstream in(folder.path() / "file", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Result<DicomHeader> headerOf(const std::string& bytes) {
    const TempFolder folder;
    writeText(folder.path() / "file", bytes);
    auto window = imaging::ByteWindow::open(folder.path() / "file");
    return DicomHeader::read(*window);
}

/// Two frames: positions, a number of each binary kind, and a private sequence that nobody asked for.
RawDicom withFrames(Ends ends, const std::string& vr = "SQ", Form form = Form::Explicit) {
    std::vector<RawDicom> frames;
    for (int f = 0; f < 2; ++f) {
        RawDicom plane, content, inner, frame;
        plane.text(tag::kImagePositionPatient, "DS", "1\\2\\" + std::to_string(30 + f));
        content.text(tag::kStackId, "SH", "A")
            .longWords(tag::kInStackPositionNumber, {70000u + static_cast<unsigned>(f)})
            .word(tag::kFrameAcquisitionNumber, "US", 300)
            .doubles({0x0018, 0x9345}, {12.5, -3.25});
        inner.word(tag::kRows, "US", 99).sequence(tag::kPlanePositionSequence, {plane}, ends);
        frame.sequence(kPrivateSequence, {inner, inner}, ends)
            .sequence(tag::kFrameContentSequence, {content}, ends, vr)
            .sequence(tag::kPlanePositionSequence, {plane}, ends, vr);
        frames.push_back(frame);
    }
    return RawDicom::ctSlice(0, 1)
        .form(form)
        .sequence(kPrivateSequence, {frames[0]}, ends)
        .sequence(tag::kPerFrameFunctionalGroupsSequence, frames, ends, vr);
}

void expectFrames(const Result<DicomHeader>& header, const std::string& how) {
    ASSERT_TRUE(header) << how;
    const auto frames = header->items(tag::kPerFrameFunctionalGroupsSequence);
    ASSERT_EQ(frames.size(), 2u) << how;
    for (std::size_t f = 0; f < 2; ++f) {
        const ElementSet* plane = frames[f].item(tag::kPlanePositionSequence);
        const ElementSet* content = frames[f].item(tag::kFrameContentSequence);
        ASSERT_TRUE(plane && content) << how;
        EXPECT_THAT(plane->numbers(tag::kImagePositionPatient), ::testing::ElementsAre(1, 2, 30.0 + f));
        EXPECT_EQ(content->text(tag::kStackId), "A");
        EXPECT_EQ(content->longWord(tag::kInStackPositionNumber), 70000 + f) << how;
        EXPECT_EQ(content->word(tag::kFrameAcquisitionNumber), 300) << how;
        EXPECT_THAT(content->doubles({0x0018, 0x9345}), ::testing::ElementsAre(12.5, -3.25)) << how;
        EXPECT_TRUE(frames[f].has(kPrivateSequence)) << how;
        EXPECT_TRUE(frames[f].items(kPrivateSequence).empty()) << "kept, and nobody asked for it";
    }
    EXPECT_EQ(header->word(tag::kRows), 3) << how << ": a number from within a sequence";
    EXPECT_TRUE(header->has(kPrivateSequence));
    EXPECT_TRUE(header->pixels()) << how;
}

TEST(ElementSet, SequencesAreReadHoweverTheyAreWritten) {
    for (const Form form : {Form::Explicit, Form::Implicit, Form::BigEndian})
        for (const Ends ends : {Ends::ByLength, Ends::ByDelimiter})
            expectFrames(headerOf(bytesOf(withFrames(ends, "SQ", form))),
                         "form " + std::to_string(static_cast<int>(form)) + " ends " +
                             std::to_string(static_cast<int>(ends)));
}

TEST(ElementSet, SequencesOfUnknownVrAreImplicitLittleEndianInside) {
    for (const Form form : {Form::Explicit, Form::BigEndian})
        for (const Ends ends : {Ends::ByLength, Ends::ByDelimiter})
            expectFrames(headerOf(bytesOf(withFrames(ends, "UN", form))), "unknown VR");
}

TEST(ElementSet, ASequenceMarkedUnknownWhoseInsideWasLeftExplicitIsReadToo) {
    std::string bytes = bytesOf(withFrames(Ends::ByDelimiter));
    const std::string head = std::string("\0\x52\x30\x92SQ", 6);
    const std::size_t at = bytes.find(head);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at + 4, 2, "UN");
    expectFrames(headerOf(bytes), "UN with an explicit inside");
}

TEST(ElementSet, AnItemKnowsWhereItBegins) {
    const std::string bytes = bytesOf(withFrames(Ends::ByLength));
    const auto header = headerOf(bytes);
    ASSERT_TRUE(header);
    for (const ElementSet& item : header->items(tag::kPerFrameFunctionalGroupsSequence))
        EXPECT_EQ(bytes.substr(item.offset(), 4), std::string("\xfe\xff\0\xe0", 4));
}

TEST(ElementSet, AnItemsOwnCharacterSetCountsForItAlone) {
    RawDicom latin, inherited;
    latin.text(tag::kSpecificCharacterSet, "CS", "ISO_IR 100").text(tag::kPatientName, "PN", "M\xfcller");
    inherited.text(tag::kPatientName, "PN", "M\xc3\xbcller");
    const auto header = headerOf(bytesOf(RawDicom::ctSlice(0, 1)
                                             .text(tag::kSpecificCharacterSet, "CS", "ISO_IR 192")
                                             .sequence(tag::kFrameAnatomySequence, {latin, inherited})));
    ASSERT_TRUE(header);
    for (const ElementSet& item : header->items(tag::kFrameAnatomySequence))
        EXPECT_EQ(item.text(tag::kPatientName), "Müller");
}

TEST(ElementSet, ItemsBeforeADamagedOneStayAndWhatFollowsIsFound) {
    RawDicom sound, damaged;
    sound.text(tag::kCodeValue, "SH", "T-A0100");
    damaged.text(tag::kCodeValue, "SH", "T-A0100").lieAboutLength(tag::kCodeValue, 60000);
    const auto header = headerOf(bytesOf(
        RawDicom::ctSlice(0, 1).sequence(tag::kFrameAnatomySequence, {sound, sound, damaged, sound})));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->items(tag::kFrameAnatomySequence).size(), 2u);
    EXPECT_EQ(header->word(tag::kRows), 3);
}

TEST(ElementSet, AnItemThatReachesPastItsSequenceIsDamaged) {
    RawDicom item;
    item.text(tag::kCodeValue, "SH", "T-A0100");
    std::string bytes = bytesOf(RawDicom::ctSlice(0, 1).sequence(tag::kFrameAnatomySequence, {item, item}));
    const std::size_t at = bytes.find(std::string("\xfe\xff\0\xe0", 4));
    bytes[at + 4] = 0x7f; // longer than both
    const auto header = headerOf(bytes);
    ASSERT_TRUE(header);
    EXPECT_TRUE(header->items(tag::kFrameAnatomySequence).empty());
    EXPECT_TRUE(header->has(tag::kFrameAnatomySequence));
}

TEST(ElementSet, ASequenceThatNeverEndsIsDamaged) {
    std::string bytes = bytesOf(withFrames(Ends::ByDelimiter));
    bytes.resize(bytes.find(std::string("\xfe\xff\xdd\xe0\0\0\0\0\xe0\x7f", 10)));
    const auto header = headerOf(bytes);
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().code, ErrorCode::Damaged);
}

/// Thousands of sequences in one another: neither the stack nor the time runs out.
TEST(ElementSet, BottomlessNestingIsDamaged) {
    for (const bool isKept : {true, false}) {
        std::string level(
            isKept ? "\x20\0\x71\x90SQ\0\0\xff\xff\xff\xff" : "\x09\0\x10\x10SQ\0\0\xff\xff\xff\xff", 12);
        level.append("\xfe\xff\0\xe0\xff\xff\xff\xff", 8);
        std::string deep;
        for (int i = 0; i < 20000; ++i)
            deep.append(level);
        std::string bytes = bytesOf(RawDicom::ctSlice(0, 1));
        const auto header = headerOf(bytes.substr(0, bytes.find(std::string("\x28\0\x02\0US", 6))) + deep);
        ASSERT_FALSE(header);
        EXPECT_EQ(header.error().code, ErrorCode::Damaged);
    }
}

TEST(ElementSet, CutOrGarbledSequencesNeverCrash) {
    std::mt19937 random(11);
    int read = 0, refused = 0;
    for (const Ends ends : {Ends::ByLength, Ends::ByDelimiter}) {
        const std::string bytes = bytesOf(withFrames(ends));
        for (std::size_t length = 132; length < bytes.size(); length += 3)
            headerOf(bytes.substr(0, length)) ? ++read : ++refused;
        for (int round = 0; round < 400; ++round) {
            std::string garbled = bytes;
            for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
                garbled[132 + random() % (garbled.size() - 132)] = static_cast<char>(random());
            headerOf(garbled) ? ++read : ++refused;
        }
    }
    EXPECT_GT(read, 0);
    EXPECT_GT(refused, 0);
}

} // namespace
} // namespace hemo::testing
