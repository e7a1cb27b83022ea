#include "app/verdict_file.h"

#include "core/reading/own_json.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace hemo::ui {
namespace {

using Outcome = DatabaseFile::Outcome;

constexpr DatabaseFile::Kind kKind{
    "readings", 1,
    "CREATE TABLE IF NOT EXISTS said (series INTEGER, what TEXT, text TEXT, PRIMARY KEY (series, what))",
    DatabaseFile::Kind::SetAside::Each};

constexpr auto kFirst = "first", kRevised = "revised", kReview = "review";

/// What is there stays, or is written over.
enum class Over { Never, Always };

Outcome put(QSqlDatabase& database, std::uint64_t series, const char* what, const std::string& text,
            Over over) {
    QSqlQuery query(database);
    query.prepare(over == Over::Never ? "INSERT OR IGNORE INTO said (series, what, text) VALUES (?, ?, ?)"
                                      : "INSERT OR REPLACE INTO said (series, what, text) VALUES (?, ?, ?)");
    query.addBindValue(signedNumber(series));
    query.addBindValue(QString::fromUtf8(what));
    query.addBindValue(QString::fromStdString(text));
    return run(query);
}

Outcome keepDifference(QSqlDatabase& database, std::uint64_t series, const OwnReading& before,
                       const OwnReading& after) {
    const OwnVerdict& own = after.verdict;
    Outcome outcome = Outcome::Done;
    if (own.first && own.first != before.verdict.first)
        outcome = put(database, series, kFirst, readerVerdictJson(*own.first), Over::Never);
    if (outcome == Outcome::Done && own.revised && own.revised != before.verdict.revised)
        outcome = put(database, series, kRevised, readerVerdictJson(*own.revised), Over::Always);
    if (outcome == Outcome::Done && after.review != before.review)
        outcome = put(database, series, kReview, reviewJson(after.review), Over::Always);
    return outcome;
}

Outcome readAll(QSqlDatabase& database, std::uint64_t series, OwnReading& own) {
    QSqlQuery query(database);
    query.prepare("SELECT what, text FROM said WHERE series = ?");
    query.addBindValue(signedNumber(series));
    if (const Outcome outcome = run(query); outcome != Outcome::Done) return outcome;
    while (query.next()) {
        const QString what = query.value(0).toString();
        const std::string text = query.value(1).toString().toStdString();
        if (what == kFirst) own.verdict.first = parseReaderVerdict(text);
        if (what == kRevised) own.verdict.revised = parseReaderVerdict(text);
        if (what == kReview) own.review = parseReview(text).value_or(Review{});
    }
    return outcomeOf(query.lastError());
}

} // namespace

VerdictFile::VerdictFile(const std::filesystem::path& folder) : m_file(folder / "readings.sqlite", kKind) {}

OwnReading VerdictFile::read(std::uint64_t series) const {
    if (!m_file.exists()) return {}; // nothing is made before there is something to keep
    OwnReading own;
    m_file.use([&](QSqlDatabase& database) {
        own = {};
        return readAll(database, series, own);
    });
    return own;
}

bool VerdictFile::keep(std::uint64_t series, const OwnReading& before, const OwnReading& after) const {
    return m_file.useWhole(
        [&](QSqlDatabase& database) { return keepDifference(database, series, before, after); });
}

} // namespace hemo::ui
