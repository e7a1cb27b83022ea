#include "app_fixture.h"

#include "app/about.h"
#include "app/cheat_sheet.h"
#include "app/guide.h"
#include "app/log_file.h"
#include "app/log_window.h"
#include "core/imaging/write/write_series.h"
#include "core/log.h"
#include "core/simulate/phantom.h"
#include "core/version.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace hemo::ui {
namespace {

using namespace testing;

/// Everything in this file that could name somebody.
constexpr auto kMarker = "ZQXJMARKER";

class AboutWindow : public ProgramTest {
protected:
    AboutWindow() { QStandardPaths::setTestModeEnabled(true); }
    ~AboutWindow() override {
        log::setSink({});
        QStandardPaths::setTestModeEnabled(false);
    }

    void openMarkedStudy() {
        imaging::SeriesTags tags;
        tags.patientId = tags.patientName = tags.seriesDescription = tags.studyDescription = kMarker;
        const auto folderOfIt = folder.path() / kMarker;
        ASSERT_TRUE(imaging::writeSeries(*makePhantom(coarseHead()).volume, tags, folderOfIt, TaskContext{}));
        std::ofstream(folderOfIt / "damaged.dcm") << std::string(128, '\0') << "DICM and no more";
        application->store().dispatch(action::OpenPaths{{folderOfIt}});
        ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    }
    QString copied() {
        window->findChild<QAction*>("about")->trigger();
        QGuiApplication::clipboard()->clear();
        window->findChild<QPushButton*>("copyDiagnostics")->click();
        return QGuiApplication::clipboard()->text();
    }
};

TEST_F(AboutWindow, DiagnosticsSayWhatRunsAndNothingOfThePatient) {
    logToFile();
    openMarkedStudy();
    log::warning("a line of the log");
    const QString text = copied();
    for (const char* part :
         {"VTK", "ITK", "GDCM", "second reader: fake", "64 x 64 x 14", "a line of the log"})
        EXPECT_TRUE(text.contains(part)) << part << " in " << text.toStdString();
    EXPECT_TRUE(text.startsWith(QString::fromStdString(versionLine("hemoscope"))));
    EXPECT_FALSE(text.contains(kMarker, Qt::CaseInsensitive)) << text.toStdString();
    EXPECT_EQ(window->findChild<QPlainTextEdit*>("diagnostics")->toPlainText(), text)
        << "what is seen is what is copied";
    for (const QLabel* label : window->findChild<About*>()->findChildren<QLabel*>())
        EXPECT_FALSE(label->text().contains(kMarker));
}

TEST_F(AboutWindow, TheModelIsNamedWithItsHashBeforeItHasReadAnything) {
    QString text;
    EXPECT_TRUE(copied().contains("second reader: has not read yet")) << "until its file is read";
    ASSERT_TRUE(waitFor([&] {
        window->findChild<QPushButton*>("copyDiagnostics")->click();
        text = QGuiApplication::clipboard()->text();
        return text.contains("fake (00)");
    }));
    EXPECT_TRUE(text.contains("second reader: fake (00), has not read yet"));
    EXPECT_TRUE(
        window->findChild<QLabel*>("aboutText")->text().contains("Model: fake (00). It has not read yet."));
}

TEST_F(AboutWindow, DiagnosticsDoNotTellTheVerdict) {
    openMarkedStudy();
    const QString text = copied();
    for (const char* word : {"suspect", "none seen", "cannot assess", "bleed", "verdict"})
        EXPECT_FALSE(text.contains(word, Qt::CaseInsensitive)) << word;
}

TEST_F(AboutWindow, IsOneClickFromTheKeys) {
    press(Qt::Key_F1, Qt::ShiftModifier);
    auto* link = window->findChild<QLabel*>("toAbout");
    ASSERT_TRUE(link);
    Q_EMIT link->linkActivated("about");
    EXPECT_TRUE(window->findChild<About*>());
}

TEST_F(AboutWindow, TheLogWindowFollowsWhatIsLogged) {
    logToFile();
    log::info("before it was opened");
    window->findChild<QAction*>("log")->trigger();
    const auto text = [this] { return window->findChild<QPlainTextEdit*>("logText")->toPlainText(); };
    EXPECT_TRUE(text().contains("before it was opened"));
    EXPECT_FALSE(text().contains("while it is open"));
    log::info("while it is open");
    ASSERT_TRUE(waitFor([&] { return text().contains("while it is open"); }));
    EXPECT_EQ(text().count("while it is open"), 1) << "each line once";
    window->findChild<QAction*>("log")->trigger();
    EXPECT_EQ(window->findChildren<LogWindow*>().size(), 1);
    activate(*window);
    press(Qt::Key_F1);
    EXPECT_TRUE(window->findChild<Guide*>()) << "the window beside it goes on working";
}

} // namespace
} // namespace hemo::ui
