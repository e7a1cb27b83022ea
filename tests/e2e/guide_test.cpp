#include "app_fixture.h"

#include "app/guide.h"
#include "app/panels/series_panel.h"
#include "app/panels/verdict_card.h"
#include "viewer/widgets/slice_view.h"

#include <QAction>
#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBrowser>

namespace hemo::ui {
namespace {

using namespace testing;

class GuideWindow : public ProgramTest {
protected:
    Guide& guide() {
        window->findChild<QAction*>("guide")->trigger();
        return *window->findChild<Guide*>();
    }
    QString page() { return guide().findChild<QListWidget*>()->currentItem()->text(); }
};

TEST_F(GuideWindow, OpensAtThePageOfWhatHasTheFocus) {
    EXPECT_EQ(page(), "Opening") << "nothing is open yet";
    application->openPhantom(folder.path() / "cache");
    ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    activate(*window);
    views().sliceView(kLead)->setFocus();
    EXPECT_EQ(page(), "Looking");
    activate(*window);
    application->store().dispatch(action::ChooseTool{Tool::Length});
    views().sliceView(kLead)->setFocus();
    EXPECT_EQ(page(), "Measuring and marking");
    EXPECT_EQ(guidePageFor(window->findChild<VerdictCard*>(), state()), Guide::Page::SecondReader);
    EXPECT_EQ(guidePageFor(window->findChild<SeriesPanel*>(), state()), Guide::Page::Opening);
    EXPECT_EQ(window->findChildren<Guide*>().size(), 1) << "one, however often it is asked for";
}

TEST_F(GuideWindow, EachPageHasItsTextAndItsTables) {
    Guide& open = guide();
    auto& list = *open.findChild<QListWidget*>();
    ASSERT_EQ(list.count(), Guide::kPages);
    for (int n = 0; n < list.count(); ++n) {
        list.setCurrentRow(n);
        const QString text = open.findChild<QTextBrowser*>()->toPlainText();
        EXPECT_GT(text.size(), 300) << list.item(n)->text().toStdString();
        EXPECT_FALSE(text.contains("|---")) << "a table is shown as one";
    }
}

/// Headings, rows of tables, fences of code.
QStringList shapeOf(const char* file) {
    QFile guide(QStringLiteral(":/docs/") + file);
    EXPECT_TRUE(guide.open(QIODevice::ReadOnly));
    QStringList shape;
    for (const QString& line : QString::fromUtf8(guide.readAll()).split('\n')) {
        if (line.startsWith("#")) shape << line.section(' ', 0, 0);
        if (line.startsWith("|")) shape << QString(line.count('|'), '|');
        if (line.startsWith("```")) shape << "```";
    }
    return shape;
}

TEST(GuideText, IsTheSameInBothLanguagesHeadingByHeadingAndRowByRow) {
    EXPECT_EQ(shapeOf("user-guide.md"), shapeOf("user-guide.es.md"));
}

} // namespace
} // namespace hemo::ui
