#include "app/log_book.h"

#include "core/reading_log/log_json.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <array>
#include <map>

namespace hemo::ui {
namespace {

using Outcome = DatabaseFile::Outcome;

constexpr DatabaseFile::Kind kKind{
    "reading log", 1,
    "CREATE TABLE IF NOT EXISTS kept (what TEXT, id TEXT, text TEXT, PRIMARY KEY (what, id))",
    DatabaseFile::Kind::SetAside::Each};

constexpr auto kOnlyId = "1"; // there is one; no id at all would never be found again
constexpr auto kSalt = "salt", kReading = "reading", kTruth = "truth";
constexpr auto kStudy = "study", kReader = "reader"; // of a study that is shared: its mark, the own pseudonym

Outcome textOf(QSqlDatabase& database, const char* what, const QString& id, std::optional<QString>& text) {
    QSqlQuery query(database);
    query.prepare("SELECT text FROM kept WHERE what = ? AND id = ?");
    query.addBindValue(QString::fromLatin1(what));
    query.addBindValue(id);
    const Outcome outcome = run(query);
    if (outcome == Outcome::Done && query.next()) text = query.value(0).toString();
    return outcome;
}

/// Where it was is where it stays: the order of the log.
Outcome putText(QSqlDatabase& database, const char* what, const QString& id, const QString& text) {
    QSqlQuery query(database);
    query.prepare("INSERT INTO kept (what, id, text) VALUES (?, ?, ?) "
                  "ON CONFLICT (what, id) DO UPDATE SET text = excluded.text");
    query.addBindValue(QString::fromLatin1(what));
    query.addBindValue(id);
    query.addBindValue(text);
    return run(query);
}

/// The file's own, made where there is none yet.
Outcome saltOf(QSqlDatabase& database, QString& salt) {
    std::optional<QString> known;
    if (const Outcome outcome = textOf(database, kSalt, kOnlyId, known); outcome != Outcome::Done)
        return outcome;
    if (known) {
        salt = *known;
        return Outcome::Done;
    }
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    salt = QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
    return putText(database, kSalt, kOnlyId, salt);
}

QString hashed(const QString& salt, const char* what, const QString& of) {
    constexpr int kDigits = 32;
    const QByteArray text = (salt + '\n' + QString::fromLatin1(what) + '\n' + of).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(kDigits));
}

QString hashedReader(const QString& salt, const std::string& name) {
    return hashed(salt, "reader", QString::fromStdString(name));
}

QString hashedStudy(const QString& salt, const std::string& uid) {
    return hashed(salt, "study", QString::fromStdString(uid));
}

/// What only the line knew stays.
LogEntry joined(const LogEntry& was, LogEntry is) {
    if (!is.secondsToCommit) is.secondsToCommit = was.secondsToCommit;
    if (!is.secondsToClose) is.secondsToClose = was.secondsToClose;
    if (!is.second) {
        is.second = was.second;
        is.secondScore = was.secondScore;
        is.modelId = was.modelId;
        is.rule = was.rule;
    }
    return is;
}

Outcome putLine(QSqlDatabase& database, const LogBook::Line& line) {
    QString salt;
    if (const Outcome outcome = saltOf(database, salt); outcome != Outcome::Done) return outcome;
    const QString series = hashed(salt, "series", QString::number(line.fingerprint));
    LogEntry entry = line.entry;
    entry.study = hashedStudy(salt, line.studyInstanceUid).toStdString();
    entry.series = series.toStdString();
    std::optional<QString> reader, known;
    if (const Outcome outcome = textOf(database, kReader, kOnlyId, reader); outcome != Outcome::Done)
        return outcome;
    entry.reader = reader.value_or(hashedReader(salt, line.readerName)).toStdString();
    if (const Outcome outcome = textOf(database, kReading, series, known); outcome != Outcome::Done)
        return outcome;
    if (known)
        if (const auto was = parseLogEntry(known->toStdString())) entry = joined(*was, entry);
    return putText(database, kReading, series, QString::fromStdString(logEntryJson(entry)));
}

Outcome hasReadings(QSqlDatabase& database, bool& has) {
    QSqlQuery query(database);
    query.prepare("SELECT 1 FROM kept WHERE what = ? LIMIT 1");
    query.addBindValue(QString::fromLatin1(kReading));
    const Outcome outcome = run(query);
    has = outcome == Outcome::Done && query.next();
    return outcome;
}

/// Of an empty log.
Outcome putStudy(QSqlDatabase& database, const std::string& word, const std::string& sign) {
    const QByteArray text = QByteArray("Hemoscope reading log\n") + QByteArray::fromStdString(word);
    const QString salt =
        QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    QSqlQuery query(database);
    if (const Outcome outcome = run(query, "DELETE FROM kept"); outcome != Outcome::Done) return outcome;
    for (const auto& [what, of] : {std::pair(kSalt, salt), std::pair(kStudy, hashed(salt, "mark", {})),
                                   std::pair(kReader, hashedReader(salt, sign))})
        if (const Outcome outcome = putText(database, what, kOnlyId, of); outcome != Outcome::Done)
            return outcome;
    return Outcome::Done;
}

Outcome putAllTruth(QSqlDatabase& database, const std::vector<StudyTruth>& truth) {
    QString salt;
    if (const Outcome outcome = saltOf(database, salt); outcome != Outcome::Done) return outcome;
    for (const StudyTruth& each : truth) {
        const QString study = hashedStudy(salt, each.studyInstanceUid);
        const Outcome outcome = putText(database, kTruth, study, each.isBleed ? "1" : "0");
        if (outcome != Outcome::Done) return outcome;
    }
    return Outcome::Done;
}

Outcome readAll(QSqlDatabase& database, std::vector<LogEntry>& entries) {
    QSqlQuery query(database);
    if (const Outcome outcome = run(query, "SELECT what, id, text FROM kept ORDER BY rowid");
        outcome != Outcome::Done)
        return outcome;
    std::map<std::string, bool> truth;
    while (query.next()) {
        const QString what = query.value(0).toString(), text = query.value(2).toString();
        if (what == kTruth) truth[query.value(1).toString().toStdString()] = text == "1";
        if (what != kReading) continue;
        if (auto entry = parseLogEntry(text.toStdString())) entries.push_back(std::move(*entry));
    }
    for (LogEntry& entry : entries)
        if (const auto known = truth.find(entry.study); known != truth.end()) entry.truth = known->second;
    return outcomeOf(query.lastError());
}

} // namespace

LogBook::LogBook(const std::filesystem::path& folder) : m_file(folder / "log.sqlite", kKind) {}

bool LogBook::put(const Line& line) const {
    return m_file.useWhole([&](QSqlDatabase& database) { return putLine(database, line); });
}

bool LogBook::putTruth(const std::vector<StudyTruth>& truth) const {
    return m_file.useWhole([&](QSqlDatabase& database) { return putAllTruth(database, truth); });
}

std::vector<LogEntry> LogBook::read() const {
    std::vector<LogEntry> entries;
    if (!m_file.exists()) return entries; // nothing is made before there is something to keep
    m_file.use([&](QSqlDatabase& database) {
        entries.clear();
        return readAll(database, entries);
    });
    return entries;
}

LogBook::Begun LogBook::beginStudy(const std::string& word, const std::string& sign) const {
    bool isTaken = false;
    const bool isDone = m_file.useWhole([&](QSqlDatabase& database) {
        const Outcome outcome = hasReadings(database, isTaken);
        return outcome != Outcome::Done || isTaken ? outcome : putStudy(database, word, sign);
    });
    if (!isDone) return Begun::NotKept;
    return isTaken ? Begun::NotEmpty : Begun::Done;
}

std::string LogBook::sharedStudy() const {
    std::optional<QString> mark;
    if (m_file.exists())
        m_file.use([&](QSqlDatabase& database) { return textOf(database, kStudy, kOnlyId, mark); });
    return mark.value_or(QString()).toStdString();
}

bool LogBook::clear() const {
    if (!m_file.exists()) return true;
    return m_file.use([](QSqlDatabase& database) {
        QSqlQuery query(
            database); // the salt goes, too: what was exported can be joined with nothing any more
        return run(query, "DELETE FROM kept");
    });
}

} // namespace hemo::ui
