#include "tests/gui/contrast.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/themed_icon.h"

#include <QApplication>
#include <QIcon>
#include <QPushButton>
#include <gtest/gtest.h>

namespace hemo::ui {
namespace {

using testing::contrast;

class ThemeTest : public ::testing::TestWithParam<Theme> {
protected:
    ~ThemeTest() override { applyTheme(*qApp, Theme::Dark); }
};

TEST_P(ThemeTest, CanBeReadAndTellsWhatIsSuspicious) {
    const ThemeColours& c = coloursOf(GetParam());
    const bool isHigh = GetParam() == Theme::HighContrast;
    for (const QColor& ground : {c.chrome, c.panel}) {
        EXPECT_GE(contrast(c.text, ground), isHigh ? 15 : 7);
        EXPECT_GE(contrast(c.secondaryText, ground), isHigh ? 12 : 4.5);
        EXPECT_GE(contrast(c.disabledText, ground), isHigh ? 7 : 2.3);
        EXPECT_GE(contrast(c.accent, ground), 3);
        EXPECT_GE(contrast(c.suspicionLow, ground), 3);
        EXPECT_GE(contrast(c.suspicionHigh, ground), 3);
    }
    EXPECT_GE(contrast(c.text, c.chosen), isHigh ? 7 : 4.5);
    EXPECT_GE(contrast(c.text, c.raised), 7);
    EXPECT_EQ(c.suspicion(.5, .6), c.underThreshold);
    EXPECT_EQ(c.suspicion(1, .6), c.suspicionHigh);
}

TEST_P(ThemeTest, TheStyleSheetHasAColourForEveryName) {
    applyTheme(*qApp, GetParam());
    EXPECT_FALSE(qApp->styleSheet().isEmpty());
    EXPECT_FALSE(qApp->styleSheet().contains('@'))
        << qApp->styleSheet().mid(qApp->styleSheet().indexOf('@'), 20).toStdString();
    EXPECT_EQ(colours().panel, coloursOf(GetParam()).panel);
}

TEST_P(ThemeTest, IconsHaveTheColourOfItsText) {
    const QIcon icon = themedIcon("open"); // made before
    applyTheme(*qApp, GetParam());
    const QImage image = icon.pixmap(40, 40).toImage();
    const QColor text = colours().text;
    int drawn = 0, other = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 200) continue;
            ++drawn;
            other += std::abs(pixel.red() - text.red()) + std::abs(pixel.green() - text.green()) > 6;
        }
    EXPECT_GT(drawn, 20);
    EXPECT_EQ(other, 0);
}

INSTANTIATE_TEST_SUITE_P(All, ThemeTest, ::testing::ValuesIn(kThemes));

} // namespace
} // namespace hemo::ui
