#include "app/reading_log.h"

#include "app/log_export.h"
#include "core/reading_log/shared_log.h"
#include "core/state/select/screen.h"
#include "core/study/simulated.h"

#include <QFile>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>
#include <fstream>

namespace hemo::ui {
namespace {

/// The reader has said something in this window: what the disk has told of is no news.
bool hasSpoken(const Reading& before, const Reading& after) {
    return before.ownVerdict != after.ownVerdict && before.isOwnRead == after.isOwnRead;
}

bool isAnsweredNow(const Reading& before, const Reading& after) {
    return after.reader.prediction && before.reader.prediction != after.reader.prediction;
}

Notice savedTo(const QString& file, const Result<QByteArray>& bytes, std::size_t readings) {
    if (!bytes) return {bytes.error().message, true};
    QSaveFile out(file);
    const bool isSaved = out.open(QIODevice::WriteOnly) && out.write(*bytes) == bytes->size() && out.commit();
    if (!isSaved) return {say("notice.log_not_saved"), true};
    return {say("notice.log_saved", readings), false};
}

Result<SharedLog> sharedLogIn(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::NotFound, say("shared_log.unreadable"));
    return parseSharedLog(file.readAll().toStdString());
}

/// Those that were saved, and this one where it belongs to their study.
Result<SharedLog> joined(const QStringList& files, SharedLog own) {
    std::vector<SharedLog> logs;
    for (const QString& file : files) {
        auto log = sharedLogIn(file);
        if (!log) return tl::unexpected(log.error());
        logs.push_back(std::move(*log));
    }
    const std::string study = logs.front().study;
    if (own.study == study) logs.push_back(std::move(own));
    auto entries = joinedLogs(logs);
    if (!entries) return tl::unexpected(entries.error());
    return SharedLog{study, std::move(*entries)};
}

Notice noticeOf(LogBook::Begun begun) {
    switch (begun) {
    case LogBook::Begun::Done:
        return {say("notice.study_begun"), false};
    case LogBook::Begun::NotEmpty:
        return {say("notice.study_needs_empty"), true};
    case LogBook::Begun::NotKept:
        break;
    }
    return {say("notice.log_not_kept"), true};
}

} // namespace

double ReadingLog::Times::secondsAt(Clock::Duration now) const {
    return std::chrono::duration<double>(seenBefore + (seenSince ? now - *seenSince : Clock::Duration{}))
        .count();
}

ReadingLog::ReadingLog(const std::filesystem::path& folder, Store& store, JobRunner::Post post, Clock& clock)
    : m_store(store), m_book(folder), m_post(std::move(post)), m_clock(clock) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &ReadingLog::react);
}

ReadingLog::~ReadingLog() {
    if (!m_store.state().preferences.isLogKept || m_store.state().lesson) return;
    for (const Reading* seen : select::readingsOnScreen(m_store.state())) {
        if (const auto times = m_times.find(seen->id); times != m_times.end()) leave(times->second);
        write(*seen);
    }
}

void ReadingLog::react(const AppState& before, const AppState& after) {
    if (before.lesson || after.lesson) return; // cases are no patients
    noteWhatIsSeen(before, after);
    for (const auto& [id, reading] : after.readings) {
        const auto was = before.readings.find(id);
        const auto times = m_times.find(id);
        if (times == m_times.end() || was == before.readings.end() || was->second == reading) continue;
        const bool isNews = hasSpoken(*was->second, *reading);
        if (isNews) times->second.hasNews = true;
        if (isNews && !was->second->ownVerdict.first)
            times->second.secondsToCommit = times->second.secondsAt(m_clock.now());
        if ((isNews || isAnsweredNow(*was->second, *reading)) && after.preferences.isLogKept) write(*reading);
    }
}

void ReadingLog::noteWhatIsSeen(const AppState& before, const AppState& after) {
    const auto seen = select::readingsOnScreen(after);
    for (const Reading* each : seen)
        if (Times* times = isWhole(*each) ? &m_times[each->id] : nullptr; times && !times->seenSince)
            times->seenSince = m_clock.now();
    for (auto& [id, times] : m_times) {
        const bool isSeen = std::ranges::find(seen, id, &Reading::id) != seen.end();
        if (isSeen || !times.seenSince) continue;
        leave(times);
        const auto left = before.readings.find(id);
        if (left != before.readings.end() && after.preferences.isLogKept) write(*left->second);
    }
}

void ReadingLog::leave(Times& times) {
    if (times.seenSince) times.seenBefore += m_clock.now() - *times.seenSince;
    times.seenSince.reset();
}

/// Of readings without a verdict that was given in this window there is nothing new to tell.
void ReadingLog::write(const Reading& reading) {
    const auto times = m_times.find(reading.id);
    if (times == m_times.end() || !reading.fingerprint || !reading.ownVerdict.first) return;
    if (isSimulated(*reading.series)) return; // what was drawn says nothing of readers of patients
    if (!times->second.hasNews) return;
    LogBook::Line line{reading.series->studyInstanceUid,
                       qEnvironmentVariable("USER").toStdString(),
                       *reading.fingerprint,
                       {}};
    line.entry.first = *reading.ownVerdict.first;
    line.entry.revised = reading.ownVerdict.revised;
    line.entry.secondsToCommit = times->second.secondsToCommit;
    if (times->second.secondsToCommit && !times->second.seenSince)
        line.entry.secondsToClose = times->second.secondsAt(m_clock.now());
    if (const PredictionPtr& second = reading.reader.prediction) {
        line.entry.second = second->verdict.answer;
        line.entry.secondScore = second->verdict.score;
        line.entry.modelId = second->provenance.modelId;
        line.entry.rule = second->provenance.rule;
    }
    m_thread.start([this, line = std::move(line)] {
        if (!m_book.put(line)) m_post(action::Notify{{say("notice.log_not_kept"), true}});
    });
}

QFuture<Notice> ReadingLog::inTurn(std::function<Notice()> work) {
    return QtConcurrent::run(&m_thread, [this, work = std::move(work)] {
        Notice notice = work();
        m_post(action::Notify{notice});
        return notice;
    });
}

QFuture<std::vector<LogEntry>> ReadingLog::entries() {
    return QtConcurrent::run(&m_thread, [this] { return m_book.read(); });
}

void ReadingLog::exportTo(const QString& file) {
    inTurn([this, file] {
        const SharedLog log{m_book.sharedStudy(), m_book.read()};
        return savedTo(file, logFile(log, logFormatOf(file)), log.entries.size());
    });
}

QFuture<Notice> ReadingLog::beginStudy(const QString& word, const QString& sign) {
    return inTurn(
        [this, word, sign] { return noticeOf(m_book.beginStudy(word.toStdString(), sign.toStdString())); });
}

QFuture<Notice> ReadingLog::join(const QStringList& logs, const QString& file) {
    return inTurn([this, logs, file]() -> Notice {
        const auto log = joined(logs, {m_book.sharedStudy(), m_book.read()});
        if (!log) return {log.error().message, true};
        return savedTo(file, logFile(*log, logFormatOf(file)), log->entries.size());
    });
}

void ReadingLog::addTruth(const QString& file) {
    inTurn([this, file]() -> Notice {
        std::ifstream table(file.toStdString());
        if (!table) return {say("truth_table.unreadable"), true};
        const auto truth = parseTruthTable(table);
        if (!truth) return {truth.error().message, true};
        if (!m_book.putTruth(*truth)) return {say("notice.log_not_kept"), true};
        return {say("notice.truth_added", truth->size()), false};
    });
}

void ReadingLog::clear() {
    for (auto& [id, times] : m_times) { // what is still on the screen is not written anew when it is left
        times.hasNews = false;
        times.secondsToCommit.reset();
    }
    inTurn([this] {
        const bool isGone = m_book.clear();
        return Notice{isGone ? say("notice.log_cleared") : say("notice.log_not_cleared"), !isGone};
    });
}

} // namespace hemo::ui
