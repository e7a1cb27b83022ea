#include "ml/training/learn/losses.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

Patient patientWith(bool hasBleed, bool hasMask) {
    Patient patient;
    Picture picture;
    picture.known.fill(1);
    picture.labels[0] = hasBleed;
    picture.grey.assign(64 * 64, 100);
    if (hasMask) picture.mask.assign(64 * 64, 0);
    patient.pictures.push_back(picture);
    return patient;
}

/// A map of 8 x 8 places that says `logit` at one place and no everywhere else.
torch::Tensor mapWith(double logit, std::int64_t row, std::int64_t column) {
    auto map = torch::full({1, 8, 8}, -6.0);
    map[0][row][column] = logit;
    return map;
}

double lossAt(const torch::Tensor& map, const torch::Tensor& masks, const Patient& patient) {
    const Answer answer{torch::zeros({1, 6}), map};
    return lossOf(answer, masks, {{&patient, 0}}, 1).item<double>();
}

torch::Tensor maskOfPlace(std::int64_t row, std::int64_t column) {
    auto mask = torch::zeros({1, 1, 64, 64});
    mask.narrow(2, row * 8, 8).narrow(3, column * 8, 8).fill_(1);
    return mask;
}

TEST(Losses, AMapThatPointsAtTheMaskIsBetterThanOneThatPointsBesideIt) {
    const Patient patient = patientWith(true, true);
    const auto mask = maskOfPlace(2, 5);
    EXPECT_LT(lossAt(mapWith(6, 2, 5), mask, patient) + 1, lossAt(mapWith(6, 5, 2), mask, patient));
}

TEST(Losses, OneHotPlaceInABleedFreeSliceCostsThoughAllOthersAreRight) {
    const Patient patient = patientWith(false, false);
    const auto none = torch::zeros({1, 1, 64, 64});
    EXPECT_LT(lossAt(mapWith(-6, 0, 0), none, patient) + 1, lossAt(mapWith(6, 3, 3), none, patient));
}

TEST(Losses, WhereNobodyDrewTheBleedNoPlaceIsSaidToBeWrong) {
    const Patient patient = patientWith(true, false);
    const auto unknown = torch::zeros({1, 1, 64, 64});
    EXPECT_NEAR(lossAt(mapWith(6, 2, 5), unknown, patient), lossAt(mapWith(6, 5, 2), unknown, patient), 1e-5);
}

TEST(Losses, APlaceOfWhichNobodyKnowsCostsNothingEitherWay) {
    const Patient patient = patientWith(true, true);
    auto mask = maskOfPlace(2, 5);
    mask.narrow(2, 48, 8).narrow(3, 8, 8).fill_(kDoubtfulBlood);
    const auto withDoubtAt = [&](double logit) {
        auto map = mapWith(6, 2, 5);
        map[0][6][1] = logit;
        const Answer answer{torch::zeros({1, 6}), map};
        // The pooled answer is the mean of the four strongest places: held still by the others.
        for (const auto& [row, column] : {std::pair{2, 4}, std::pair{2, 6}, std::pair{1, 5}, std::pair{3, 5}})
            map[0][row][column] = 5;
        auto all = mask.clone();
        all.narrow(2, 8, 24).narrow(3, 32, 24).fill_(1);
        return lossOf(answer, all, {{&patient, 0}}, 1).item<double>();
    };
    EXPECT_NEAR(withDoubtAt(-6), withDoubtAt(4), 1e-5);
}

TEST(Losses, ASmallBleedMattersAsMuchAsALargeOne) {
    const Patient patient = patientWith(true, true);
    auto masks = torch::zeros({2, 1, 64, 64});
    masks[0].narrow(1, 0, 48).narrow(2, 0, 48).fill_(1); // 36 places
    masks[1].narrow(1, 0, 8).narrow(2, 0, 8).fill_(1);   // one
    auto map = torch::zeros({2, 8, 8}).requires_grad_();
    lossOf({torch::zeros({2, 6}), map}, masks, {{&patient, 0}, {&patient, 0}}, 1).backward();
    // The pooled answer pulls at four places of each picture besides: at most a quarter of a place's share.
    const auto pull = [&](int picture, int places) {
        return -map.grad()[picture].narrow(0, 0, places).narrow(1, 0, places).sum().item<double>();
    };
    EXPECT_GT(pull(0, 6), 0);
    EXPECT_LT(pull(0, 6) / pull(1, 1), 3) << "36 times the places, and not 36 times the weight";
}

TEST(Losses, WhatIsNotKnownOfASubtypeTeachesNothing) {
    Patient patient = patientWith(true, false);
    patient.pictures[0].known = {1, 0, 0, 0, 0, 0};
    auto logits = torch::zeros({1, 6}).requires_grad_();
    lossOf({logits, {}}, torch::zeros({1, 1, 64, 64}), {{&patient, 0}}, 0).backward();
    EXPECT_NE(logits.grad()[0][0].item<double>(), 0);
    EXPECT_EQ(logits.grad().narrow(1, 1, 5).abs().sum().item<double>(), 0);
}

TEST(Losses, OfSharesAddUpToThatOfTheWholeBatch) {
    const Patient bleeds = patientWith(true, true), clear = patientWith(false, false),
                  unmasked = patientWith(true, false);
    const std::vector<Example> batch{{&bleeds, 0}, {&clear, 0}, {&unmasked, 0}, {&bleeds, 0}, {&clear, 0}};
    const std::vector<std::int64_t> shares[]{{0, 2, 4}, {1, 3}};
    torch::manual_seed(4);
    const auto logits = torch::randn({5, 6}), maps = torch::randn({5, 8, 8});
    auto masks = torch::zeros({5, 1, 64, 64});
    masks[0].copy_(maskOfPlace(2, 5)[0]);
    masks[3].copy_(maskOfPlace(1, 1)[0]);
    for (const bool hasMap : {true, false}) {
        torch::Tensor counts; // of both shares
        const auto lossOfShare = [&](const std::vector<std::int64_t>& share, const OverAll& overAll) {
            const auto rows = torch::tensor(share);
            std::vector<Example> examples;
            for (const std::int64_t n : share)
                examples.push_back(batch[std::size_t(n)]);
            const Answer answer{logits.index_select(0, rows),
                                hasMap ? maps.index_select(0, rows) : torch::Tensor()};
            return lossOf(answer, masks.index_select(0, rows), examples, 0.5, overAll).item<double>();
        };
        for (const auto& share : shares)
            lossOfShare(share, [&](torch::Tensor x) {
                counts = counts.defined() ? counts + x : x.clone();
                return x;
            });
        double sum = 0;
        for (const auto& share : shares)
            sum += lossOfShare(share, [&](torch::Tensor) { return counts; });
        const Answer whole{logits, hasMap ? maps : torch::Tensor()};
        EXPECT_NEAR(sum, lossOf(whole, masks, batch, 0.5).item<double>(), 1e-5);
    }
}

} // namespace
} // namespace hemo::ml
