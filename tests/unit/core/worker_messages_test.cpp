#include "made_volumes.h"

#include "core/classify/wire/worker_messages.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

#include <cstring>

namespace hemo {
namespace {

Result<std::optional<WireMessage>> oneMessage(WireReader& reader, std::span<const std::byte> data) {
    reader.feed(data);
    return reader.next();
}

TEST(WorkerMessages, RequestSurvivesTheWire) {
    const VolumePtr volume = testing::volumeOf(testing::tiltedGrid(7), "1.2.9", -77);
    const ScanHeader header{110, ScanHeader::Contrast::Named, false, true, true, true, 0.25};
    WireReader reader;
    const auto message =
        oneMessage(reader, encodeWire(toWire(ClassifyRequest{4, "models/x", "cpu", volume, header})));
    ASSERT_TRUE(message && *message);
    const auto request = requestFromWire(**message);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->job, 4);
    EXPECT_EQ(request->modelFolder, "models/x");
    EXPECT_EQ(request->device, "cpu");
    EXPECT_EQ(request->volume->grid(), volume->grid());
    EXPECT_EQ(request->volume->seriesInstanceUid(), "1.2.9");
    EXPECT_TRUE(std::ranges::equal(request->volume->voxels(), volume->voxels()));
    EXPECT_EQ(request->header, header);
}

TEST(WorkerMessages, EveryAnswerSurvivesTheWireByteByByte) {
    const std::vector<WorkerAnswer> answers{
        WorkerReady{"m", "ab", "CPU"},
        SliceDone{3, {7, {.1, .2, .3, .4, .5, .6}, true, .25}, 2, 2, {1.f, 2.f, 3.f, 4.5f}},
        ClassifyDone{3,
                     {Answer::Suspected, .7, 4, said("4 of 28"), said("A gap."), said("Lossy."), true},
                     {"m", "ab", {2, .6}, "CPU", 1.25, "1.2"}},
        ClassifyFailed{3, {ErrorCode::OutOfMemory, said("Close something."), "detail"}}};
    std::vector<std::byte> stream;
    for (const WorkerAnswer& a : answers) {
        const auto bytes = encodeWire(toWire(a));
        stream.insert(stream.end(), bytes.begin(), bytes.end());
    }
    WireReader reader;
    std::vector<WorkerAnswer> read;
    for (const std::byte b : stream) {
        reader.feed(std::span(&b, 1));
        auto message = reader.next();
        ASSERT_TRUE(message);
        if (*message) read.push_back(*answerFromWire(**message));
    }
    EXPECT_EQ(read, answers);
}

TEST(WorkerMessages, AbsurdLengthIsAnErrorNotAnAllocation) {
    WireReader reader;
    const std::vector<std::byte> bad(8, std::byte{0xff});
    EXPECT_FALSE(oneMessage(reader, bad));
}

TEST(WorkerMessages, TextThatIsNoMessageIsAnError) {
    WireReader reader;
    const std::string garbage("\x04\0\0\0[1]x", 8);
    EXPECT_FALSE(oneMessage(reader, std::as_bytes(std::span(garbage))));
}

TEST(WorkerMessages, HeadAndVoxelsAreTheWholeRequestAndArriveInPieces) {
    const VolumePtr volume = testing::volumeOf(testing::tiltedGrid(7), "1.2.9", -77);
    const ClassifyRequest request{4, "models/x", "cpu", volume};
    std::vector<std::byte> stream = encodeHead(request);
    const auto raw = std::as_bytes(volume->voxels());
    stream.insert(stream.end(), raw.begin(), raw.end());
    EXPECT_EQ(stream, encodeWire(toWire(request)));

    const auto second = encodeWire(toWire(WorkerReady{"m", "ab", "CPU"}));
    stream.insert(stream.end(), second.begin(), second.end());
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}, stream.size()}) {
        WireReader reader;
        std::vector<WireMessage> messages;
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            reader.feed(std::span(stream).subspan(at, std::min(piece, stream.size() - at)));
            for (auto message = reader.next(); message && *message; message = reader.next())
                messages.push_back(std::move(**message));
        }
        ASSERT_EQ(messages.size(), 2u) << piece;
        EXPECT_EQ(messages[0], toWire(request));
        EXPECT_TRUE(messages[1].bytes.empty());
    }
}

TEST(WorkerMessages, VolumeOfTheWrongSizeIsRefused) {
    WireMessage message = toWire(ClassifyRequest{1, "m", "cpu", testing::volumeOf(testing::uprightGrid())});
    message.bytes.resize(message.bytes.size() - 2);
    EXPECT_FALSE(requestFromWire(message));
}

TEST(WorkerMessages, AnswerWithMissingFieldsIsRefused) {
    EXPECT_FALSE(answerFromWire({R"({"kind":"slice","job":1})", {}}));
    EXPECT_FALSE(answerFromWire({R"({"kind":"song"})", {}}));
    EXPECT_FALSE(answerFromWire(
        {R"({"kind":"slice","job":1,"slice":0,"p":[0,0,0,0,0,0],"heat_columns":-1,"heat_rows":9})", {}}));
}

TEST(AssemblePrediction, SlicesThatArriveOutOfOrderLieWhereTheyBelong) {
    const Grid grid = testing::uprightGrid(2);
    std::vector<SliceDone> slices{{1, {1, {.9}}, 1, 1, {9.f}}, {1, {0, {.1}}, 1, 1, {1.f}}};
    const Prediction p = assemblePrediction(grid, slices, ClassifyDone{1, {}, {}});
    EXPECT_EQ(p.slices[0].any(), .1);
    EXPECT_FLOAT_EQ(p.heat.valueAt(grid.toPatient({10, 8, 0})), 1.f);
    EXPECT_FLOAT_EQ(p.heat.valueAt(grid.toPatient({10, 8, 1})), 9.f);
}

TEST(WorkerMessages, ATouchOfTheWindowIsNoRequestAndNoRequestIsATouch) {
    for (const bool isTouched : {true, false}) {
        const WireMessage message = toWire(WindowTouched{isTouched});
        EXPECT_EQ(touchedFromWire(message), WindowTouched{isTouched});
        EXPECT_FALSE(requestFromWire(message));
    }
    const ClassifyRequest request{1, "m", "cpu", testing::volumeOf(testing::uprightGrid())};
    EXPECT_FALSE(touchedFromWire(toWire(request)));
    EXPECT_FALSE(touchedFromWire({"no JSON", {}}));
    EXPECT_FALSE(touchedFromWire({"[1]", {}}));
}

} // namespace
} // namespace hemo
