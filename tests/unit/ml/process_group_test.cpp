// Members of a group, as threads of this process: to c10d they are the same.

#include "ml/reader/slice_network.h"
#include "ml/training/learn/losses.h"
#include "ml/training/learn/process_group.h"
#include "tests/unit/ml/free_port.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <future>

namespace hemo::ml {
namespace {

constexpr std::chrono::seconds kPatience{60};

using Member = std::unique_ptr<ProcessGroup>;

/// What each of `size` members gives, in their order. One that drops its group goes without a word.
template <class Work> auto together(int size, Work work) {
    ProcessPlace place;
    place.size = size;
    place.address = "localhost";
    place.port = test::freePort();
    std::vector<std::future<decltype(work(std::declval<Member&>()))>> members;
    for (place.rank = 0; place.rank < size; ++place.rank)
        members.push_back(std::async(std::launch::async, [place, &work] {
            auto group = ProcessGroup::join(place, kPatience);
            if (!group) throw std::runtime_error(english(group.error().message) + group.error().detail);
            auto answer = work(*group);
            if (*group) (*group)->leave();
            return answer;
        }));
    std::vector<decltype(members[0].get())> answers;
    for (auto& member : members)
        answers.push_back(member.get());
    return answers;
}

class Group : public ::testing::Test {
protected:
    void SetUp() override {
        if (!ProcessGroup::isBuilt()) GTEST_SKIP() << "built without Gloo";
    }
};

TEST_F(Group, AddsUpTensorsOfAnyShapeInAllOfThem) {
    const auto sums = together(3, [](Member& group) {
        const double one = group->place().rank + 1;
        std::vector<torch::Tensor> x{
            torch::full({2, 3}, one), torch::full({}, one * 10),
            torch::full({1, 2, 2, 2}, one * 100).contiguous(torch::MemoryFormat::ChannelsLast)};
        group->addUp(x);
        return x;
    });
    for (const auto& x : sums) {
        EXPECT_TRUE(x[0].equal(torch::full({2, 3}, 6.0)));
        EXPECT_EQ(x[1].item<double>(), 60);
        EXPECT_TRUE(x[2].equal(torch::full({1, 2, 2, 2}, 600.0)));
    }
}

TEST_F(Group, ASumIsTheSameBitsInAllOfThem) {
    const auto means = together(3, [](Member& group) {
        const torch::Tensor x = torch::full({1000}, 1.0 / (3 + group->place().rank));
        group->average({x});
        return x;
    });
    EXPECT_TRUE(means[0].equal(means[1]));
    EXPECT_TRUE(means[0].equal(means[2]));
    EXPECT_NEAR(means[0][0].item<double>(), (1.0 / 3 + 1.0 / 4 + 1.0 / 5) / 3, 1e-6);
}

TEST_F(Group, AllHaveWhatTheFirstOneHas) {
    const auto heard = together(2, [](Member& group) {
        const bool isFirst = group->place().isFirst();
        const torch::Tensor x = torch::full({4}, isFirst ? 7.0 : 8.0);
        group->spread({x});
        const std::string text = group->spread(std::string(isFirst ? "the first" : "another one"));
        const std::string nothing = group->spread(std::string(isFirst ? "" : "something"));
        return text + "," + nothing + "," + std::to_string(x.sum().item<double>());
    });
    EXPECT_EQ(heard[0], "the first,,28.000000");
    EXPECT_EQ(heard[1], heard[0]);
}

/// The gradients of a small network for rows of numbers, where their loss is a mean over `rows` of them.
std::vector<torch::Tensor> gradientsOf(const torch::Tensor& x, std::int64_t rows) {
    torch::manual_seed(3);
    torch::nn::Sequential network(torch::nn::Linear(5, 4), torch::nn::ReLU(), torch::nn::Linear(4, 1));
    (network->forward(x).square().sum() / double(rows)).backward();
    std::vector<torch::Tensor> gradients;
    for (const torch::Tensor& p : network->parameters())
        gradients.push_back(p.grad());
    return gradients;
}

TEST_F(Group, GradientsOfSharesAddUpToThoseOfTheBatch) {
    const auto batch = torch::arange(40).to(torch::kFloat).view({8, 5}) / 40;
    // Both members' networks come from one seed, one after the other.
    std::vector<std::vector<torch::Tensor>> shares;
    for (std::int64_t rank = 0; rank < 2; ++rank)
        shares.push_back(gradientsOf(batch.slice(0, rank, 8, 2), 8));
    together(2, [&](Member& group) {
        group->addUp(shares[std::size_t(group->place().rank)]);
        return true;
    });
    const auto whole = gradientsOf(batch, 8);
    for (std::size_t n = 0; n < whole.size(); ++n) {
        EXPECT_TRUE(torch::allclose(shares[0][n], whole[n], 1e-5, 1e-7));
        EXPECT_TRUE(shares[0][n].equal(shares[1][n]));
    }
}

/// A batch for a small network whose BatchNorms keep what they have counted.
struct StillLearning {
    Patient bleeds, clear;
    std::vector<Example> batch;
    torch::Tensor pictures, masks;
    std::vector<std::unique_ptr<SliceNetwork>> networks; ///< all alike

    explicit StillLearning(int count) {
        for (Patient* patient : {&bleeds, &clear}) {
            patient->pictures.resize(1);
            patient->pictures[0].known.fill(1);
        }
        bleeds.pictures[0].labels[0] = 1;
        bleeds.pictures[0].mask.assign(64 * 64, 0);
        batch = {{&bleeds, 0}, {&clear, 0}, {&clear, 0}, {&bleeds, 0}, {&clear, 0}};
        torch::manual_seed(2);
        pictures = torch::rand({5, 1, 64, 64}) * 2 - 1;
        masks = torch::zeros({5, 1, 64, 64});
        masks[0].narrow(1, 8, 16).narrow(2, 24, 16).fill_(1);
        masks[3].narrow(1, 40, 8).narrow(2, 40, 8).fill_(1);
        ModelInfo info = usualModel("efficientdet-lite0");
        info.hasClassMap = true;
        for (int n = 0; n < count; ++n) {
            torch::manual_seed(7);
            networks.push_back(std::move(makeSliceNetwork(info).value()));
            networks.back()->module().eval();
        }
    }
    /// Of every `step`-th slice from `first` on.
    std::vector<torch::Tensor> gradients(SliceNetwork& network, int first, int step, const OverAll& overAll) {
        std::vector<Example> share;
        for (auto n = std::size_t(first); n < batch.size(); n += std::size_t(step))
            share.push_back(batch[n]);
        const auto maps = network.features(pictures.slice(0, first, 5, step));
        const Answer answer{network.logitsOf(maps), network.classMapOf(maps)};
        lossOf(answer, masks.slice(0, first, 5, step), share, 0.5, overAll).backward();
        std::vector<torch::Tensor> all;
        for (const torch::Tensor& p : network.module().parameters())
            all.push_back(p.grad().defined() ? p.grad() : torch::zeros_like(p));
        return all;
    }
};

TEST_F(Group, ANetworkLearnsTheSameFromSharesAsFromTheWholeBatchWhereItsNormsAreStill) {
    StillLearning learning(3);
    const auto whole = learning.gradients(*learning.networks[2], 0, 1, alone);
    const auto shared = together(2, [&](Member& group) {
        const int rank = group->place().rank;
        const auto overAll = [&](torch::Tensor x) {
            group->addUp({x});
            return x;
        };
        const auto share = learning.gradients(*learning.networks[std::size_t(rank)], rank, 2, overAll);
        group->addUp(share);
        return share;
    });
    double largest = 0;
    for (std::size_t n = 0; n < whole.size(); ++n) {
        EXPECT_TRUE(torch::allclose(shared[0][n], whole[n], 1e-3, 1e-5)) << n;
        EXPECT_TRUE(shared[0][n].equal(shared[1][n])) << n;
        largest = std::max(largest, whole[n].abs().max().item<double>());
    }
    EXPECT_GT(largest, 1e-2) << "there was something to learn";
}

TEST_F(Group, OneThatIsMissingIsSaidInTime) {
    for (const int rank : {0, 1}) {
        ProcessPlace place;
        place.rank = rank, place.size = 2;
        place.address = "localhost";
        place.port = test::freePort();
        const auto joined = ProcessGroup::join(place, std::chrono::seconds(1));
        ASSERT_FALSE(joined) << rank;
        EXPECT_EQ(joined.error().code, ErrorCode::NotFound);
        EXPECT_EQ(english(joined.error().message),
                  "The 2 processes did not all meet within 1 seconds: start each with the same MASTER_ADDR "
                  "and a MASTER_PORT that is free.");
    }
}

TEST_F(Group, OneThatGoesAwayIsMissedByWhoeverWaitsForIt) {
    const auto missed = together(2, [](Member& group) {
        const torch::Tensor x = torch::ones({1});
        group->addUp({x});
        if (!group->place().isFirst()) return group = nullptr, false;
        try {
            group->addUp({x});
        } catch (const PartnerLost&) {
            return group = nullptr, true;
        }
        return false;
    });
    EXPECT_TRUE(missed[0]);
}

TEST(GroupOfOne, ChangesNothing) {
    const auto group = ProcessGroup::join({}, std::chrono::seconds(1));
    ASSERT_TRUE(group);
    const torch::Tensor x = torch::full({3}, 2.0);
    (*group)->addUp({x});
    (*group)->average({x});
    (*group)->spread({x});
    EXPECT_TRUE(x.equal(torch::full({3}, 2.0)));
    EXPECT_EQ((*group)->spread(std::string("words")), "words");
    (*group)->leave();
}

class Environment : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* name : {"RANK", "LOCAL_RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"})
            unsetenv(name);
    }
    void TearDown() override { SetUp(); }
    static void set(const char* name, const char* value) { setenv(name, value, 1); }
};

TEST_F(Environment, WithoutOthersAProcessIsAlone) {
    EXPECT_EQ(placeFromEnvironment().value(), ProcessPlace());
    set("WORLD_SIZE", "1");
    EXPECT_TRUE(placeFromEnvironment()->isAlone());
}

TEST_F(Environment, SaysWhichOneThisIs) {
    set("WORLD_SIZE", "4");
    set("RANK", "3");
    set("LOCAL_RANK", "1");
    set("MASTER_ADDR", "node0");
    set("MASTER_PORT", "29500");
    const auto place = placeFromEnvironment();
    ASSERT_TRUE(place);
    EXPECT_EQ(place->rank, 3);
    EXPECT_EQ(place->size, 4);
    EXPECT_EQ(place->localRank, 1);
    EXPECT_EQ(place->address, "node0");
    EXPECT_EQ(place->port, 29500);
}

TEST_F(Environment, WhatIsMissingOrImpossibleIsRefused) {
    set("WORLD_SIZE", "2");
    set("RANK", "0");
    set("MASTER_ADDR", "localhost");
    EXPECT_EQ(placeFromEnvironment().error().code, ErrorCode::Unsupported) << "no port";
    for (const auto& [name, value] : {std::pair{"MASTER_PORT", "70000"}, std::pair{"RANK", "2"},
                                      std::pair{"RANK", "-1"}, std::pair{"WORLD_SIZE", "two"}}) {
        SetUp();
        set("WORLD_SIZE", "2");
        set("RANK", "0");
        set("MASTER_ADDR", "localhost");
        set("MASTER_PORT", "29500");
        ASSERT_TRUE(placeFromEnvironment());
        set(name, value);
        EXPECT_FALSE(placeFromEnvironment()) << name << value;
    }
}

} // namespace
} // namespace hemo::ml
