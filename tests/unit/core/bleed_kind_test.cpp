#include "answered_scan.h"

#include "core/classify/findings/bleed_kind.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

struct Case {
    BleedType kind;
    double volumeMl;
    BleedShape shape;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << bleedTypeName(c.kind) << ' ' << c.volumeMl << " mL";
}

class BleedShapeOf : public ::testing::TestWithParam<Case> {};

TEST_P(BleedShapeOf, IsThatOfItsKind) {
    const Case& c = GetParam();
    const AnsweredScan scan = scanOf(withBleed(c.kind, Side::Left, c.volumeMl));
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(shapeName(findings[0].shape), shapeName(c.shape));
}

INSTANTIATE_TEST_SUITE_P(Kinds, BleedShapeOf,
                         ::testing::Values(Case{BleedType::Epidural, 12, BleedShape::Lens},
                                           Case{BleedType::Epidural, 45, BleedShape::Lens},
                                           Case{BleedType::Subdural, 20, BleedShape::Crescent},
                                           Case{BleedType::Subdural, 70, BleedShape::Crescent},
                                           Case{BleedType::Intraparenchymal, 4, BleedShape::InTissue},
                                           Case{BleedType::Intraparenchymal, 60, BleedShape::InTissue},
                                           Case{BleedType::Intraventricular, 8, BleedShape::InVentricles},
                                           Case{BleedType::Intraventricular, 3, BleedShape::InVentricles},
                                           Case{BleedType::Intraventricular, 12, BleedShape::InVentricles},
                                           Case{BleedType::Subarachnoid, 15, BleedShape::Unclear}));

/// The scan with the same answer to every slice that bleeds.
AnsweredScan answering(AnsweredScan scan, std::array<double, 6> p) {
    for (SlicePrediction& slice : scan.prediction.slices)
        if (slice.any() > 0.5) slice.p = p;
    return scan;
}

std::optional<BleedType> kindFound(const AnsweredScan& scan, const ScanHeader& header = {}) {
    const Findings findings = found(*scan.volume, scan.prediction, header);
    if (findings.empty() || !findings[0].kind) return std::nullopt;
    return findings[0].kind->type;
}

TEST(BleedKind, IsNamedWhereOneLeadsAndTheShapeAgrees) {
    const AnsweredScan scan = scanOf(withBleed(BleedType::Subdural, Side::Left, 40));
    const AnsweredScan subdural = answering(scan, {.95, .1, .2, .1, .1, .8});
    const Findings findings = found(*subdural.volume, subdural.prediction, {});
    ASSERT_TRUE(!findings.empty() && findings[0].kind);
    EXPECT_EQ(findings[0].kind->type, BleedType::Subdural);
    EXPECT_NEAR(findings[0].kind->p, .8, 1e-9);
}

TEST(BleedKind, AnEpiduralThatIsAnsweredAsIntraparenchymalIsUnclear) {
    const AnsweredScan epidural = scanOf(withBleed(BleedType::Epidural, Side::Left, 20));
    EXPECT_FALSE(kindFound(answering(epidural, {.95, .1, .8, .1, .1, .1})));
    EXPECT_EQ(kindFound(answering(epidural, {.95, .8, .1, .1, .1, .1})), BleedType::Epidural);
}

TEST(BleedKind, ALikelyOneNeedsAShapeThatSpeaksForIt) {
    const AnsweredScan epidural =
        answering(scanOf(withBleed(BleedType::Epidural, Side::Left, 20)), {.95, .38, .12, .1, .1, .1});
    EXPECT_EQ(kindFound(epidural), BleedType::Epidural);
    ScanHeader lossy; // nothing is outlined
    lossy.isLossy = true;
    EXPECT_FALSE(kindFound(epidural, lossy));
}

TEST(BleedKind, IsNotThatOfOneSlice) {
    AnsweredScan scan =
        answering(scanOf(withBleed(BleedType::Epidural, Side::Left, 20)), {.95, .4, .4, .1, .1, .1});
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    const int one = findings[0].mostTellingSlice;
    ASSERT_LT(findings[0].firstSlice, findings[0].lastSlice);
    scan.prediction.slices[static_cast<std::size_t>(one)].p = {.95, .9, .4, .1, .1, .1};
    EXPECT_FALSE(kindFound(scan));
}

TEST(BleedKind, IsUnclearWhereTwoAreAboutAsLikely) {
    const AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    EXPECT_FALSE(kindFound(answering(scan, {.95, .1, .8, .7, .1, .1})));
    EXPECT_EQ(kindFound(answering(scan, {.95, .1, .8, .5, .1, .1})), BleedType::Intraparenchymal);
}

TEST(BleedKind, WithoutAnOutlineTheAnswersDecideAlone) {
    const AnsweredScan scan =
        answering(scanOf(withBleed(BleedType::Epidural, Side::Left, 20)), {.95, .1, .8, .1, .1, .1});
    ScanHeader lossy;
    lossy.isLossy = true;
    EXPECT_EQ(kindFound(scan, lossy), BleedType::Intraparenchymal);
}

TEST(BleedKind, IsNotNamedWhereTheModelNamesNone) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    EXPECT_EQ(kindFound(scan), BleedType::Intraparenchymal);
    for (SlicePrediction& slice : scan.prediction.slices)
        slice.namesSubtypes = false;
    EXPECT_FALSE(kindFound(scan));
}

TEST(BleedKind, EveryShapeAgreesWithSomeKindAndAnUnclearOneWithAll) {
    for (const BleedShape shape : {BleedShape::Crescent, BleedShape::Lens, BleedShape::AlongSkull,
                                   BleedShape::InTissue, BleedShape::InVentricles}) {
        int agreeing = 0;
        for (const BleedType kind : kBleedTypes)
            agreeing += kind != BleedType::Any && agree(kind, shape);
        EXPECT_EQ(agreeing, shape == BleedShape::AlongSkull ? 2 : 1) << shapeName(shape);
        EXPECT_FALSE(agree(BleedType::Subarachnoid, shape)) << shapeName(shape);
    }
    EXPECT_TRUE(agree(BleedType::Subarachnoid, BleedShape::Unclear));
}

} // namespace
} // namespace hemo
