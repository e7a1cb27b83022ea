#include "core/simulate/phantom.h"
#include "ml/training/data/batches.h"
#include "ml/training/data/draw_patients.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

namespace hemo::ml {
namespace {

/// The phantom as a training set would hold it: 230 mm, 5 mm slices, 0..80 HU as grey.
Patient phantomPatient() {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 230.0 / 128;
    const VolumePtr volume = makePhantom(spec).volume;
    Patient patient;
    patient.id = "phantom";
    for (int k = 0; k < volume->grid().slices(); ++k) {
        Picture picture;
        for (const std::int16_t hu : volume->slice(k))
            picture.grey.push_back(std::uint8_t(std::lround(std::clamp<int>(hu, 0, 80) * 255 / 80.0)));
        picture.known.fill(1);
        patient.pictures.push_back(std::move(picture));
    }
    return patient;
}

TEST(DrawPatients, WhatIsPositiveIsBrighterAndWhatIsNotIsAsItWas) {
    const Patient clean = phantomPatient();
    const auto drawn = drawPatients({&clean}, {6, 0}, 4);
    ASSERT_EQ(drawn.size(), 6u);
    int positives = 0;
    for (const Patient& p : drawn) {
        EXPECT_TRUE(p.isDrawn);
        EXPECT_TRUE(p.hasBleed());
        // A fresh infarct closes sulci: brighter, and no blood.
        const bool hasMimic = std::any_of(p.pictures.begin(), p.pictures.end(),
                                          [](const Picture& picture) { return picture.showsMimic; });
        for (std::size_t k = 0; k < p.pictures.size(); ++k) {
            const Picture &with = p.pictures[k], &before = clean.pictures[k];
            int brighter = 0;
            for (std::size_t n = 0; n < with.grey.size(); ++n)
                brighter += with.grey[n] > before.grey[n] + 20;
            if (with.hasBleed()) {
                ++positives;
                EXPECT_TRUE(with.isMaskKnown());
                EXPECT_GE(std::count(with.mask.begin(), with.mask.end(), 255), 5) << k;
                EXPECT_GE(brighter, 3) << k;
                EXPECT_EQ(std::count(with.labels.begin(), with.labels.end(), 1.f), 2) << "any and its kind";
            } else if (!with.isNearPositive && !hasMimic) {
                EXPECT_LT(brighter * std::pow(230.0 / 128, 2), 30) << k;
            }
        }
    }
    EXPECT_GT(positives, 6);
}

TEST(DrawPatients, MimicsAreSeenAndAreNoBleeds) {
    const Patient clean = phantomPatient();
    int shown = 0;
    for (const Patient& p : drawPatients({&clean}, {0, 8}, 4)) {
        EXPECT_TRUE(p.isDrawn);
        EXPECT_FALSE(p.hasBleed());
        for (std::size_t k = 0; k < p.pictures.size(); ++k) {
            const Picture& picture = p.pictures[k];
            EXPECT_TRUE(picture.isMaskKnown() && picture.mask.empty());
            if (!picture.showsMimic) continue;
            ++shown;
            EXPECT_NE(picture.grey, clean.pictures[k].grey) << k;
        }
    }
    EXPECT_GT(shown, 8);
}

TEST(DrawPatients, AMimicThatIsAskedForIsDrawnAlone) {
    const Patient clean = phantomPatient();
    const std::array wanted{simulate::MimicSpec{simulate::Mimic::Infarct, Side::Left, 25, 12},
                            simulate::MimicSpec{simulate::Mimic::Atrophy, Side::Left, 5, 8}};
    const auto drawn = drawMimics(clean, wanted, 4);
    ASSERT_EQ(drawn.size(), wanted.size());
    for (const Patient& p : drawn) {
        EXPECT_FALSE(p.hasBleed());
        EXPECT_TRUE(std::any_of(p.pictures.begin(), p.pictures.end(),
                                [](const Picture& picture) { return picture.showsMimic; }));
        double change = 0;
        for (std::size_t k = 0; k < p.pictures.size(); ++k)
            change += std::accumulate(p.pictures[k].grey.begin(), p.pictures[k].grey.end(), 0.0) -
                      std::accumulate(clean.pictures[k].grey.begin(), clean.pictures[k].grey.end(), 0.0);
        EXPECT_LT(change, 0) << "both are dark";
    }
}

TEST(DrawPatients, TheSameSeedDrawsTheSameAndAnotherDoesNot) {
    const Patient clean = phantomPatient();
    const auto greys = [&](std::uint32_t seed) {
        std::vector<std::vector<std::uint8_t>> all;
        for (const Patient& p : drawPatients({&clean}, {2, 1}, seed))
            for (const Picture& picture : p.pictures)
                all.push_back(picture.grey);
        return all;
    };
    EXPECT_EQ(greys(1), greys(1));
    EXPECT_NE(greys(1), greys(2));
}

TEST(DrawPatients, ACrescentAsThinAsTheBlurredEdgeOfBoneIsNoPositive) {
    const Patient clean = phantomPatient();
    const auto positives = [&](double thicknessMm) {
        BleedToDraw bleed;
        bleed.spec.kind = BleedType::Subdural;
        bleed.thicknessMm = thicknessMm;
        const auto drawn = drawBleeds(clean, std::vector{bleed}, 4);
        return std::count_if(drawn.at(0).pictures.begin(), drawn.at(0).pictures.end(),
                             [](const Picture& picture) { return picture.hasBleed(); });
    };
    EXPECT_EQ(positives(1.5), 0);
    EXPECT_GE(positives(10), 2);
}

TEST(DrawPatients, OfWhoBleedsOnlySlicesClearOfTheirOwnBloodTeach) {
    const Patient clean = phantomPatient();
    Patient bleeding = phantomPatient();
    constexpr std::size_t kBlood = 12;
    bleeding.pictures[kBlood].labels.fill(1);
    bleeding.pictures[kBlood].mask.assign(bleeding.pictures[kBlood].grey.size(), 255);
    bleeding.source = Source::PheSich;
    const auto drawn = drawPatients({&clean, &bleeding}, {6, 2}, 4);
    ASSERT_EQ(drawn.size(), 16u);
    int positives = 0;
    for (const Patient& p : drawn) {
        if (p.source != Source::PheSich) continue;
        for (std::size_t k = 0; k < p.pictures.size(); ++k) {
            const bool isClear = k + 3 <= kBlood || k >= kBlood + 3;
            EXPECT_TRUE(isClear || p.pictures[k].isNearPositive) << k;
            EXPECT_FALSE(!isClear && p.pictures[k].hasBleed()) << k;
            positives += p.pictures[k].hasBleed();
        }
    }
    EXPECT_GT(positives, 3);
}

TEST(DrawPatients, NoMoreWhoBleedAreDrawnIntoThanWhoDoNotAndOtherOnesEachTime) {
    const Patient clean = phantomPatient();
    std::vector<Patient> bleeding(6, clean);
    std::vector<const Patient*> all{&clean};
    for (Patient& p : bleeding) {
        p.id = "bleeding " + std::to_string(&p - bleeding.data());
        p.pictures[3].labels[0] = 1;
        all.push_back(&p);
    }
    std::set<std::string> met;
    for (const std::uint32_t seed : {1, 2, 3, 4, 5, 6}) {
        const auto drawn = drawPatients(all, {1, 0}, seed);
        ASSERT_EQ(drawn.size(), 2u);
        EXPECT_EQ(drawn[0].id, clean.id);
        met.insert(drawn[1].id);
    }
    EXPECT_GT(met.size(), 1u);
    all.erase(all.begin());
    EXPECT_TRUE(drawPatients(all, {1, 0}, 1).empty());
}

TEST(Batches, DrawnBleedsTakeTheirShareAndTheirOtherSlicesAreNotDealt) {
    const Patient clean = phantomPatient();
    const auto drawn = drawPatients({&clean}, {3, 0}, 4);
    std::vector<const Patient*> all{&clean};
    for (const Patient& p : drawn)
        all.push_back(&p);
    Batches batches(all, 1);
    EXPECT_EQ(batches.perEpoch(), clean.pictures.size() / Batches::kBatchSize);
    for (int round = 0; round < 20; ++round) {
        auto batch = batches.next();
        const auto second = batches.next();
        batch.insert(batch.end(), second.begin(), second.end());
        const auto count =
            std::count_if(batch.begin(), batch.end(), [](const Example& e) { return e.patient->isDrawn; });
        EXPECT_EQ(count, 3);
        for (const Example& e : batch)
            EXPECT_EQ(e.patient->isDrawn, e.picture().hasBleed());
    }
}

TEST(Batches, WhereDrawnBleedsAreToTeachMostTheyAreMostOfThePositives) {
    const Patient clean = phantomPatient();
    const auto drawn = drawPatients({&clean}, {3, 2}, 4, Emphasis::Drawn);
    std::vector<const Patient*> all{&clean};
    for (const Patient& p : drawn)
        all.push_back(&p);
    const auto drawnBleedsOfARound = [&all](Emphasis emphasis) {
        Batches batches(all, 1, emphasis);
        auto round = batches.next();
        const auto second = batches.next();
        round.insert(round.end(), second.begin(), second.end());
        return std::count_if(round.begin(), round.end(),
                             [](const Example& e) { return e.picture().hasBleed(); });
    };
    EXPECT_EQ(drawnBleedsOfARound(Emphasis::Real), 3);
    EXPECT_EQ(drawnBleedsOfARound(Emphasis::Drawn), 5);
}

} // namespace
} // namespace hemo::ml
