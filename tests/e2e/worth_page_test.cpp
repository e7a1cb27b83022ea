#include "app_fixture.h"

#include "app/read_model_files.h"
#include "app/worth/card_words.h"
#include "app/worth/thousand_dots.h"
#include "app/worth/worth_page.h"
#include "tests/gui/spoken.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QSlider>
#include <QTabWidget>
#include <QTextBrowser>

namespace hemo::ui {
namespace {

using namespace testing;

ModelFiles measuredModel() {
    ModelInfo info;
    info.operatingPoints = {{"balanced", {2, 0.57}, Estimate{0.8, 0.6, 0.9}, Estimate{0.95, 0.9, 1}},
                            {"screening", {2, 0.15}, Estimate{1, 0.9, 1}, Estimate{0.5, 0.3, 0.7}},
                            {"guessed", {1, 0.5}, std::nullopt, std::nullopt}};
    return {info, "# A card\n\nWith words.", {}};
}

class Worth : public ::testing::Test {
protected:
    void show(ModelFiles files) {
        page = new WorthPage([files = std::move(files)] { return files; }, &window);
        ASSERT_TRUE(waitFor([&] { return !text("worthPositive").isEmpty(); }));
    }
    QString text(const char* name) { return page->findChild<QLabel*>(name)->text(); }
    ThousandDots& dots() { return *page->findChild<ThousandDots*>(); }

    QWidget window;
    WorthPage* page = nullptr;
};

TEST_F(Worth, AThousandPatientsFollowTheSliderAndTheRule) {
    show(measuredModel());
    auto* prevalence = page->findChild<QSlider*>();
    prevalence->setValue(100);
    EXPECT_EQ(dots().patients(), (ThousandPatients{80, 20, 45, 855}));
    EXPECT_TRUE(text("worthPositive").contains("64 % (40 to 100)")) << text("worthPositive").toStdString();
    prevalence->setValue(500);
    EXPECT_EQ(dots().patients(), (ThousandPatients{400, 100, 25, 475}));
    auto* rule = page->findChild<QComboBox*>();
    EXPECT_EQ(rule->count(), 2) << "what was not measured is not offered";
    rule->setCurrentIndex(1);
    EXPECT_EQ(dots().patients(), (ThousandPatients{500, 0, 250, 250}));
    EXPECT_TRUE(text("worthNegative").contains("100 % (75 to 100)")) << text("worthNegative").toStdString();
    EXPECT_TRUE(text("worthMeasured").contains("100 % (90 to 100)"));
}

TEST_F(Worth, DotsAreToldApartByShapeAsWellAsByColour) {
    QImage pictures[4];
    for (int kind = 0; kind < 4; ++kind) {
        pictures[kind] = QImage(12, 12, QImage::Format_RGB32);
        pictures[kind].fill(Qt::black);
        QPainter painter(&pictures[kind]);
        ThousandDots::paintDot(painter, {6, 6}, static_cast<ThousandDots::Kind>(kind));
    }
    const auto isHollow = [](const QImage& picture) { return qGray(picture.pixel(6, 6)) < 20; };
    EXPECT_FALSE(isHollow(pictures[0]));
    EXPECT_TRUE(isHollow(pictures[2])) << "a false alarm is a ring";
    const auto reachesCorner = [](const QImage& picture) { return qGray(picture.pixel(3, 3)) > 60; };
    EXPECT_TRUE(reachesCorner(pictures[1])) << "what is missed is a cross";
    EXPECT_FALSE(reachesCorner(pictures[0]));
}

TEST_F(Worth, AModelThatWasNotMeasuredSaysSo) {
    show({ModelInfo{}, {}, {}});
    EXPECT_EQ(text("worthPositive"), "Nothing was measured with this model.");
    page->show();
    EXPECT_FALSE(dots().isVisible());
    EXPECT_FALSE(page->findChild<QComboBox*>()->isVisible()) << "a rule of which nothing is known";
    EXPECT_FALSE(page->findChild<QSlider*>()->isVisible());
    EXPECT_EQ(page->findChild<QTabWidget*>()->count(), 1);
}

TEST_F(Worth, TheShippedModelHasItsCardAndItsPlots) {
    const ModelFiles files =
        readModelFiles(hemo::testing::sourceFolder() / "resources" / "models" / "lite0-288-6");
    EXPECT_EQ(files.plots.size(), 3u);
    show(files);
    EXPECT_EQ(page->findChild<QTabWidget*>()->count(), 3);
    EXPECT_TRUE(
        page->findChild<QTextBrowser*>("modelCard")->toPlainText().contains("Every patient read wrongly"));
    int drawn = 0;
    for (const QLabel* label : page->findChildren<QLabel*>())
        drawn += !label->pixmap().isNull() && label->pixmap().width() > 200;
    EXPECT_EQ(drawn, 3) << "plots";
}

/// Names and references stay.
QString withoutReferences(QString text) {
    static const QRegularExpression references(
        "Hssayeni et al., [^;]+;|arXiv|CC BY|Flanders et al[^.]+|Trunk: [^\n]+");
    return text.remove(references);
}

TEST_F(Worth, TheShippedModelsCardAndPlotsSpeakTheReadersLanguage) {
    const ModelFiles files =
        readModelFiles(hemo::testing::sourceFolder() / "resources" / "models" / "lite0-288-6");
    static const QRegularExpression english("\\b(the|of|and|with|is|are|by|to|slices?|patients?|bleeds?|"
                                            "found|missed|over|sensitivity|all|rate)\\b",
                                            QRegularExpression::CaseInsensitiveOption);
    EXPECT_EQ(cardText(files.card), files.card);
    const Spoken language(Language::Spanish);
    const QString card = withoutReferences(cardText(files.card));
    for (auto it = english.globalMatch(card); it.hasNext();) {
        const auto found = it.next();
        ADD_FAILURE() << card.mid(std::max<qsizetype>(0, found.capturedStart() - 40), 100).toStdString();
    }
    EXPECT_TRUE(card.contains("0,922 (0,879 a 0,959), pacientes: 26")) << card.left(3000).toStdString();
    EXPECT_TRUE(card.contains("lite0-288-6"));
    for (const ModelFiles::Plot& plot : files.plots) {
        const QString svg = QString::fromUtf8(plotText(plot.svg));
        static const QRegularExpression words(">([^<>\n]+)</text>");
        for (auto it = words.globalMatch(svg); it.hasNext();) {
            const QString text = it.next().captured(1);
            EXPECT_FALSE(english.match(text).hasMatch()) << text.toStdString();
        }
    }
}

TEST_F(Worth, ACardThatNobodyHasTranslatedStandsAsItWasWritten) {
    const Spoken language(Language::Spanish);
    const QString card =
        "# ward-3\n\nMade on 3 scanners, 0.5 mm.\n\n| tube | kV |\n|---|---|\n| new | 120 |\n";
    EXPECT_EQ(cardText(card).simplified().remove(' '), card.simplified().remove(' '));
}

} // namespace
} // namespace hemo::ui
