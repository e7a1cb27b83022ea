#include "ml/reader/model/model_folder.h"
#include "ml/training/learn/batch_loaders.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_training.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace hemo::ml {
namespace {

ReadyBatch batchOf(int number) {
    return {{}, torch::full({1}, number), {}};
}

TEST(BatchLoaders, GiveBatchesInTheirOrderHoweverLongEachTakes) {
    constexpr int kBatches = 40;
    for (const int threads : {0, 1, 3}) {
        // Every third batch waits until the one after it has been made, where there is a thread for that.
        std::atomic<int> made{0};
        BatchLoaders loaders(kBatches, threads, [&](int n) {
            if (threads > 1 && n % 3 == 0 && n + 1 < kBatches)
                while (made <= n)
                    std::this_thread::yield();
            ++made;
            return batchOf(n);
        });
        for (int n = 0; n < kBatches; ++n)
            ASSERT_EQ(loaders.next().pictures.item<int>(), n) << threads;
    }
}

TEST(BatchLoaders, AreOnlyAFewAhead) {
    std::atomic<int> begun{0};
    BatchLoaders loaders(1000, 2, [&](int n) {
        ++begun;
        return batchOf(n);
    });
    loaders.next();
    EXPECT_LE(begun, 1 + 2 * 2);
}

TEST(BatchLoaders, SayWhatWentWrongWhereItsBatchWouldHaveCome) {
    for (const int threads : {0, 2}) {
        BatchLoaders loaders(5, threads, [](int n) {
            if (n == 1) throw std::runtime_error("the second");
            return batchOf(n);
        });
        EXPECT_EQ(loaders.next().pictures.item<int>(), 0);
        EXPECT_THROW(loaders.next(), std::runtime_error);
    }
}

TEST(BatchLoaders, AnyNumberOfThemTeachesTheSame) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    std::vector<std::string> hashes;
    for (const int loaders : {0, 3}) {
        options.loaders = loaders;
        options.modelFolder = folder.path() / ("model" + std::to_string(loaders));
        ASSERT_TRUE(trainModel(options));
        hashes.push_back(loadModelFolder(options.modelFolder)->info.weightsSha256);
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

} // namespace
} // namespace hemo::ml
