#include "core/imaging/series/choose_series.h"
#include "core/imaging/series/kernel_kind.h"
#include "core/imaging/series/series_hints.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace hemo::testing {
namespace {

using imaging::chooseSeries;
using imaging::Hint;
using imaging::KernelKind;

/// What a head is read from; each test makes it worse in one way.
SeriesInfo idealHead(const std::string& id = "ideal") {
    SeriesInfo info;
    info.id = id;
    info.modality = "CT";
    info.bodyPart = "HEAD";
    info.description = "Head";
    info.kernel = "H31s";
    info.manufacturer = "SIEMENS";
    info.imageType = "ORIGINAL\\PRIMARY\\AXIAL";
    info.slicePlane = ViewAxis::Axial;
    info.sliceStepMm = 5;
    info.imageCount = 30;
    info.seriesNumber = 3;
    info.studyDate = "20260101";
    return info;
}

template <class Change> SeriesInfo but(const std::string& id, Change change) {
    SeriesInfo info = idealHead(id);
    change(info);
    return info;
}

FolderContents chosen(std::vector<SeriesInfo> series) {
    FolderContents contents;
    contents.series = std::move(series);
    chooseSeries(contents);
    return contents;
}

/// Every way in which a series can be less fit.
std::vector<SeriesInfo> lesserSeries() {
    return {
        but("bone", [](SeriesInfo& s) { s.kernel = "H60s"; }),
        but("coronal", [](SeriesInfo& s) { s.slicePlane = ViewAxis::Coronal; }),
        but("contrast", [](SeriesInfo& s) { s.contrastAgent = "Iomeron 350"; }),
        but("angiography", [](SeriesInfo& s) { s.description = "CTA Head 5.0"; }),
        but("perfusion", [](SeriesInfo& s) { s.description = "Brain perfusion"; }),
        but("neck", [](SeriesInfo& s) { s.bodyPart = "NECK", s.description = ""; }),
        but("chest", [](SeriesInfo& s) { s.bodyPart = "CHEST", s.description = ""; }),
        but("mip", [](SeriesInfo& s) { s.imageType = "DERIVED\\SECONDARY\\AXIAL\\MIP"; }),
        but("monoenergetic", [](SeriesInfo& s) { s.imageType = "DERIVED\\PRIMARY\\AXIAL\\MONO_E"; }),
        but("four slices", [](SeriesInfo& s) { s.imageCount = 4; }),
        but("10 mm", [](SeriesInfo& s) { s.sliceStepMm = 10; }),
        but("unmarked", [](SeriesInfo& s) { s.modality = "OT"; }),
        but("directions unknown", [](SeriesInfo& s) { s.areDirectionsKnown = false, s.slicePlane = {}; }),
        but("thin", [](SeriesInfo& s) { s.sliceStepMm = 0.6, s.imageCount = 250; }),
        but("derived", [](SeriesInfo& s) { s.imageType = "DERIVED\\PRIMARY\\AXIAL"; }),
        but("unknown kernel", [](SeriesInfo& s) { s.kernel = "XYZ"; }),
        but("lossy", [](SeriesInfo& s) { s.isLossy = true; }),
        but("gap",
            [](SeriesInfo& s) {
                s.warnings = {{LoadWarning::Kind::Gap, said("A gap.")}};
            }),
        but("scout", [](SeriesInfo& s) { s.use = SeriesUse::Listed; }),
    };
}

TEST(ChooseSeries, TheIdealHeadIsChosenOverEverySeriesThatIsLessFit) {
    for (const SeriesInfo& lesser : lesserSeries()) {
        EXPECT_EQ(chosen({lesser, idealHead()}).bestSeriesId, "ideal") << "over " << lesser.id;
        EXPECT_EQ(chosen({idealHead(), lesser}).bestSeriesId, "ideal") << "over " << lesser.id;
    }
}

TEST(ChooseSeries, TheOrderDoesNotDependOnTheOrderGiven) {
    std::vector<SeriesInfo> all = lesserSeries();
    all.push_back(idealHead());
    const FolderContents wanted = chosen(all);
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(all.begin(), all.end(), random);
        EXPECT_EQ(chosen(all), wanted);
    }
}

TEST(ChooseSeries, AThinSoftSeriesIsBetterThanAThickBoneOne) {
    const auto thin = but("thin", [](SeriesInfo& s) { s.sliceStepMm = 0.6, s.imageCount = 250; });
    const auto bone = but("bone", [](SeriesInfo& s) { s.kernel = "Hr59"; });
    EXPECT_EQ(chosen({bone, thin}).bestSeriesId, "thin");
}

TEST(ChooseSeries, OfEquallyFitSeriesTheNewestStudyIsRead) {
    const auto prior = but("prior", [](SeriesInfo& s) { s.studyDate = "20240101", s.imageCount = 60; });
    const auto newer = but("newer", [](SeriesInfo& s) { s.studyDate = "20260102", s.sliceStepMm = 1; });
    EXPECT_EQ(chosen({prior, newer}).bestSeriesId, "newer");
}

TEST(ChooseSeries, ANewerBoneSeriesIsNotTakenForTheHead) {
    const auto newer = but("newer", [](SeriesInfo& s) { s.studyDate = "20260102", s.kernel = "H70h"; });
    EXPECT_EQ(chosen({newer, idealHead()}).bestSeriesId, "ideal");
}

TEST(ChooseSeries, TheBestIsExplainedInOneLine) {
    const auto plain = but("plain", [](SeriesInfo& s) { s.description = "Head without contrast"; });
    EXPECT_EQ(chosen({plain, lesserSeries()[0], lesserSeries()[1]}).whyBest,
              "Axial, 5 mm, soft kernel, without contrast: the best of 3 series for the second reader.");
    EXPECT_EQ(chosen({idealHead()}).whyBest,
              "Axial, 5 mm, soft kernel, no contrast named: the only series with slices.");
}

TEST(ChooseSeries, WhatSpeaksAgainstTheBestIsSaid) {
    const auto series = lesserSeries();
    EXPECT_EQ(chosen({series[0]}).whyBest, "The only series with slices; bone kernel.");
    const auto both = but("both", [](SeriesInfo& s) { s.kernel = "H60s", s.contrastAgent = "yes"; });
    EXPECT_EQ(chosen({both, series[1]}).whyBest,
              "The best of 2 series for the second reader, yet not ideal: coronal slices.");
    EXPECT_EQ(chosen({both}).whyBest, "The only series with slices; bone kernel, with contrast.");
}

TEST(ChooseSeries, WithNothingToOpenThereIsNoBest) {
    const auto contents = chosen({but("scout", [](SeriesInfo& s) { s.use = SeriesUse::Listed; })});
    EXPECT_EQ(contents.bestSeriesId, "");
    EXPECT_EQ(contents.whyBest, "");
    EXPECT_TRUE(chosen({}).series.empty());
}

TEST(ChooseSeries, AResearchVolumeThatNamesNothingIsChosenWithoutClaims) {
    SeriesInfo volume;
    volume.id = "nifti";
    volume.format = SeriesFormat::Nifti;
    volume.imageCount = 30;
    volume.sliceStepMm = 5;
    volume.slicePlane = ViewAxis::Axial;
    EXPECT_EQ(chosen({volume}).whyBest, "Axial, 5 mm: the only series with slices.");
}

struct Kernel {
    const char *name, *manufacturer;
    KernelKind kind;
};

TEST(KernelKind, KnowsTheNamesOfTheFourMakers) {
    constexpr auto Soft = KernelKind::Soft, Sharp = KernelKind::Sharp, Unknown = KernelKind::Unknown;
    for (const Kernel& k : {
             Kernel{"SOFT", "GE MEDICAL SYSTEMS", Soft},
             {"STANDARD", "GE MEDICAL SYSTEMS", Soft},
             {"STD+", "GE MEDICAL SYSTEMS", Soft},
             {"BRAIN", "GE MEDICAL SYSTEMS", Soft},
             {"BONE", "GE MEDICAL SYSTEMS", Sharp},
             {"BONEPLUS", "GE MEDICAL SYSTEMS", Sharp},
             {"DETAIL", "GE MEDICAL SYSTEMS", Unknown},
             {"H10s", "SIEMENS", Soft},
             {"H31s", "SIEMENS", Soft},
             {"H70h", "SIEMENS", Sharp},
             {"J30s\\2", "SIEMENS", Soft},
             {"Hr38\\3", "Siemens Healthineers", Soft},
             {"Hr59f", "Siemens Healthineers", Sharp},
             {"B48", "SIEMENS", Unknown},
             {"UA", "Philips", Soft},
             {"UB", "Philips", Soft},
             {"UC", "Philips", Soft},
             {"B", "Philips", Soft},
             {"D", "Philips", Sharp},
             {"YB", "Philips", Sharp},
             {"FC21", "TOSHIBA", Soft},
             {"FC26", "Canon Medical", Soft},
             {"FC30", "TOSHIBA", Sharp},
             {"FC81", "TOSHIBA", Sharp},
             {"FC99", "TOSHIBA", Unknown},
             {"", "GE MEDICAL SYSTEMS", Unknown},
             {"H60s", "", Sharp},
             {"FC30", "", Sharp},
             {"BONE", "", Sharp},
             {"B", "", Unknown},
             {"UB", "Somebody", Unknown},
         })
        EXPECT_EQ(imaging::kernelKind(k.name, k.manufacturer), k.kind) << k.name << " of " << k.manufacturer;
}

Hint contrastOf(const std::string& description, const std::string& agent = "") {
    return imaging::hasContrast(
        but("", [&](SeriesInfo& s) { s.description = description, s.contrastAgent = agent; }));
}

TEST(SeriesHints, ContrastIsFoundInWordsOfManyProtocols) {
    for (const char* with : {"CTA HEAD", "Head C+", "Kopf nach KM", "HEAD POST CONTRAST", "Angio 0.75",
                             "BRAIN_CTA", "Head W/ contrast", "Craneo con contraste", "Monitoring"})
        EXPECT_EQ(contrastOf(with), Hint::Yes) << with;
    for (const char* without : {"HEAD W/O", "NCCT 5mm", "CCT nativ", "Kopf ohne KM", "HEAD C-",
                                "Craneo sin contraste", "PLAIN HEAD", "Head non-contrast"})
        EXPECT_EQ(contrastOf(without), Hint::No) << without;
    for (const char* unsaid : {"Head 5 mm", "STD BRAIN 5MM", "Ventricle", "Scandinavian", "MCAT",
                               "HEAD W/WO CONTRAST", "Head without and with contrast", "HEAD C-SPINE"})
        EXPECT_EQ(contrastOf(unsaid), Hint::Unsaid) << unsaid;
}

TEST(SeriesHints, ANamedAgentIsContrastUnlessTheSeriesDeniesIt) {
    EXPECT_EQ(contrastOf("Head", "ULTRAVIST"), Hint::Yes);
    EXPECT_EQ(contrastOf("Head", "NONE"), Hint::No);
    EXPECT_EQ(contrastOf("Head without", "ULTRAVIST"), Hint::No) << "named for the study, given later";
    EXPECT_EQ(contrastOf("HEAD W/WO CONTRAST", "OMNIPAQUE 350"), Hint::Yes) << "one of both is this one";
    EXPECT_EQ(contrastOf("CTA HEAD C-SPINE", "OMNIPAQUE 350"), Hint::Yes);
}

TEST(SeriesHints, TheSeriesKnowsBetterThanTheProtocolWhatPartItShows) {
    const auto head = [](const char* part, const char* description) {
        return imaging::isHead(
            but("", [&](SeriesInfo& s) { s.bodyPart = part, s.description = description; }));
    };
    EXPECT_EQ(head("BRAIN", "5 mm"), Hint::Yes);
    EXPECT_EQ(head("", "Schädel 5.0"), Hint::Yes);
    EXPECT_EQ(head("HEAD", "Sinus 1 mm"), Hint::No);
    EXPECT_EQ(head("CHEST", "5 mm"), Hint::No);
    EXPECT_EQ(head("", "5 mm"), Hint::Unsaid);
}

} // namespace
} // namespace hemo::testing
