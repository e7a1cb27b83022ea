// The reading log: what is written of a reading, what is kept of whom, and what leaves it.

#include "app_fixture.h"

#include "app/log_book.h"
#include "app/log_export.h"
#include "app/reading_log.h"
#include "core/reading_log/shared_log.h"
#include "core/study/simulated.h"

#include <QProcess>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;
using Says = ReaderVerdict::Answer;

LogBook::Line lineOf(std::uint64_t fingerprint, Says answer) {
    LogBook::Line line{"1.2.840.77", "zzyzx", fingerprint, {}};
    line.entry.first.answer = answer;
    line.entry.first.confidence = 3;
    line.entry.first.way = WayOfReading::SecondReader;
    line.entry.first.committedAt = 1700000000;
    return line;
}

TEST(LogBook, NamesNobodyAndKeepsOneLineASeries) {
    TempFolder temp;
    const LogBook book(temp.path() / "log");
    EXPECT_TRUE(book.read().empty());
    EXPECT_FALSE(book.file().exists()) << "nothing is made before there is something to keep";
    auto none = lineOf(1, Says::None);
    none.entry.secondsToCommit = 12.5;
    ASSERT_TRUE(book.put(none));
    ASSERT_TRUE(book.put(lineOf(2, Says::CannotTell)));
    none.entry.secondsToCommit.reset();
    none.entry.second = Answer::Suspected;
    ASSERT_TRUE(book.put(none));
    const auto entries = book.read();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].secondsToCommit, 12.5) << "what the line knew stays";
    EXPECT_EQ(entries[0].second, Answer::Suspected);
    EXPECT_EQ(entries[0].study, entries[1].study) << "the same study has the same pseudonym";
    EXPECT_EQ(entries[0].study.size(), 32u);
    const std::string bytes = bytesOf(book.file().path());
    EXPECT_EQ(bytes.find("1.2.840.77"), std::string::npos);
    EXPECT_EQ(bytes.find("zzyzx"), std::string::npos);
}

TEST(LogBook, AnotherStationGivesTheSameStudyAnotherPseudonymAndSoDoesALogBegunAnew) {
    TempFolder temp;
    const LogBook one(temp.path() / "one"), other(temp.path() / "other");
    const auto line = lineOf(1, Says::None);
    ASSERT_TRUE(one.put(line) && other.put(line));
    const std::string before = one.read().front().study;
    EXPECT_NE(before, other.read().front().study);
    ASSERT_TRUE(one.clear());
    EXPECT_TRUE(one.read().empty());
    ASSERT_TRUE(one.put(line));
    EXPECT_NE(before, one.read().front().study);
}

TEST(LogBook, ReadersWhoShareAStudyHaveTheSamePseudonymsForTheSameScansAndOnesOfTheirOwn) {
    TempFolder temp;
    const LogBook one(temp.path() / "one"), other(temp.path() / "other"), third(temp.path() / "third");
    const std::string word = "twelve grey heads";
    ASSERT_EQ(one.beginStudy(word, "A"), LogBook::Begun::Done);
    ASSERT_EQ(other.beginStudy(word, "B"), LogBook::Begun::Done);
    ASSERT_EQ(third.beginStudy("another word, then", "A"), LogBook::Begun::Done);
    for (const LogBook* book : {&one, &other, &third})
        ASSERT_TRUE(book->put(lineOf(1, Says::None)));
    const LogEntry a = one.read().front(), b = other.read().front(), c = third.read().front();
    EXPECT_EQ(std::pair(a.study, a.series), std::pair(b.study, b.series));
    EXPECT_NE(a.reader, b.reader) << "though both are called the same at their computers";
    EXPECT_NE(a.study, c.study);
    EXPECT_EQ(one.sharedStudy(), other.sharedStudy());
    EXPECT_NE(one.sharedStudy(), third.sharedStudy());
    EXPECT_EQ(bytesOf(one.file().path()).find(word), std::string::npos);
}

TEST(LogBook, WithReadingsInItIsNotMadePartOfAStudyAndAnEmptiedOneIsOfNone) {
    TempFolder temp;
    const LogBook book(temp.path() / "log");
    EXPECT_EQ(book.sharedStudy(), "");
    ASSERT_TRUE(book.put(lineOf(1, Says::None)));
    const auto before = book.read();
    EXPECT_EQ(book.beginStudy("twelve grey heads", "A"), LogBook::Begun::NotEmpty);
    EXPECT_EQ(book.read(), before);
    EXPECT_EQ(book.sharedStudy(), "");
    ASSERT_TRUE(book.clear());
    EXPECT_EQ(book.beginStudy("twelve grey heads", "A"), LogBook::Begun::Done);
    EXPECT_NE(book.sharedStudy(), "");
    ASSERT_TRUE(book.clear());
    EXPECT_EQ(book.sharedStudy(), "");
}

TEST(LogBook, TheTruthOfAStudyMayBeKnownBeforeOrAfterItWasRead) {
    TempFolder temp;
    const LogBook book(temp.path());
    ASSERT_TRUE(book.putTruth({{"1.2.840.77", true}}));
    ASSERT_TRUE(book.put(lineOf(1, Says::None)));
    auto other = lineOf(2, Says::None);
    other.studyInstanceUid = "1.2.840.78";
    ASSERT_TRUE(book.put(other));
    ASSERT_TRUE(book.putTruth({{"1.2.840.78", false}, {"1.2.840.99", true}}));
    const auto entries = book.read();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].truth, true);
    EXPECT_EQ(entries[1].truth, false);
    EXPECT_EQ(bytesOf(book.file().path()).find("1.2.840.99"), std::string::npos);
}

/// What an independent reader of workbooks finds: a line a row, "sheet: cell | cell".
std::string rowsOf(const fs::path& workbook) {
    QProcess python;
    python.start("/usr/bin/python3",
                 {"-c",
                  "import sys, openpyxl\n"
                  "for sheet in openpyxl.load_workbook(sys.argv[1]):\n"
                  "  for row in sheet.iter_rows(values_only=True):\n"
                  "    print(sheet.title + ':', ' | '.join('' if c is None else str(c) for c in row))\n",
                  QString::fromStdString(workbook.string())});
    python.waitForFinished();
    return python.readAllStandardOutput().toStdString();
}

bool hasOpenpyxl() {
    QProcess python;
    python.start("/usr/bin/python3", {"-c", "import openpyxl"});
    return python.waitForFinished() && python.exitCode() == 0;
}

std::vector<LogEntry> twoCases() {
    std::vector<LogEntry> entries;
    for (const auto& [series, truth, answer] :
         {std::tuple{"s1", true, Says::Bleed}, {"s2", false, Says::None}}) {
        LogEntry entry = lineOf(1, answer).entry;
        entry.reader = "r1";
        entry.series = series;
        entry.truth = truth;
        entry.second = Answer::Suspected;
        entries.push_back(entry);
    }
    return entries;
}

TEST(LogExport, TheWorkbookIsAFactorialRocStudyAsRjafrocReadsIt) {
    if (!hasOpenpyxl()) GTEST_SKIP() << "openpyxl, which reads the workbook back, is not installed";
    TempFolder temp;
    const auto bytes = logFile({{}, twoCases()}, LogFormat::Jafroc);
    ASSERT_TRUE(bytes);
    const fs::path file = temp.path() / "log.xlsx";
    std::ofstream(file, std::ios::binary).write(bytes->data(), bytes->size());
    EXPECT_EQ(rowsOf(file), "TRUTH: CaseID | LesionID | Weight | ReaderID | ModalityID | Paradigm\n"
                            "TRUTH: 1 | 1 | 1 | 1 | before-answer, after-answer | ROC\n"
                            "TRUTH: 2 | 0 | 0 | 1 | before-answer, after-answer | FCTRL\n"
                            "FP: ReaderID | ModalityID | CaseID | FP_Rating\n"
                            "FP: 1 | before-answer | 2 | -3\n"
                            "FP: 1 | after-answer | 2 | -3\n"
                            "TP: ReaderID | ModalityID | CaseID | LesionID | TP_Rating\n"
                            "TP: 1 | before-answer | 1 | 1 | 3\n"
                            "TP: 1 | after-answer | 1 | 1 | 3\n");
}

TEST(LogExport, WithoutBothKindsOfCasesAStudyIsRefusedWithAReason) {
    auto entries = twoCases();
    entries.pop_back();
    for (const LogFormat format : {LogFormat::Imrmc, LogFormat::Jafroc}) {
        const auto bytes = logFile({{}, entries}, format);
        ASSERT_FALSE(bytes);
        EXPECT_TRUE(english(bytes.error().message).starts_with("This needs cases with a bleed and without"));
    }
    EXPECT_TRUE(logFile({{}, entries}, LogFormat::Csv));
    EXPECT_EQ(logFormatOf("a/LOG.XLSX"), LogFormat::Jafroc);
    EXPECT_EQ(logFormatOf("log.imrmc"), LogFormat::Imrmc);
    EXPECT_EQ(logFormatOf("log.json"), LogFormat::Shared);
    EXPECT_EQ(logFormatOf("log"), LogFormat::Csv);
}

class ReadingLogTest : public ::testing::Test {
protected:
    ReadingLogTest() {
        tellFakeWorker("answer");
        writeNamedScan(temp.path() / "scan");
        folders.readings = temp.path() / "readings";
        folders.log = temp.path() / "log";
    }
    std::unique_ptr<Application> opened() {
        auto application = std::make_unique<Application>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(temp.path() / "model")}, folders, nullptr,
            clock);
        application->store().dispatch(action::OpenPaths{{temp.path() / "scan"}});
        EXPECT_TRUE(waitFor([&] {
            const Reading* reading = select::shownIn(application->store().state(), kLead);
            return reading && reading->isOwnRead && reading->reader.prediction;
        }));
        return application;
    }
    void commit(Store& store, Says answer, std::int64_t at) {
        QApplication::processEvents(); // what the disk has told is told before the reader speaks
        const ReadingId id = lead(store.state()).id;
        store.dispatch(action::AnswerVerdict{id, answer});
        store.dispatch(action::SetConfidence{id, 4});
        store.dispatch(action::CommitVerdict{id, at});
    }
    std::vector<LogEntry> lines() const { return LogBook(temp.path() / "log").read(); }
    void writeTruth(const std::string& study, const char* bleed) {
        std::ofstream(temp.path() / "truth.csv") << "StudyInstanceUID,bleed\n"
                                                 << study << ',' << bleed << '\n';
    }

    TempFolder temp;
    TurnedClock clock;
    Application::Folders folders;
};

TEST_F(ReadingLogTest, AReadingIsALineWithItsTimesAndARevisionChangesItLater) {
    {
        const auto application = opened();
        clock.turn(std::chrono::seconds(7));
        commit(application->store(), Says::None, 1700000000);
        clock.turn(std::chrono::seconds(4));
    }
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_EQ(lines()[0].secondsToCommit, 7.0);
    EXPECT_EQ(lines()[0].secondsToClose, 11.0);
    EXPECT_EQ(lines()[0].modelId, "fake");
    EXPECT_TRUE(lines()[0].second);
    {
        const auto application = opened();
        clock.turn(std::chrono::seconds(90));
        commit(application->store(), Says::CannotTell, 1700000100);
    }
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_EQ(lines()[0].first.answer, Says::None);
    EXPECT_EQ(lines()[0].revised->answer, Says::CannotTell);
    EXPECT_EQ(lines()[0].secondsToCommit, 7.0);
    EXPECT_EQ(lines()[0].secondsToClose, 11.0) << "the reading that was timed ended then";
}

TEST_F(ReadingLogTest, WhatABleedWasDrawnIntoIsNotLogged) {
    std::filesystem::remove_all(temp.path() / "scan");
    imaging::SeriesTags tags;
    tags.imageType = kSimulatedImageType;
    ASSERT_TRUE(
        imaging::writeSeries(*makePhantom(coarseHead()).volume, tags, temp.path() / "scan", TaskContext{}));
    {
        const auto application = opened();
        ASSERT_TRUE(isSimulated(*lead(application->store().state()).series));
        commit(application->store(), Says::None, 1700000000);
    }
    EXPECT_TRUE(lines().empty());
}

TEST_F(ReadingLogTest, WhatWasEmptiedDoesNotComeBackWhenTheSeriesIsLeft) {
    {
        const auto application = opened();
        commit(application->store(), Says::None, 1700000000);
        ASSERT_TRUE(waitFor([&] { return application->log()->entries().result().size() == 1; }));
        application->log()->clear();
        ASSERT_TRUE(waitFor([&] { return application->log()->entries().result().empty(); }));
    }
    EXPECT_TRUE(lines().empty());
}

TEST_F(ReadingLogTest, AReadingThatIsOpenHasNoEnd) {
    const auto application = opened();
    commit(application->store(), Says::None, 1700000000);
    std::vector<LogEntry> entries;
    ASSERT_TRUE(waitFor([&] {
        entries = application->log()->entries().result();
        return entries.size() == 1;
    }));
    EXPECT_FALSE(entries[0].secondsToClose);
}

TEST_F(ReadingLogTest, OnlyTheTimeOnTheScreenCountsToAVerdict) {
    PhantomSpec another = coarseHead();
    another.seriesInstanceUid = "2.25.7";
    ASSERT_TRUE(imaging::writeSeries(*makePhantom(another).volume, {}, temp.path() / "scan" / "other",
                                     TaskContext{}));
    const auto application = opened();
    Store& store = application->store();
    const std::string first = lead(store.state()).series->id;
    const auto& listed = store.state().shelf.contents->series;
    const auto other = std::ranges::find_if(listed, [&](const SeriesInfo& each) { return each.id != first; });
    ASSERT_NE(other, listed.end());
    const auto show = [&](const std::string& id) {
        store.dispatch(action::OpenSeries{kLead, id});
        EXPECT_TRUE(waitFor([&] {
            return lead(store.state()).series->id == id && isWhole(lead(store.state())) &&
                   lead(store.state()).isOwnRead;
        }));
        QApplication::processEvents();
    };
    clock.turn(std::chrono::seconds(7));
    show(other->id);
    clock.turn(std::chrono::seconds(60));
    show(first);
    clock.turn(std::chrono::seconds(4));
    commit(store, Says::None, 1700000000);
    std::vector<LogEntry> entries;
    ASSERT_TRUE(waitFor([&] {
        entries = application->log()->entries().result();
        return entries.size() == 1;
    }));
    EXPECT_EQ(entries[0].secondsToCommit, 11.0);
}

TEST_F(ReadingLogTest, WhatIsOnlyLookedAtIsNotLogged) {
    opened();
    EXPECT_TRUE(lines().empty());
}

TEST_F(ReadingLogTest, SwitchedOffItKeepsNothing) {
    {
        const auto application = opened();
        application->store().dispatch(action::KeepLog{false});
        commit(application->store(), Says::None, 1700000000);
    }
    EXPECT_TRUE(lines().empty());
}

TEST_F(ReadingLogTest, TheSwitchComesBackAndASiteCanFixIt) {
    folders.settings = SettingsFiles::Paths{temp.path() / "own.ini", {temp.path() / "site.ini"}};
    const auto started = [&] {
        return std::make_unique<Application>(InferenceClient::Paths{fakeWorker(), temp.path() / "model"},
                                             folders);
    };
    started()->store().dispatch(action::KeepLog{false});
    EXPECT_FALSE(started()->store().state().preferences.isLogKept);
    std::ofstream(temp.path() / "site.ini") << "[reading]\nlog = on\n";
    const auto fixed = started();
    fixed->store().dispatch(action::KeepLog{false});
    EXPECT_TRUE(fixed->store().state().preferences.isLogKept);
    EXPECT_TRUE(fixed->store().state().preferences.isLogFixed);
}

TEST_F(ReadingLogTest, TheTruthComesFromATableAndTheExportHoldsIt) {
    const auto application = opened();
    Store& store = application->store();
    commit(store, Says::None, 1700000000);
    const auto saidAfter = [&](const std::function<void()>& wish) {
        store.dispatch(action::DismissNotice{});
        wish();
        EXPECT_TRUE(waitFor([&] { return store.state().notice.has_value(); }));
        return english(store.state().notice->text);
    };
    const auto addTruth = [&] {
        application->log()->addTruth(QString::fromStdString((temp.path() / "truth.csv").string()));
    };
    EXPECT_EQ(saidAfter(addTruth), "This table cannot be opened: choose another file.");
    writeTruth(lead(store.state()).series->studyInstanceUid, "maybe");
    EXPECT_TRUE(saidAfter(addTruth).starts_with("Line 2 of the table"));
    writeTruth(lead(store.state()).series->studyInstanceUid, "0");
    EXPECT_EQ(saidAfter(addTruth), "The truth of 1 study is known now.");
    const fs::path file = temp.path() / "log.csv";
    const auto save = [&](const fs::path& to) {
        return [&, to] { application->log()->exportTo(QString::fromStdString(to.string())); };
    };
    EXPECT_EQ(saidAfter(save(file)), "The reading log is saved: 1 reading.");
    EXPECT_TRUE(bytesOf(file).ends_with(",0\r\n")) << bytesOf(file);
    EXPECT_EQ(bytesOf(file).find(kNobody), std::string::npos);
    EXPECT_TRUE(saidAfter(save(temp.path() / "log.imrmc")).starts_with("This needs cases"));
    EXPECT_TRUE(saidAfter(save(temp.path() / "no folder" / "log.csv"))
                    .starts_with("The reading log cannot be saved"));
    EXPECT_EQ(saidAfter([&] { application->log()->clear(); }), "The reading log is empty now.");
    EXPECT_TRUE(lines().empty());
}

TEST_F(ReadingLogTest, LogsOfReadersWhoShareAStudyAreJoinedToAStudyOfSeveralReaders) {
    const auto path = [&](const char* name) { return QString::fromStdString((temp.path() / name).string()); };
    const std::string word = "twelve grey heads";
    const LogBook elsewhere(temp.path() / "elsewhere");
    ASSERT_EQ(elsewhere.beginStudy(word, "B"), LogBook::Begun::Done);
    ASSERT_TRUE(elsewhere.put(lineOf(7, Says::CannotTell)));
    std::ofstream(temp.path() / "b.json") << sharedLogJson({elsewhere.sharedStudy(), elsewhere.read()});

    const auto application = opened();
    ReadingLog& log = *application->log();
    const auto said = [&](const Message& message) {
        return waitFor([&] {
            const auto& notice = application->store().state().notice;
            return notice && notice->text == message;
        });
    };
    log.exportTo(path("own.json"));
    EXPECT_TRUE(said(say("shared_log.no_study")));
    log.beginStudy(QString::fromStdString(word), "A");
    EXPECT_TRUE(said(say("notice.study_begun")));
    commit(application->store(), Says::None, 1700000000);
    log.exportTo(path("own.json"));
    EXPECT_TRUE(said(say("notice.log_saved", 1)));
    log.join({path("b.json"), path("own.json")}, path("joined.csv"));
    EXPECT_TRUE(said(say("notice.log_saved", 2))) << "the own log is not counted twice";
    const std::string table = bytesOf(temp.path() / "joined.csv");
    EXPECT_EQ(std::ranges::count(table, '\n'), 3);
    log.join({path("b.json")}, path("joined.imrmc"));
    EXPECT_TRUE(said(say("notice.nothing_to_compare"))) << "nobody knows the truth";
    std::ofstream(temp.path() / "b.json") << "a letter";
    log.join({path("b.json")}, path("joined.csv"));
    EXPECT_TRUE(said(say("shared_log.unreadable")));
    EXPECT_EQ(bytesOf(temp.path() / "joined.csv"), table) << "nothing is written over with nothing";
}

} // namespace
} // namespace hemo::ui
