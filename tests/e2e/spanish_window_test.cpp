#include "app_fixture.h"

#include "app/preferences/preferences_dialog.h"
#include "tests/gui/spoken.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTabWidget>
#include <QXmlStreamReader>

#include <set>

namespace hemo::ui {
namespace {

using namespace testing;

/// English texts of the window that Spanish says in another way and that hold a whole word.
std::set<QString> englishTexts() {
    QFile file(QString::fromStdString((sourceFolder() / "resources/translations/es/window.ts").string()));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::set<QString> texts;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() == QLatin1String("translation") &&
            xml.readElementText(QXmlStreamReader::IncludeChildElements) != source && source.size() > 4)
            texts.insert(source);
    }
    return texts;
}

struct SpeaksSpanish : Spoken {
    SpeaksSpanish() : Spoken(Language::Spanish) {}
};

/// The window is made after the language is chosen, as in the program.
class SpanishWindow : public SpeaksSpanish, public ProgramTest {
protected:
    /// What is said by a window and all in it, and what a screen reader hears.
    static QStringList saidBy(QWidget& window) {
        QStringList said{window.windowTitle()};
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            said << widget->toolTip() << widget->accessibleName() << widget->windowTitle();
            if (auto* label = qobject_cast<QLabel*>(widget))
                said << label->text() << label->text().split(QRegularExpression("<[^>]*>"));
            if (auto* button = qobject_cast<QAbstractButton*>(widget)) said << button->text();
            if (auto* tabs = qobject_cast<QTabWidget*>(widget))
                for (int n = 0; n < tabs->count(); ++n)
                    said << tabs->tabText(n);
        }
        for (const QAction* action : window.findChildren<QAction*>())
            said << action->text() << action->toolTip();
        return said;
    }
    static void expectNoEnglish(QWidget& window) {
        static const std::set<QString> english = englishTexts();
        ASSERT_GT(english.size(), 400u);
        for (const QString& text : saidBy(window))
            EXPECT_FALSE(english.contains(text)) << text.toStdString();
    }
};

TEST_F(SpanishWindow, NothingInItIsLeftInEnglish) {
    expectNoEnglish(*window);
    application->openPhantom(folder.path() / "cache");
    ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    expectNoEnglish(*window);
    for (const char* id : {"about", "preferences", "worth", "keys", "palette"}) {
        window->findChild<QAction*>(id)->trigger();
        expectNoEnglish(*window);
        for (QDialog* dialog : window->findChildren<QDialog*>())
            dialog->close();
    }
}

TEST_F(SpanishWindow, ItsWordsFitWhereTheEnglishOnesDo) {
    application->openPhantom(folder.path() / "cache");
    ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    window->resize(1280, 720);
    QTest::qWait(0);
    EXPECT_LE(window->minimumSizeHint().width(), 1280);
    EXPECT_LE(window->minimumSizeHint().height(), 720);
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && button->icon().isNull()) {
            EXPECT_GE(button->width(), QFontMetrics(button->font()).horizontalAdvance(button->text()))
                << button->text().toStdString();
        }
    window->findChild<QAction*>("keys")->trigger();
    for (const QDialog* dialog : window->findChildren<QDialog*>())
        EXPECT_TRUE(dialog->width() <= 1280 && dialog->height() <= 720)
            << dialog->width() << " x " << dialog->height();
}

} // namespace
} // namespace hemo::ui
