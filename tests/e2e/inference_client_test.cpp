#include "app_fixture.h"

#include "app/inference_client.h"
#include "tests/support/temp_folder.h"

namespace hemo::ui {
namespace {

using hemo::testing::TempFolder;
using namespace testing;

/// A client whose actions go through `reduce`, as in the program.
class InferenceClientTest : public ::testing::Test {
protected:
    void startWith(std::filesystem::path worker, const std::filesystem::path& model = "model") {
        client = std::make_unique<InferenceClient>(
            InferenceClient::Paths{std::move(worker), writeModelJson(folder.path() / model)},
            [this](const Action& a) { take(a); }, nullptr, clock);
    }
    void take(const Action& a) {
        if (const auto* slice = std::get_if<action::SliceClassified>(&a)) slices.push_back(slice->slice);
        if (const auto* done = std::get_if<action::Classified>(&a)) prediction = done->prediction;
        if (const auto* failed = std::get_if<action::ClassificationFailed>(&a)) error = failed->error;
    }
    bool hasEnded() const { return prediction || error; }

    static VolumePtr volume(int slices = 12, int size = 64) {
        std::vector<PatientPoint> positions;
        for (int k = 0; k < slices; ++k)
            positions.push_back({0, 0, 5.0 * k});
        Grid grid(size, size, {1, 0, 0}, {0, 1, 0}, 3, 3, positions);
        std::vector<std::int16_t> voxels(grid.voxelCount(), 30);
        return std::make_shared<const Volume>(grid, voxels, "1.2.3");
    }

    TempFolder folder;
    TurnedClock clock;
    std::unique_ptr<InferenceClient> client;
    std::vector<SlicePrediction> slices;
    PredictionPtr prediction;
    std::optional<Error> error;
};

TEST_F(InferenceClientTest, EverySliceArrivesAndThenTheVerdict) {
    tellFakeWorker("answer");
    startWith(fakeWorker());
    client->warmUp();
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(prediction);
    EXPECT_EQ(slices.size(), 12u);
    EXPECT_EQ(prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(prediction->heat.grid.columns(), 8);
}

TEST_F(InferenceClientTest, VolumeLargerThanThePipeArrivesWhole) {
    tellFakeWorker("answer");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume(60, 512)});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(prediction);
    EXPECT_EQ(prediction->slices.size(), 60u);
}

TEST_F(InferenceClientTest, MissingWorkerIsOneSentence) {
    startWith(folder.path() / "no-such-program");
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::Worker);
    EXPECT_EQ(error->message,
              "The second reader cannot be started: install Hemoscope again, then press Retry.");
}

TEST_F(InferenceClientTest, CrashedWorkerFailsTheScanAndTheNextRequestWorks) {
    tellFakeWorker("crash");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::Worker);

    error.reset();
    slices.clear();
    tellFakeWorker("answer");
    client->classify({ReadingId{1}, 2}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    EXPECT_TRUE(prediction);
    EXPECT_EQ(slices.size(), 12u);
}

TEST_F(InferenceClientTest, GarbageFromTheWorkerIsAFailureNotACrash) {
    tellFakeWorker("garbage");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    EXPECT_TRUE(error);
}

TEST_F(InferenceClientTest, WorkerOutOfMemoryIsSaid) {
    tellFakeWorker("memory");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::OutOfMemory);
}

TEST_F(InferenceClientTest, VerdictOnHalfOfTheSlicesIsNoVerdict) {
    tellFakeWorker("short");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    EXPECT_FALSE(prediction);
    EXPECT_TRUE(error);
}

TEST_F(InferenceClientTest, BrokenModelFolderIsOneSentence) {
    startWith(fakeWorker());
    std::ofstream(folder.path() / "model" / "model.json") << "{ this is not JSON";
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::Model);
    EXPECT_FALSE(error->message.empty());
}

TEST_F(InferenceClientTest, AModelFolderWhoseNameIsNoTextIsOneSentence) {
    startWith(fakeWorker(), "caf\xe9");
    client->classify({ReadingId{1}, 1}, {volume()});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::Model);
}

TEST_F(InferenceClientTest, WorkerThatSaysNothingForAMinuteIsGivenUpAndTheNextRequestWorks) {
    tellFakeWorker("silent");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    clock.turn(std::chrono::seconds(59));
    EXPECT_FALSE(hasEnded());
    clock.turn(std::chrono::seconds(1));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->message, "The second reader does not answer: press Retry.");
    error.reset();
    tellFakeWorker("answer");
    client->classify({ReadingId{1}, 2}, {volume(7)});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    EXPECT_TRUE(prediction);
}

TEST_F(InferenceClientTest, NewRequestGivesUpTheOldOne) {
    tellFakeWorker("silent");
    startWith(fakeWorker());
    client->classify({ReadingId{1}, 1}, {volume()});
    tellFakeWorker("answer");
    client->classify({ReadingId{1}, 2}, {volume(7)});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    ASSERT_TRUE(prediction);
    EXPECT_EQ(prediction->slices.size(), 7u);
}

// ---- answers that are kept

class KeptAnswersTest : public InferenceClientTest {
protected:
    void startKeeping() {
        client = std::make_unique<InferenceClient>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(folder.path() / "model"),
                                   folder.path() / "answers"},
            [this](const Action& a) { take(a); }, nullptr, clock);
    }
    /// Null where it failed.
    PredictionPtr answerTo(const InferenceClient::Scan& scan, const char* behaviour) {
        tellFakeWorker(behaviour);
        startKeeping(); // as in another window, later
        slices.clear();
        prediction = nullptr;
        error.reset();
        client->classify({ReadingId{1}, 1}, scan);
        EXPECT_TRUE(waitFor([this] { return hasEnded(); }));
        client.reset(); // waits until it is written
        return prediction;
    }
};

TEST_F(KeptAnswersTest, WhatWasReadOnceIsAnsweredWithoutTheWorker) {
    const PredictionPtr first = answerTo({volume(), {}, {}, 7}, "answer");
    ASSERT_TRUE(first);
    const PredictionPtr again = answerTo({volume(), {}, {}, 7}, "crash");
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *first);
}

TEST_F(KeptAnswersTest, OtherVoxelsAnotherHeaderOrAnotherModelAreReadAnew) {
    ASSERT_TRUE(answerTo({volume(), {}, {}, 7}, "answer"));
    EXPECT_FALSE(answerTo({volume(), {}, {}, 8}, "crash"));
    ScanHeader header;
    header.isKernelSharp = true;
    EXPECT_FALSE(answerTo({volume(), header, {}, 7}, "crash"));
    EXPECT_FALSE(answerTo({volume(), {}, {}, 7, true}, "crash")) << "asked for again";
    EXPECT_TRUE(answerTo({volume(), {}, {}, 7}, "crash"));
    std::ofstream(folder.path() / "model" / "model.json", std::ios::app) << "\n";
    startKeeping(); // writes the model's own file again
    std::ofstream(folder.path() / "model" / "model.json", std::ios::app) << "\n";
    tellFakeWorker("crash");
    prediction = nullptr;
    error.reset();
    client->classify({ReadingId{1}, 1}, {volume(), {}, {}, 7});
    ASSERT_TRUE(waitFor([this] { return hasEnded(); }));
    EXPECT_FALSE(prediction);
}

TEST_F(KeptAnswersTest, ADamagedFileIsReadAnewAndNamesAreHashes) {
    ASSERT_TRUE(answerTo({volume(), {}, {}, 7}, "answer"));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "answers")) {
        ++files;
        EXPECT_EQ(entry.path().stem().string().size(), 64u);
        std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) / 2);
    }
    EXPECT_EQ(files, 1);
    EXPECT_TRUE(answerTo({volume(), {}, {}, 7}, "answer"));
    EXPECT_TRUE(answerTo({volume(), {}, {}, 7}, "crash")) << "and kept again";
}

} // namespace
} // namespace hemo::ui
