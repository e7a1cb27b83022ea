#include "app/mark_file.h"

#include "core/marks/mark_json.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace hemo::ui {
namespace {

using Outcome = DatabaseFile::Outcome;

constexpr DatabaseFile::Kind kKind{
    "marks", 1,
    "CREATE TABLE IF NOT EXISTS mark (series INTEGER, id INTEGER, shape TEXT, PRIMARY KEY (series, id))",
    DatabaseFile::Kind::SetAside::Each};

Outcome put(QSqlDatabase& database, std::uint64_t series, const Mark& mark) {
    QSqlQuery query(database);
    // Where it was is where it stays: the order of the list.
    query.prepare("INSERT INTO mark (series, id, shape) VALUES (?, ?, ?) "
                  "ON CONFLICT (series, id) DO UPDATE SET shape = excluded.shape");
    query.addBindValue(signedNumber(series));
    query.addBindValue(signedNumber(static_cast<std::uint64_t>(mark.id)));
    query.addBindValue(QString::fromStdString(markJson(mark)));
    return run(query);
}

Outcome remove(QSqlDatabase& database, std::uint64_t series, MarkId id) {
    QSqlQuery query(database);
    query.prepare("DELETE FROM mark WHERE series = ? AND id = ?");
    query.addBindValue(signedNumber(series));
    query.addBindValue(signedNumber(static_cast<std::uint64_t>(id)));
    return run(query);
}

Outcome keepDifference(QSqlDatabase& database, std::uint64_t series, const Marks& before,
                       const Marks& after) {
    for (const Mark& mark : before)
        if (!findMark(after, mark.id))
            if (const Outcome outcome = remove(database, series, mark.id); outcome != Outcome::Done)
                return outcome;
    for (const Mark& mark : after) {
        const Mark* was = findMark(before, mark.id);
        if (was && *was == mark) continue;
        if (const Outcome outcome = put(database, series, mark); outcome != Outcome::Done) return outcome;
    }
    return Outcome::Done;
}

Outcome readAll(QSqlDatabase& database, std::uint64_t series, Marks& marks) {
    QSqlQuery query(database);
    query.prepare("SELECT id, shape FROM mark WHERE series = ? ORDER BY rowid");
    query.addBindValue(signedNumber(series));
    if (const Outcome outcome = run(query); outcome != Outcome::Done) return outcome;
    while (query.next()) {
        const MarkId id{static_cast<std::uint64_t>(query.value(0).toLongLong())};
        if (auto mark = parseMark(query.value(1).toString().toStdString(), id))
            marks.push_back(std::move(*mark));
    }
    return outcomeOf(query.lastError());
}

} // namespace

MarkFile::MarkFile(const std::filesystem::path& folder) : m_file(folder / "marks.sqlite", kKind) {}

Marks MarkFile::read(std::uint64_t series) const {
    if (!m_file.exists()) return {}; // nothing is made before there is something to keep
    Marks marks;
    m_file.use([&](QSqlDatabase& database) {
        marks.clear();
        return readAll(database, series, marks);
    });
    return marks;
}

bool MarkFile::keep(std::uint64_t series, const Marks& before, const Marks& after) const {
    return m_file.useWhole(
        [&](QSqlDatabase& database) { return keepDifference(database, series, before, after); });
}

} // namespace hemo::ui
