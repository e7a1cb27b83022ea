#include "app/recent_index.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <system_error>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using Outcome = DatabaseFile::Outcome;

constexpr DatabaseFile::Kind kKind{
    "recent studies", 1,
    "CREATE TABLE IF NOT EXISTS study (paths BLOB PRIMARY KEY, patient TEXT, patients "
    "INTEGER, date TEXT, description TEXT, images INTEGER, opened INTEGER)",
    DatabaseFile::Kind::SetAside::Last};

// ---- paths are bytes that hold anything but zero: joined by zeros they stay what they are

QByteArray joined(const std::vector<fs::path>& paths) {
    QByteArray bytes;
    for (const fs::path& path : paths)
        bytes += QByteArray::fromStdString(path.string()) + '\0';
    bytes.chop(1);
    return bytes;
}

std::vector<fs::path> split(const QByteArray& bytes) {
    std::vector<fs::path> paths;
    for (const QByteArray& part : bytes.split('\0'))
        paths.emplace_back(part.toStdString());
    return paths;
}

bool areThere(const std::vector<fs::path>& paths) {
    return std::all_of(paths.begin(), paths.end(), [](const fs::path& path) {
        std::error_code error;
        return fs::exists(path, error);
    });
}

Outcome readAll(QSqlDatabase& database, std::vector<RecentStudy>& studies) {
    QSqlQuery query(database);
    const Outcome outcome = run(query, "SELECT paths, patient, patients, date, description, images, opened "
                                       "FROM study ORDER BY opened DESC, rowid DESC");
    if (outcome != Outcome::Done) return outcome;
    const auto text = [&](int column) { return query.value(column).toString().toStdString(); };
    while (query.next() && static_cast<int>(studies.size()) < kMostRecents) {
        RecentStudy study{split(query.value(0).toByteArray()),
                          text(1),
                          query.value(2).toInt(),
                          text(3),
                          text(4),
                          query.value(5).toInt(),
                          query.value(6).toLongLong()};
        study.isThere = areThere(study.paths);
        studies.push_back(std::move(study));
    }
    return outcomeOf(query.lastError());
}

Outcome write(QSqlDatabase& database, const RecentStudy& study) {
    QSqlQuery query(database);
    // What is replaced or dropped is overwritten in the file, too.
    if (const Outcome outcome = run(query, "PRAGMA secure_delete = ON"); outcome != Outcome::Done)
        return outcome;
    query.prepare("REPLACE INTO study (paths, patient, patients, date, description, images, opened) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)");
    query.addBindValue(joined(study.paths));
    query.addBindValue(QString::fromStdString(study.patientName));
    query.addBindValue(study.patientCount);
    query.addBindValue(QString::fromStdString(study.studyDate));
    query.addBindValue(QString::fromStdString(study.description));
    query.addBindValue(study.imageCount);
    query.addBindValue(QVariant::fromValue<qlonglong>(study.openedAt));
    if (const Outcome outcome = run(query); outcome != Outcome::Done) return outcome;
    return run(query, QStringLiteral("DELETE FROM study WHERE rowid NOT IN (SELECT rowid FROM study ORDER BY "
                                     "opened DESC, rowid DESC LIMIT %1)")
                          .arg(kMostRecents));
}

} // namespace

RecentIndex::RecentIndex(const fs::path& folder) : m_file(folder / "studies.sqlite", kKind) {}

std::vector<RecentStudy> RecentIndex::read() const {
    if (!m_file.exists()) return {}; // nothing is made before there is something to keep
    std::vector<RecentStudy> studies;
    m_file.use([&](QSqlDatabase& database) {
        studies.clear();
        return readAll(database, studies);
    });
    return studies;
}

void RecentIndex::remember(const RecentStudy& study) const {
    m_file.use([&](QSqlDatabase& database) { return write(database, study); });
}

void RecentIndex::clear() const {
    std::error_code error;
    for (const fs::path& path : {file(), fs::path(file().string() + "-journal"), setAsideFile()})
        fs::remove(path, error);
}

} // namespace hemo::ui
