#include "tests/gui/contrast.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/scale_bar.h"
#include "viewer/widgets/view_gestures.h"
#include "viewer/widgets/words.h"

#include <QFile>
#include <QIcon>
#include <QPixmap>
#include <QTranslator>
#include <gtest/gtest.h>

namespace hemo::ui {
namespace {

using testing::contrast;

std::string plain(QString text) {
    return text.replace(QChar(0xA0), ' ').toStdString();
}

TEST(Words, PercentIsNeverNothingOrAllWhereItIsNotExactlyThat) {
    EXPECT_EQ(plain(percentText(0.914)), "91 %");
    EXPECT_EQ(plain(percentText(0.004)), "< 1 %");
    EXPECT_EQ(plain(percentText(0.996)), "> 99 %");
    EXPECT_EQ(plain(percentText(0)), "0 %");
    EXPECT_EQ(plain(percentText(1)), "100 %");
}

TEST(Words, PlacesHavePatientDirectionsAndUnits) {
    EXPECT_EQ(plain(placeText({34.12, -12.04, 88.4})), "L 34.1 A 12.0 S 88.4 mm");
    EXPECT_EQ(plain(placeText({-1, 2, -3})), "R 1.0 P 2.0 I 3.0 mm");
}

TEST(Words, DicomValuesAreReadable) {
    EXPECT_EQ(plain(personText("Doe^Jane^^Dr")), "Doe, Jane Dr");
    EXPECT_EQ(plain(personText("Doe")), "Doe");
    EXPECT_EQ(plain(personText("")), "");
    EXPECT_EQ(plain(personText("=Yamada^Tarou")), "Yamada, Tarou");
    EXPECT_EQ(plain(dateText("20190312")), "2019-03-12");
    EXPECT_EQ(plain(dateText("2019")), "2019");
    EXPECT_EQ(plain(ageText("003M")), "3 months");
    EXPECT_EQ(plain(ageText("about 40")), "about 40");
}

TEST(ScaleBar, IsTheLongestRoundLengthThatFits) {
    EXPECT_EQ(fittingScaleBar(0.5, 300)->text, "10 cm");
    EXPECT_EQ(fittingScaleBar(0.5, 150)->text, "5 cm");
    EXPECT_EQ(fittingScaleBar(0.5, 150)->pixels, 100);
    EXPECT_EQ(fittingScaleBar(0.02, 300)->text, "5 mm");
    EXPECT_FALSE(fittingScaleBar(0.001, 300));
}

TEST(Gestures, WheelThatTurnsBackStartsAfresh) {
    int rest = 0;
    EXPECT_EQ(wheelNotches(rest, 90), 0);
    EXPECT_EQ(wheelNotches(rest, -90), 0);
    EXPECT_EQ(wheelNotches(rest, -30), -1);
    EXPECT_EQ(wheelNotches(rest, 360), 3);
}

TEST(Gestures, ManySlicesAreAllWithinTheHeightOfThePicture) {
    EXPECT_EQ(stepDragged(0, 28, 8, 800), 1);
    EXPECT_EQ(stepDragged(0, 1000, 400, 400), 800) << "half a pixel each at the least";
    EXPECT_EQ(stepDragged(0, 400, 800, 800), 399);
    EXPECT_EQ(stepDragged(10, 28, -800, 800), 0);
}

TEST(Gestures, NarrowWindowsMoveFinerThanWideOnes) {
    EXPECT_EQ(windowDragged({32, 8}, 0, 31).centre, 33);
    EXPECT_GT(windowDragged({600, 2800}, 0, 31).centre, 900);
    EXPECT_EQ(windowDragged({40, 80}, -5000, 0).width, 1);
}

TEST(Palette, SuspicionStartsJustOverTheThresholdAndIsNeverGreen) {
    EXPECT_EQ(palette::suspicion(0.6, 0.6), palette::kUnderThreshold);
    EXPECT_EQ(palette::suspicion(1, 0.6), palette::kSuspicionHigh);
    for (double p = 0; p <= 1; p += 0.01) {
        const QColor c = palette::suspicion(p, 0.3);
        EXPECT_LE(c.green(), std::max(c.red(), c.blue())) << p;
    }
}

TEST(Palette, TextIsReadable) { // WCAG 2.1, 1.4.3 and 1.4.6
    for (const QColor ground : {palette::kChrome, palette::kPanel}) {
        EXPECT_GE(contrast(palette::kText, ground), 7);
        EXPECT_GE(contrast(palette::kSecondaryText, ground), 4.5);
    }
    // Only the headline has it, which is large.
    EXPECT_GE(contrast(palette::kSuspicionHigh, palette::kPanel), 3);
}

TEST(Style, IconsOfWhatCannotBeDoneAreDim) {
    const QIcon icon(":/icons/heat.svg");
    const auto brightest = [&](QIcon::Mode mode) {
        const QImage image = icon.pixmap(QSize(20, 20), 1.0, mode).toImage();
        int most = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, qAlpha(image.pixel(x, y)) * qGray(image.pixel(x, y)) / 255);
        return most;
    };
    EXPECT_LT(brightest(QIcon::Disabled), brightest(QIcon::Normal) / 2);
}

TEST(Resources, EveryIconIsDrawn) {
    for (const char* name : {"open", "layout", "window", "pan", "zoom", "crosshair", "invert", "reset", "fit",
                             "heat", "next-suspicious", "previous-suspicious", "panels", "patient-text",
                             "screenshot", "help", "close"}) {
        const QImage image = QIcon(QString(":/icons/%1.svg").arg(name)).pixmap(20, 20).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 128;
        EXPECT_GT(drawn, 15) << name;
    }
    EXPECT_TRUE(QFile::exists(":/presets/windows.json"));
}

/// Knows two sentences.
class Dutch : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char*, const char* id, int count) const override {
        if (QLatin1String(context) != QLatin1String("Core")) return {};
        if (QLatin1String(id) == QLatin1String("verdict.slices"))
            return count == 1 ? QStringLiteral("%1 plak") : QStringLiteral("%1 plakken");
        if (QLatin1String(id) == QLatin1String("verdict.too_few"))
            return QStringLiteral("Te weinig voor een oordeel: %1.");
        return {};
    }
};

TEST(Words, WhatCoreSaysIsTranslatedSentenceBySentence) {
    const Message few = say("verdict.too_few", say("verdict.slices", 4));
    const Message one = say("verdict.too_few", say("verdict.slices", 1));
    EXPECT_EQ(translated(few), QString("Only 4 slices: too few to answer for a patient."));
    EXPECT_EQ(translated(one), QString("Only 1 slice: too few to answer for a patient."));
    Dutch dutch;
    QCoreApplication::installTranslator(&dutch);
    EXPECT_EQ(translated(few), QString("Te weinig voor een oordeel: 4 plakken."));
    EXPECT_EQ(translated(one), QString("Te weinig voor een oordeel: 1 plak."));
    EXPECT_EQ(translated(say("assess.no_head")), QString("No head is seen in these slices."));
    QCoreApplication::removeTranslator(&dutch);
}

} // namespace
} // namespace hemo::ui
