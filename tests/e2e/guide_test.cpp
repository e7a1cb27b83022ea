#include "app_fixture.h"

#include "app/cheat_sheet.h"
#include "app/guide.h"
#include "app/panels/series_panel.h"
#include "app/panels/verdict_card.h"
#include "viewer/widgets/slice_view.h"

#include <QAction>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

#include <algorithm>

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

TEST_F(GuideWindow, F1OpensItAndEveryKeyIsOneClickFromThere) {
    press(Qt::Key_F1);
    auto* open = window->findChild<Guide*>();
    ASSERT_TRUE(open);
    open->findChild<QPushButton*>("toKeys")->click();
    EXPECT_TRUE(window->findChild<CheatSheet*>());
}

TEST_F(GuideWindow, ItsPicturesAreAsWideAsThePage) {
    Guide& open = guide();
    auto& text = *open.findChild<QTextBrowser*>();
    const auto widest = [&] {
        double most = 0;
        for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); !part.atEnd(); ++part)
                if (const auto format = part.fragment().charFormat().toImageFormat(); format.isValid()) {
                    EXPECT_TRUE(QFile::exists(":/docs/" + format.name())) << format.name().toStdString();
                    most = std::max(most, format.width());
                }
        return most;
    };
    EXPECT_TRUE(waitFor([&] { return widest() > text.viewport()->width() * 0.9; }))
        << "no thumbnail on the page at which it opens";
    EXPECT_FALSE(text.horizontalScrollBar()->isVisible());
    open.findChild<QListWidget*>()->setCurrentRow(static_cast<int>(Guide::Page::Looking));
    EXPECT_GT(widest(), 400);
    for (const int width : {700, 900}) {
        open.resize(width, 600);
        EXPECT_TRUE(waitFor([&] { return widest() <= text.viewport()->width(); })) << width;
        EXPECT_GT(widest(), text.viewport()->width() * 0.9) << width;
        EXPECT_FALSE(text.horizontalScrollBar()->isVisible()) << width;
    }
}

TEST(GuideText, EachPictureIsThereInBothLanguagesAndSaysWhatItShows) {
    for (const char* language : {"en", "es"}) {
        QFile guide(language == QByteArray("es") ? ":/docs/user-guide.es.md" : ":/docs/user-guide.md");
        ASSERT_TRUE(guide.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(guide.readAll());
        static const QRegularExpression picture(R"(!\[([^\]]*)\]\(([^)]*)\))");
        int pictures = 0;
        for (auto each = picture.globalMatch(all); each.hasNext(); ++pictures) {
            const auto found = each.next();
            EXPECT_GT(found.captured(1).size(), 20);
            EXPECT_TRUE(found.captured(2).startsWith(QStringLiteral("guide/%1/").arg(language)));
            EXPECT_TRUE(QFile::exists(":/docs/" + found.captured(2))) << found.captured(2).toStdString();
        }
        EXPECT_GE(pictures, 8) << language;
    }
}

/// Headings, rows of tables, fences of code, pictures.
QStringList shapeOf(const char* file) {
    QFile guide(QStringLiteral(":/docs/") + file);
    EXPECT_TRUE(guide.open(QIODevice::ReadOnly));
    QStringList shape;
    for (const QString& line : QString::fromUtf8(guide.readAll()).split('\n')) {
        if (line.startsWith("#")) shape << line.section(' ', 0, 0);
        if (line.startsWith("|")) shape << QString(line.count('|'), '|');
        if (line.startsWith("```")) shape << "```";
        if (line.startsWith("![")) shape << line.section('/', -1);
    }
    return shape;
}

TEST(GuideText, IsTheSameInBothLanguagesHeadingByHeadingAndRowByRow) {
    EXPECT_EQ(shapeOf("user-guide.md"), shapeOf("user-guide.es.md"));
}

} // namespace
} // namespace hemo::ui
