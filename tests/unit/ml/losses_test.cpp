#include "ml/train/losses.h"

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

TEST(Losses, WhatIsNotKnownOfASubtypeTeachesNothing) {
    Patient patient = patientWith(true, false);
    patient.pictures[0].known = {1, 0, 0, 0, 0, 0};
    auto logits = torch::zeros({1, 6}).requires_grad_();
    lossOf({logits, {}}, torch::zeros({1, 1, 64, 64}), {{&patient, 0}}, 0).backward();
    EXPECT_NE(logits.grad()[0][0].item<double>(), 0);
    EXPECT_EQ(logits.grad().narrow(1, 1, 5).abs().sum().item<double>(), 0);
}

} // namespace
} // namespace hemo::ml
