#include "core/simulate/phantom.h"
#include "ml/train/batches.h"
#include "ml/train/draw_patients.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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
                EXPECT_GT(std::count(with.mask.begin(), with.mask.end(), 255), 5) << k;
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

TEST(DrawPatients, NobodyWhoBleedsAndNobodyOfPheSichIsDrawnInto) {
    Patient bleeding = phantomPatient(), other = phantomPatient();
    bleeding.pictures[3].labels[0] = 1;
    other.source = Source::PheSich;
    EXPECT_TRUE(drawPatients({&bleeding, &other}, {2, 2}, 1).empty());
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

} // namespace
} // namespace hemo::ml
