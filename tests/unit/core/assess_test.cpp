#include "core/classify/verdict/assess.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace hemo {
namespace {

/// 28 slices of 5 mm; brain from the skull's base to under the vertex, as in a whole scan.
ScanFacts goodScan() {
    ScanFacts facts;
    facts.hu = {-1024, 2000, 0.01, -1000, 0.4, 0.04};
    for (int k = 0; k < 28; ++k) {
        const bool hasBrain = k >= 5 && k <= 26;
        const double area = hasBrain ? 0.30 - 0.0012 * (k - 15) * (k - 15) : 0;
        facts.slices.push_back({k * 5.0, hasBrain, area, 32, false});
    }
    facts.header.kvp = 120;
    return facts;
}

std::string why(const ScanFacts& facts) {
    return english(whyNotAssessed(facts).value_or(Message()));
}

std::string whyNotBeyond(const ScanFacts& facts) {
    return english(whyNotExcluded(facts).value_or(Message()));
}

TEST(WhyNotAssessed, AGoodScanHasNoReason) {
    EXPECT_EQ(why(goodScan()), "");
    EXPECT_EQ(cautionAbout(goodScan()), "");
}

TEST(WhyNotAssessed, SlicesThatAreNotAxial) {
    ScanFacts facts = goodScan();
    facts.axis = ViewAxis::Coronal;
    EXPECT_EQ(why(facts), "The slices are not axial: choose an axial series.");
}

TEST(WhyNotAssessed, ContrastThatTheFileNames) {
    ScanFacts facts = goodScan();
    facts.header.contrast = ScanHeader::Contrast::Named;
    EXPECT_EQ(why(facts), "Contrast was given, as the file says: choose the series without contrast.");
}

TEST(WhyNotAssessed, AWordAboutContrastIsACautionAndNoReason) {
    ScanFacts facts = goodScan();
    facts.header.contrast = ScanHeader::Contrast::Described;
    EXPECT_EQ(why(facts), "");
    EXPECT_EQ(cautionAbout(facts), "The description speaks of contrast: vessels can look like blood.");
}

TEST(WhyNotAssessed, AnAgentThatADescriptionDeniesIsACaution) {
    ScanFacts facts = goodScan();
    facts.header.contrast = ScanHeader::Contrast::Contradicted;
    EXPECT_EQ(why(facts), "");
    EXPECT_EQ(cautionAbout(facts), "The file names a contrast agent that the description denies: had it been "
                                   "given, vessels could look like blood.");
}

TEST(WhyNotAssessed, ASharpKernelAndSpecialImagesAreCautions) {
    ScanFacts facts = goodScan();
    facts.header.isKernelSharp = true;
    EXPECT_EQ(why(facts), "");
    EXPECT_EQ(cautionAbout(facts), "The kernel is sharp: faint blood can drown in its noise.");
    facts.header.isKernelSharp = false;
    facts.header.isSpecial = true;
    EXPECT_EQ(cautionAbout(facts),
              "These are no plain images of a scan, and the model has learned from no others.");
}

TEST(WhyNotAssessed, NoiseBeyondWhatTheModelWasTriedWithIsSaid) {
    ScanFacts facts = goodScan();
    facts.noiseHu = 6;
    EXPECT_FALSE(isTooNoisy(facts));
    EXPECT_EQ(whyNotBeyond(facts), "");
    facts.noiseHu = 23.6;
    EXPECT_TRUE(isTooNoisy(facts));
    EXPECT_EQ(why(facts), "") << "what is found in noise stands";
    EXPECT_EQ(whyNotBeyond(facts), "The images are too noisy (24 HU) to exclude a bleed.");
    for (SliceLook& slice : facts.slices)
        slice.hasBrain = false;
    EXPECT_EQ(why(facts), "The images are too noisy (24 HU) to exclude a bleed.")
        << "noise hides the head, so its absence is no reason";
}

TEST(WhyNotAssessed, WhoTheModelHasNotLearnedFromIsACaution) {
    ScanFacts facts = goodScan();
    facts.largestBrainCm2 = 140;
    EXPECT_EQ(cautionAbout(facts), "");
    facts.largestBrainCm2 = 50;
    EXPECT_EQ(cautionAbout(facts), "The head is as small as an infant's: the model has learned from adults.");
    facts.header.ageYears = 3 / 365.25;
    EXPECT_EQ(cautionAbout(facts), "This is an infant of 0 months: the model has learned from adults.");
    facts.header.ageYears = 7.4;
    EXPECT_EQ(cautionAbout(facts), "This is a child of 7 years: the model has learned from adults.");
    facts.header.ageYears = 54;
    EXPECT_EQ(cautionAbout(facts), "") << "the header knows better than the size";
    facts.header.ageYears.reset();
    facts.largestBrainCm2 = 140;
    for (SliceLook& slice : facts.slices)
        slice.hasOpenSutures = true;
    EXPECT_EQ(cautionAbout(facts),
              "The skull's sutures are open as an infant's: the model has learned from adults.");
    for (std::size_t n = 1; n < facts.slices.size(); ++n)
        facts.slices[n].hasOpenSutures = false;
    EXPECT_EQ(cautionAbout(facts), "") << "one odd slice is an adult's";
}

TEST(WhyNotAssessed, TubeVoltagesThatNoHeadIsScannedWith) {
    ScanFacts facts = goodScan();
    for (const double kvp : {0.0, 80.0, 100.0, 120.0, 135.0, 140.0}) { // 0: not said
        facts.header.kvp = kvp;
        EXPECT_EQ(why(facts), "") << kvp;
    }
    facts.header.kvp.reset();
    EXPECT_EQ(why(facts), "");
    for (const double kvp : {-1.0, 40.0, 70.0, 160.0, 6000.0}) { // the last: a linear accelerator
        facts.header.kvp = kvp;
        EXPECT_NE(why(facts).find("kV is none that heads are scanned with"), std::string::npos) << kvp;
    }
}

TEST(WhyNotAssessed, AirThatIsNotWhereAirBelongs) {
    ScanFacts facts = goodScan();
    facts.hu.airHu = -880;
    EXPECT_EQ(why(facts), "Air measures -880 HU instead of -1000: the scale of these images is damaged.");
}

TEST(WhyNotAssessed, AScaleWithoutItsIntercept) {
    ScanFacts facts = goodScan();
    facts.hu = {0, 3000, 0.3, std::nullopt, 0.6, 0.35};
    for (SliceLook& slice : facts.slices)
        slice.hasBrain = false;
    EXPECT_NE(why(facts).find("the scale of these images is damaged"), std::string::npos);
}

TEST(WhyNotAssessed, ABrainThatIsTooDenseOrTooThin) {
    ScanFacts facts = goodScan();
    for (SliceLook& slice : facts.slices)
        slice.brainHu = 58;
    EXPECT_EQ(why(facts),
              "The brain measures 58 HU, which no brain does: the scale of these images is damaged.");
    for (SliceLook& slice : facts.slices)
        slice.brainHu = 14;
    EXPECT_NE(why(facts).find("14 HU"), std::string::npos);
}

TEST(WhyNotAssessed, GreysOfAPictureInPlaceOfHu) {
    ScanFacts facts = goodScan();
    facts.hu = {0, 255, 0.5, std::nullopt, 0.9, 0};
    for (SliceLook& slice : facts.slices)
        slice.hasBrain = false;
    EXPECT_EQ(why(facts), "The values are the greys of a picture, not HU: open the original images.");
}

TEST(WhyNotAssessed, ABrainWindowIsAssessedWithACaution) {
    ScanFacts facts = goodScan();
    facts.hu = {-20, 100, 0.5, std::nullopt, 1, 0};
    EXPECT_EQ(why(facts), "");
    EXPECT_EQ(cautionAbout(facts), "Only values from -20 to 100 HU were kept: no volume is measured.");
}

TEST(WhyNotAssessed, NoHead) {
    ScanFacts facts = goodScan();
    for (SliceLook& slice : facts.slices)
        slice.hasBrain = false;
    EXPECT_EQ(why(facts), "No head is seen in these slices.");
}

TEST(WhyNotExcluded, AHeadBeyondTheEdgeOfThePictures) {
    ScanFacts facts = goodScan();
    for (std::size_t k = 0; k < 24; ++k) { // towards the vertex it is small enough
        facts.slices[k].isCutAtEdge = facts.slices[k].hasBrain;
        facts.slices[k].hasBrain = false;
    }
    const char* const beyond =
        "The head goes on beyond the edge of the pictures: choose a series with the whole head.";
    EXPECT_EQ(whyNotBeyond(facts), beyond);
    EXPECT_EQ(why(facts), "") << "what is found in the rest stands";
    for (SliceLook& slice : facts.slices)
        slice.hasBrain = false;
    EXPECT_EQ(why(facts), beyond) << "no whole head at all: it may be a chest";
}

TEST(WhyNotExcluded, AGapOverTheBrainButNotBelowIt) {
    ScanFacts facts = goodScan();
    facts.slices.erase(facts.slices.begin() + 14, facts.slices.begin() + 17);
    EXPECT_EQ(whyNotBeyond(facts), "Two slices of the brain lie 20 mm apart: complete the series.");
    facts.header.areLengthsKnown = false; // then nobody knows where slices lie
    EXPECT_EQ(whyNotBeyond(facts), "");
    facts = goodScan();
    facts.slices.erase(facts.slices.begin() + 1, facts.slices.begin() + 4);
    EXPECT_EQ(whyNotBeyond(facts), "");
    EXPECT_EQ(why(facts), "") << "what is found in the rest stands";
}

TEST(WhyNotExcluded, AGapAtTheEndOfTheBrainHidesNoMissingPart) {
    ScanFacts facts = goodScan();
    facts.slices.erase(facts.slices.begin() + 16,
                       facts.slices.begin() + 27); // the vertex alone is left above
    EXPECT_EQ(whyNotBeyond(facts),
              "The upper part of the head is missing: choose a series with the whole head.");
    facts = goodScan();
    facts.slices.erase(facts.slices.begin() + 1, facts.slices.begin() + 14);
    EXPECT_EQ(whyNotBeyond(facts),
              "The lower part of the brain is missing: choose a series with the whole head.");
    EXPECT_EQ(why(facts), "") << "what is found in the rest stands";
}

TEST(WhyNotExcluded, OneMissingSliceOfFiveMillimetresIsAWarningOfTheSeriesAlone) {
    ScanFacts facts = goodScan();
    facts.slices.erase(facts.slices.begin() + 14);
    EXPECT_EQ(whyNotBeyond(facts), "");
    EXPECT_EQ(why(facts), "") << "what is found in the rest stands";
}

TEST(WhyNotExcluded, AScanThatEndsWithinTheHead) {
    ScanFacts facts = goodScan();
    facts.slices.resize(18);
    EXPECT_EQ(whyNotBeyond(facts),
              "The upper part of the head is missing: choose a series with the whole head.");
    facts = goodScan();
    facts.slices.erase(facts.slices.begin(), facts.slices.begin() + 13);
    EXPECT_EQ(whyNotBeyond(facts),
              "The lower part of the brain is missing: choose a series with the whole head.");
    EXPECT_EQ(why(facts), "") << "what is found in the rest stands";
}

TEST(HuRange, TellsAirSoftTissueAndWhatWasCutOff) {
    std::vector<PatientPoint> positions{{0, 0, 0}};
    const Grid grid(40, 40, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    std::vector<std::int16_t> voxels(1600, -990);
    std::fill(voxels.begin(), voxels.begin() + 800, std::int16_t{30});
    std::fill(voxels.begin(), voxels.begin() + 160, std::int16_t{1200});
    std::fill(voxels.begin() + 1440, voxels.end(), kOutsideHu); // no part of the scan
    const HuRange range = huRange(Volume(grid, voxels, "1"));
    EXPECT_EQ(range.lowestHu, -990);
    EXPECT_EQ(range.highestHu, 1200);
    EXPECT_EQ(range.airHu, -990);
    EXPECT_NEAR(range.softShare, 640. / 1440, 0.02);
    EXPECT_NEAR(range.denseShare, 160. / 1440, 0.02);
    EXPECT_FALSE(range.isCutToWindow());

    for (std::int16_t& hu : voxels)
        hu = std::clamp<std::int16_t>(hu, -20, 100);
    const HuRange cut = huRange(Volume(grid, voxels, "1"));
    EXPECT_FALSE(cut.airHu);
    EXPECT_TRUE(cut.isCutToWindow());
    EXPECT_EQ(cut.highestHu, 100);
}

} // namespace
} // namespace hemo
