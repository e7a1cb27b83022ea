// Learning from cases, as a learner does it: with the keys of a verdict, in the whole window.

#include "app_fixture.h"

#include "app/case_collection.h"
#include "app/case_maker.h"
#include "app/zipped_collection.h"
#include "core/classroom/cases_json.h"
#include "core/state/select/lesson.h"
#include "tests/support/made_zip.h"
#include "viewer/widgets/slice_scene.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using Says = ReaderVerdict::Answer;

/// A head with a series UID of its own.
VolumePtr head(const char* uid) {
    PhantomSpec spec = coarseHead();
    spec.seriesInstanceUid = uid;
    return makePhantom(spec).volume;
}

class LessonTest : public ProgramTest {
protected:
    LessonTest() {
        collection.title = "Two heads";
        collection.cases.resize(2);
        addCase(0, "first", {true, {BleedType::Subdural}, {{{0, 0, 0}}}});
        addCase(1, "second", {});
        collection.cases[0].choices = {"Left", "Right"};
        collection.cases[0].rightChoice = 1;
        collection.cases[0].teachingPoints = {"Look at the middle."};
        fs::create_directories(cases());
        std::ofstream(cases() / "cases.json") << casesJson(collection);
    }
    fs::path cases() const { return folder.path() / "cases"; }
    fs::path cache() const { return folder.path() / "cache"; }
    void addCase(std::size_t n, const char* series, CaseTruth truth) {
        TeachingCase& made = collection.cases[n];
        made.title = std::string("The ") + series;
        made.series = series;
        made.question = "What is it?";
        made.licence = "CC0";
        made.truth = std::move(truth);
        EXPECT_TRUE(
            imaging::writeSeries(*head(n == 0 ? "1.2.3.4" : "1.2.3.5"), {}, cases() / series, TaskContext{}));
    }
    void begin() {
        application->classroom().open(cases(), cache());
        EXPECT_TRUE(waitFor([&] { return state().lesson && isRead(state()); }));
    }
    QString text(const char* name) {
        auto* label = window->findChild<QLabel*>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QPushButton& button(const char* name) { return *window->findChild<QPushButton*>(name); }
    /// A bleed at the crosshair, sure, with the keys.
    void commitBleedHere(Qt::Key kind) {
        press(Qt::Key_Q);
        press(Qt::Key_B);
        press(kind);
        press(Qt::Key_Space);
        press(Qt::Key_4);
        press(Qt::Key_Return);
    }
    void goTo(PatientPoint place) { application->store().dispatch(action::MoveCrosshair{kLead, place}); }

    CaseCollection collection;
};

TEST_F(LessonTest, TheTruthIsLockedUntilTheLearnerHasAnsweredAndThenStandsInThePicture) {
    begin();
    EXPECT_EQ(text("caseTitle"), "CASE 1 OF 2, FOR BEGINNERS");
    EXPECT_EQ(text("caseQuestion"), "The first. What is it?");
    EXPECT_EQ(text("caseTruth"), "");
    EXPECT_EQ(text("casePoints"), "");
    EXPECT_FALSE(select::mayShowAnswers(state(), lead(state())))
        << "assisted or not, the learner reads first";
    goTo({0, 0, 0});
    EXPECT_TRUE(sliceScene(state(), kLead).truth.empty());
    commitBleedHere(Qt::Key_D);
    EXPECT_EQ(text("caseTruth"), "There is a bleed: subdural.");
    EXPECT_TRUE(text("caseScore").startsWith("Your answer is right.")) << text("caseScore").toStdString();
    EXPECT_TRUE(text("caseScore").contains("Places found: 1 of 1."));
    EXPECT_TRUE(text("caseScore").contains("Your choice is wrong.")) << "none was chosen";
    EXPECT_EQ(text("casePoints"), "Look at the middle.");
    EXPECT_EQ(sliceScene(state(), kLead).truth, (std::vector<PatientPoint>{{0, 0, 0}}));
    EXPECT_TRUE(select::mayShowAnswers(state(), lead(state())));
}

TEST_F(LessonTest, APresenterRevealsACaseStepByStepAndThenNobodyAnswersIt) {
    begin();
    goTo({0, 0, 0});
    const auto reveal = [&] { press(Qt::Key_Return, Qt::ControlModifier); };
    const auto areAnswersShown = [&] { return select::mayShowAnswers(state(), lead(state())); };

    reveal();
    EXPECT_EQ(text("caseTruth"), "There is a bleed: subdural.");
    EXPECT_EQ(sliceScene(state(), kLead).truth, (std::vector<PatientPoint>{{0, 0, 0}}));
    EXPECT_EQ(text("casePoints"), "");
    EXPECT_FALSE(areAnswersShown());
    commitBleedHere(Qt::Key_D);
    EXPECT_FALSE(lead(state()).ownVerdict.first) << "the truth is known";
    EXPECT_FALSE(state().lesson->score);

    reveal();
    EXPECT_TRUE(areAnswersShown());
    EXPECT_FALSE(state().screen.isHeatShown);
    EXPECT_EQ(text("casePoints"), "");

    reveal();
    EXPECT_EQ(state().screen.isHeatShown, select::canShowAnyHeat(state()));
    EXPECT_EQ(text("casePoints"), "");

    reveal();
    EXPECT_EQ(text("casePoints"), "Look at the middle.");
    const auto shown = *state().lesson;
    reveal();
    EXPECT_EQ(state().lesson, shown) << "there is no more";

    button("nextCase").click();
    EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_EQ(text("caseTitle"), "CASE 2 OF 2, FOR BEGINNERS")
        << "nobody answered the first, and it was shown";
    EXPECT_EQ(text("caseTruth"), "");
    EXPECT_FALSE(areAnswersShown());
    EXPECT_TRUE(state().lesson->progress->empty()) << "nobody has learned anything of it";
}

TEST_F(LessonTest, KeyImagesComeWithWhatTheCaseTeachesAndAClickGoesThere) {
    collection.cases[0].keyImages = {{{0, 0, 30}, "the edge"}, {{0, 0, -20}, ""}};
    std::ofstream(cases() / "cases.json") << casesJson(collection);
    begin();
    const auto buttons = [&] {
        std::vector<QPushButton*> shown;
        for (QPushButton* each : window->findChild<QWidget*>("lesson")->findChildren<QPushButton*>())
            if (each->isVisible() && each->text().contains("lice ")) shown.push_back(each);
        return shown;
    };
    EXPECT_TRUE(buttons().empty());
    for (int step = 0; step < 3; ++step)
        press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(buttons().empty()) << "they may tell what is so";
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(buttons().size(), 2u);
    EXPECT_TRUE(buttons()[0]->text().endsWith(": the edge"));
    EXPECT_TRUE(buttons()[1]->text().startsWith("Key image: slice "));
    buttons()[0]->click();
    const Grid& grid = lead(state()).volume->grid();
    EXPECT_EQ(*currentSlice(lead(state())), grid.nearestSlice({0, 0, 30}));
    EXPECT_EQ(buttons()[0]->text(), QString("Slice %1: the edge").arg(*currentSlice(lead(state())) + 1));
    button("nextCase").click();
    EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_TRUE(buttons().empty());
}

TEST_F(LessonTest, AnotherCaseIsNotTheSameOneAgain) {
    begin();
    button("nextCase").click();
    EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_EQ(text("caseTitle"), "CASE 2 OF 2, FOR BEGINNERS");
    button("nextCase").click();
    EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_EQ(text("caseTitle"), "CASE 1 OF 2, FOR BEGINNERS") << "nobody has answered it";
}

TEST_F(LessonTest, AChoiceCountsAndCannotBeChangedOnceTheTruthWasSeen) {
    begin();
    const auto choice = [&](const char* text) -> QPushButton* {
        for (QPushButton* each : window->findChild<QWidget*>("lesson")->findChildren<QPushButton*>())
            if (each->text().startsWith(text)) return each;
        return nullptr;
    };
    ASSERT_TRUE(choice("Right"));
    choice("Right")->click();
    EXPECT_TRUE(choice("Right")->isChecked());
    goTo({0, 0, 0});
    commitBleedHere(Qt::Key_D);
    EXPECT_TRUE(text("caseScore").contains("Your choice is right."));
    EXPECT_FALSE(choice("Left")->isEnabled());
    EXPECT_EQ(choice("Right")->text(), "Right (right)");
    const CaseScore before = *state().lesson->score;
    press(Qt::Key_Q); // a second thought changes the verdict, never the score
    press(Qt::Key_N);
    press(Qt::Key_5);
    press(Qt::Key_Return);
    EXPECT_EQ(*state().lesson->score, before);
}

TEST_F(LessonTest, AKeyChoosesAnAnswerUntilTheTruthWasSeen) {
    begin();
    press(Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(state().lesson->choice, 1u);
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(state().lesson->choice, 1u) << "there is no third one";
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(state().lesson->choice, 0u);
}

TEST_F(LessonTest, TheNextCaseOpensAndAfterTheLastTheRoundIsSummedUp) {
    begin();
    commitBleedHere(Qt::Key_E);
    button("nextCase").click();
    ASSERT_TRUE(waitFor([&] {
        return select::currentCase(state()) == &state().lesson->collection->cases[1] && isRead(state());
    }));
    EXPECT_EQ(text("caseTruth"), "");
    EXPECT_FALSE(lead(state()).ownVerdict.first);
    press(Qt::Key_Q);
    press(Qt::Key_N);
    press(Qt::Key_5);
    press(Qt::Key_Return);
    EXPECT_EQ(text("caseTruth"), "There is no bleed.");
    button("nextCase").click();
    EXPECT_EQ(select::currentCase(state()), nullptr);
    EXPECT_TRUE(text("caseScore").contains("Answers right: 2 of 2")) << text("caseScore").toStdString();
    button("nextCase").click(); // begin again
    EXPECT_TRUE(waitFor([&] { return select::currentCase(state()) && isRead(state()); }));
    EXPECT_TRUE(state().lesson->progress->empty());
}

TEST_F(LessonTest, WhoOpensSomethingElseLearnsNoMore) {
    begin();
    application->store().dispatch(action::OpenPaths{{cases() / "second"}});
    EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_FALSE(state().lesson);
    EXPECT_FALSE(window->findChild<QWidget*>("lesson")->isVisible());
    EXPECT_TRUE(select::mayShowAnswers(state(), lead(state())));
}

TEST_F(LessonTest, ACollectionThatIsWrongSaysInOneSentenceWhatToDo) {
    const auto noticeAfterOpening = [&](const fs::path& path) {
        application->store().dispatch(action::DismissNotice{});
        application->classroom().open(path, cache());
        EXPECT_TRUE(waitFor([&] { return state().notice.has_value(); }));
        return english(state().notice->text);
    };
    EXPECT_TRUE(noticeAfterOpening(folder.path())
                    .starts_with(folder.path().filename().string() + ": This folder has no cases.json"));
    fs::remove_all(cases() / "second");
    EXPECT_TRUE(noticeAfterOpening(cases()).starts_with("cases: The series of case 2 is not in the folder"));
    fs::remove_all(cases() / "first");
    EXPECT_EQ(noticeAfterOpening(cases()), "cases: Mend 2 faults in cases.json and open the collection "
                                           "again: the series of case 1 is not in the "
                                           "folder and the series of case 2 is not in the folder.");
    EXPECT_FALSE(state().lesson);
}

/// A program that keeps verdicts, a log and how cases went.
class KeptLessonTest : public LessonTest {
protected:
    std::unique_ptr<Application> started() {
        Application::Folders folders;
        folders.readings = folder.path() / "readings";
        folders.marks = folder.path() / "marks";
        folders.log = folder.path() / "log";
        folders.recents = folder.path() / "recents";
        folders.lessons = folder.path() / "lessons";
        return std::make_unique<Application>(InferenceClient::Paths{fakeWorker(), folder.path() / "model"},
                                             folders);
    }
    void readFirst(Application& other) {
        other.classroom().open(cases(), cache());
        EXPECT_TRUE(waitFor([&] { return other.store().state().lesson && isRead(other.store().state()); }));
        const ReadingId id = lead(other.store().state()).id;
        other.store().dispatch(action::AnswerVerdict{id, Says::None});
        other.store().dispatch(action::SetConfidence{id, 4});
        other.store().dispatch(action::CommitVerdict{id, other.store().state().lesson->begunAt + 30});
    }
};

TEST_F(KeptLessonTest, HowItWentIsKeptAndNothingElseIs) {
    readFirst(*started());
    for (const char* place : {"readings", "marks", "log"})
        EXPECT_FALSE(fs::exists(folder.path() / place / (std::string(place) + ".sqlite"))) << place;
    const Progress kept = ProgressFile(folder.path() / "lessons", collection).read();
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept.at("first").seconds, 30);
    EXPECT_FALSE(kept.at("first").score.isAnswerRight);
    const auto again = started();
    again->classroom().open(cases(), cache());
    ASSERT_TRUE(waitFor([&] { return again->store().state().lesson && isRead(again->store().state()); }));
    EXPECT_EQ(again->store().state().lesson->current, 1u) << "what went wrong waits ten minutes";
    EXPECT_TRUE(again->store().state().shelf.recents->empty());
}

class CaseMakerTest : public LessonTest {
protected:
    CaseMakerTest() {
        writeNamedScan(folder.path() / "patient");
        application->store().dispatch(action::OpenPaths{{folder.path() / "patient"}});
        EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    }
    QAction& make() { return command("Make a teaching case"); }
};

TEST_F(CaseMakerTest, ACaseIsMadeOfWhatIsOpenAndNamesNobody) {
    EXPECT_FALSE(make().isEnabled()) << "there is no verdict to take the truth from";
    commitBleedHere(Qt::Key_P);
    ASSERT_TRUE(make().isEnabled());
    press(Qt::Key_K);
    const PatientPoint keyPlace = marksOf(lead(state())).at(0).points.front();
    application->store().dispatch(
        action::NameMark{lead(state()).id, marksOf(lead(state())).at(0).id, "the bright spot"});
    make().trigger();
    auto* maker = window->findChild<CaseMaker*>();
    ASSERT_TRUE(maker);
    EXPECT_TRUE(
        maker->findChild<QLabel*>("caseMakerTruth")->text().contains("key images, with their words: 1."));
    EXPECT_TRUE(
        maker->findChild<QLabel*>("caseMakerTruth")->text().contains("There is a bleed: intraparenchymal."));
    const auto add = [&] {
        for (QPushButton* each : maker->findChildren<QPushButton*>())
            if (each->text() == "Add the case") return each;
        return static_cast<QPushButton*>(nullptr);
    }();
    EXPECT_FALSE(add->isEnabled());
    EXPECT_EQ(maker->findChild<QLabel*>("caseMakerLacks")->text(), "It needs a title.");
    maker->findChild<QLineEdit*>("caseMakerTitle")->setText("A made case");
    const QWidget* next = maker->findChild<QLineEdit*>("caseMakerTitle");
    for (const char* field : {"caseMakerChoices", "caseMakerRight", "caseMakerPoints", "caseMakerLicence"}) {
        const QWidget* wanted = maker->findChild<QWidget*>(field);
        for (int steps = 0; steps < 3 && next != wanted; ++steps)
            next = next->nextInFocusChain();
        EXPECT_EQ(next, wanted) << field << " is not reached in the order that is seen";
    }
    maker->findChild<QLineEdit*>("caseMakerLicence")->setText("Ours");
    maker->findChild<QPlainTextEdit*>("caseMakerChoices")->setPlainText("Operate\nWait");
    maker->findChild<QComboBox*>("caseMakerRight")->setCurrentIndex(1);
    maker->findChild<QPlainTextEdit*>("caseMakerPoints")->setPlainText("One.\n\nTwo.");
    maker->setFolder(QString::fromStdString(cases().string()));
    ASSERT_TRUE(add->isEnabled());
    application->store().dispatch(action::DismissNotice{});
    add->click();
    ASSERT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_FALSE(state().notice->isError) << english(state().notice->text);
    const auto opened = openCollection(cases());
    ASSERT_TRUE(opened) << english(opened.error().message);
    ASSERT_EQ(opened->collection.cases.size(), 3u) << "added to those that were there";
    const TeachingCase& made = opened->collection.cases[2];
    EXPECT_EQ(made.rightChoice, 1u);
    EXPECT_EQ(made.teachingPoints, (std::vector<std::string>{"One.", "Two."}));
    EXPECT_EQ(made.truth.places.size(), 1u);
    EXPECT_EQ(made.keyImages, (std::vector<KeyImage>{{keyPlace, "the bright spot"}}));
    int files = 0;
    for (const auto& file : fs::directory_iterator(cases() / made.series)) {
        ++files;
        const std::string bytes = bytesOf(file.path());
        EXPECT_EQ(bytes.find(kNobody), std::string::npos);
        EXPECT_EQ(bytes.find(lead(state()).series->seriesInstanceUid), std::string::npos);
        EXPECT_EQ(bytes.find(lead(state()).series->studyInstanceUid), std::string::npos);
    }
    EXPECT_EQ(files, lead(state()).volume->grid().slices());
}

TEST_F(CaseMakerTest, ACollectionThatCannotBeReadIsNeverWrittenOver) {
    std::ofstream(cases() / "cases.json") << "damaged";
    TeachingCase made;
    made.title = "A made case";
    application->store().dispatch(action::DismissNotice{});
    application->classroom().addCase(cases(), made, lead(state()).id);
    ASSERT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_TRUE(state().notice->isError);
    EXPECT_EQ(bytesOf(cases() / "cases.json"), "damaged");
}

TEST_F(LessonTest, APackedCollectionIsLearnedFromAsItsFolderIs) {
    MadeZip zip;
    zip.addFolder(folder.path() / "cases");
    zip.write(folder.path() / "cases.zip");
    application->classroom().open(folder.path() / "cases.zip", cache());
    ASSERT_TRUE(waitFor([&] { return state().lesson && isRead(state()); }));
    EXPECT_EQ(*state().lesson->collection, collection);
    const auto count = [this] {
        return std::distance(fs::directory_iterator(cache() / "collections"), fs::directory_iterator{});
    };
    EXPECT_EQ(count(), 1);
    // The same in a folder of its own, as file managers pack it; and a file that nobody names is left where
    // it is.
    MadeZip inFolder;
    for (const auto& entry : fs::recursive_directory_iterator(cases()))
        if (entry.is_regular_file())
            inFolder.add("heads/" + fs::relative(entry.path(), cases()).generic_string(),
                         bytesOf(entry.path()));
    inFolder.add("heads/notes.txt", "nothing");
    inFolder.write(folder.path() / "packed.zip");
    const auto unpacked = unpackedCollection(folder.path() / "packed.zip", cache(), TaskContext{});
    ASSERT_TRUE(unpacked) << english(unpacked.error().message);
    EXPECT_TRUE(openCollection(*unpacked));
    EXPECT_FALSE(fs::exists(*unpacked / "notes.txt"));
    EXPECT_EQ(std::distance(fs::directory_iterator(*unpacked / "first"), fs::directory_iterator{}), 14);
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(*unpackedCollection(folder.path() / "packed.zip", cache(), TaskContext{}), *unpacked)
        << "known again";
}

TEST_F(LessonTest, AnArchiveThatIsNoCollectionOrDamagedIsASentenceAndLeavesNothingBehind) {
    MadeZip none;
    none.add("a.txt", "nothing").write(folder.path() / "none.zip");
    EXPECT_EQ(unpackedCollection(folder.path() / "none.zip", cache(), TaskContext{}).error().code,
              ErrorCode::NotFound);
    MadeZip damaged;
    damaged.add("cases.json", casesJson(collection));
    damaged.add({.name = "first/1", .bytes = "abc", .claimedChecksum = 1});
    damaged.write(folder.path() / "damaged.zip");
    EXPECT_EQ(unpackedCollection(folder.path() / "damaged.zip", cache(), TaskContext{}).error().code,
              ErrorCode::Damaged);
    MadeZip leading;
    leading.add("cases.json", casesJson(collection)).add("../first/1", "abc");
    leading.write(folder.path() / "leading.zip");
    EXPECT_EQ(
        english(unpackedCollection(folder.path() / "leading.zip", cache(), TaskContext{}).error().message),
        "The files in this archive have names that lead out of it.");
    std::error_code error;
    EXPECT_TRUE(!fs::exists(cache() / "collections", error) || fs::is_empty(cache() / "collections"));
}

} // namespace
} // namespace hemo::ui
