#include "app/recent_index.h"

#include "core/log.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x48454D4F; // "HEMO", in the file's header
constexpr int kVersion = 1;

/// How an attempt on the file went.
enum class Outcome {
    Done,
    Foreign,     ///< damaged, or not of this version
    Unavailable, ///< busy, full, no permission: another time
};

/// One connection with a name of its own, gone with its scope. QSqlDatabase is bound to its thread.
class Connection {
public:
    explicit Connection(const fs::path& file) : m_name(nextName()) {
        m_database = QSqlDatabase::addDatabase("QSQLITE", m_name);
        m_database.setDatabaseName(QString::fromStdString(file.string()));
        m_database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=2000");
        m_database.open();
    }
    ~Connection() {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    QSqlDatabase& database() { return m_database; }

private:
    static QString nextName() {
        static std::atomic<int> count = 0;
        return QStringLiteral("recent-%1").arg(++count);
    }
    QString m_name;
    QSqlDatabase m_database;
};

/// SQLite's result codes for what no retry mends: SQLITE_ERROR (a table is not as it should be),
/// SQLITE_CORRUPT, SQLITE_NOTADB.
Outcome outcomeOf(const QSqlError& error) {
    if (!error.isValid()) return Outcome::Done;
    for (const char* code : {"1", "11", "26"})
        if (error.nativeErrorCode() == code) return Outcome::Foreign;
    return Outcome::Unavailable;
}

Outcome run(QSqlQuery& query, const QString& statement) {
    return query.exec(statement) ? Outcome::Done : outcomeOf(query.lastError());
}

/// The number that a pragma or a count gives.
Outcome readNumber(QSqlDatabase& database, const QString& statement, int& number) {
    QSqlQuery query(database);
    const Outcome outcome = run(query, statement);
    if (outcome == Outcome::Done && query.next()) number = query.value(0).toInt();
    return outcome;
}

Outcome createTable(QSqlDatabase& database) {
    QSqlQuery query(database);
    for (const QString& statement :
         {QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId),
          QStringLiteral("PRAGMA user_version = %1").arg(kVersion),
          QStringLiteral("CREATE TABLE IF NOT EXISTS study (paths BLOB PRIMARY KEY, patient TEXT, patients "
                         "INTEGER, date TEXT, description TEXT, images INTEGER, opened INTEGER)")})
        if (const Outcome outcome = run(query, statement); outcome != Outcome::Done) return outcome;
    return Outcome::Done;
}

/// Makes sure that the file is ours, of this version, and has its table.
Outcome prepare(QSqlDatabase& database) {
    if (!database.isOpen()) return Outcome::Unavailable;
    int id = 0, version = 0, tables = 0;
    for (const auto& [statement, number] :
         {std::pair("PRAGMA application_id", &id), std::pair("PRAGMA user_version", &version),
          std::pair("SELECT count(*) FROM sqlite_master", &tables)})
        if (const Outcome outcome = readNumber(database, statement, *number); outcome != Outcome::Done)
            return outcome;
    if (id == kApplicationId && version == kVersion) return Outcome::Done;
    return tables == 0 ? createTable(database) : Outcome::Foreign;
}

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
    if (!query.exec()) return outcomeOf(query.lastError());
    return run(query, QStringLiteral("DELETE FROM study WHERE rowid NOT IN (SELECT rowid FROM study ORDER BY "
                                     "opened DESC, rowid DESC LIMIT %1)")
                          .arg(kMostRecents));
}

} // namespace

/// A folder and a file that nobody else can read, before a name is written into it.
bool RecentIndex::makePlace() const {
    std::error_code error;
    fs::create_directories(m_folder, error);
    if (error) return false;
    fs::permissions(m_folder, fs::perms::owner_all, error);
    if (error) return false;
    const int descriptor = ::open(file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    ::close(descriptor);
    fs::permissions(file(), fs::perms::owner_read | fs::perms::owner_write, error);
    return !error;
}

template <class Work> void RecentIndex::withDatabase(Work work) const {
    if (!QSqlDatabase::isDriverAvailable("QSQLITE"))
        return log::info("Recent studies are not kept: Qt's SQLite driver is missing.");
    for (int attempt = 0; attempt < 2; ++attempt) {
        Outcome outcome = Outcome::Unavailable;
        if (makePlace()) {
            Connection connection(file());
            outcome = prepare(connection.database());
            if (outcome == Outcome::Done) outcome = work(connection.database());
        }
        if (outcome == Outcome::Done) return;
        if (outcome == Outcome::Unavailable) break;
        log::info("The list of recent studies cannot be read: it is begun anew.");
        std::error_code error;
        fs::rename(file(), setAsideFile(), error);
        fs::remove(file().string() + "-journal", error); // it belongs to the file that is gone
    }
    log::info("The list of recent studies cannot be kept at the moment.");
}

std::vector<RecentStudy> RecentIndex::read() const {
    std::error_code error;
    if (!fs::exists(file(), error)) return {}; // nothing is made before there is something to keep
    std::vector<RecentStudy> studies;
    withDatabase([&](QSqlDatabase& database) {
        studies.clear();
        return readAll(database, studies);
    });
    return studies;
}

void RecentIndex::remember(const RecentStudy& study) const {
    withDatabase([&](QSqlDatabase& database) { return write(database, study); });
}

void RecentIndex::clear() const {
    std::error_code error;
    for (const fs::path& path : {file(), fs::path(file().string() + "-journal"), setAsideFile()})
        fs::remove(path, error);
}

} // namespace hemo::ui
