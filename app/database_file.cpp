#include "app/database_file.h"

#include "app/whole_file.h"
#include "core/log.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using Outcome = DatabaseFile::Outcome;

constexpr int kApplicationId = 0x48454D4F; // "HEMO", in the file's header

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
        return QStringLiteral("hemoscope-%1").arg(++count);
    }
    QString m_name;
    QSqlDatabase m_database;
};

/// The number that a pragma or a count gives.
Outcome readNumber(QSqlDatabase& database, const QString& statement, int& number) {
    QSqlQuery query(database);
    const Outcome outcome = run(query, statement);
    if (outcome == Outcome::Done && query.next()) number = query.value(0).toInt();
    return outcome;
}

} // namespace

/// SQLite's result codes for what no retry mends: SQLITE_ERROR (a table is not as it should be),
/// SQLITE_CORRUPT, SQLITE_NOTADB.
Outcome outcomeOf(const QSqlError& error) {
    if (!error.isValid()) return Outcome::Done;
    for (const char* code : {"1", "11", "26"})
        if (error.nativeErrorCode() == code) return Outcome::Foreign;
    return Outcome::Unavailable;
}

QVariant signedNumber(std::uint64_t value) {
    return QVariant::fromValue(static_cast<qlonglong>(value));
}

Outcome run(QSqlQuery& query, const QString& statement) {
    return query.exec(statement) ? Outcome::Done : outcomeOf(query.lastError());
}

Outcome run(QSqlQuery& query) {
    return query.exec() ? Outcome::Done : outcomeOf(query.lastError());
}

fs::path DatabaseFile::setAsidePath() const {
    fs::path aside = m_path;
    aside.replace_extension("set-aside");
    std::error_code error;
    for (int n = 2; m_kind.setAside == Kind::SetAside::Each && fs::exists(aside, error); ++n)
        aside.replace_extension("set-aside-" + std::to_string(n));
    return aside;
}

bool DatabaseFile::exists() const {
    std::error_code error;
    return fs::exists(m_path, error);
}

/// A folder and a file that nobody else can read, before a name is written into it.
bool DatabaseFile::makePlace() const {
    if (!makePrivateFolder(m_path.parent_path())) return false;
    const int descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    ::close(descriptor);
    std::error_code error;
    fs::permissions(m_path, fs::perms::owner_read | fs::perms::owner_write, error);
    return !error;
}

void DatabaseFile::setAside() const {
    std::error_code error;
    fs::rename(m_path, setAsidePath(), error);
    fs::remove(m_path.string() + "-journal", error); // it belongs to the file that is gone
}

/// Makes sure that the file is ours, of this version, and has its table.
Outcome DatabaseFile::prepare(QSqlDatabase& database) const {
    if (!database.isOpen()) return Outcome::Unavailable;
    int id = 0, version = 0, tables = 0;
    for (const auto& [statement, number] :
         {std::pair("PRAGMA application_id", &id), std::pair("PRAGMA user_version", &version),
          std::pair("SELECT count(*) FROM sqlite_master", &tables)})
        if (const Outcome outcome = readNumber(database, statement, *number); outcome != Outcome::Done)
            return outcome;
    if (id == kApplicationId && version == m_kind.version) return Outcome::Done;
    if (tables != 0) return Outcome::Foreign;
    QSqlQuery query(database);
    for (const QString& statement :
         {QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId),
          QStringLiteral("PRAGMA user_version = %1").arg(m_kind.version), QString(m_kind.table)})
        if (const Outcome outcome = run(query, statement); outcome != Outcome::Done) return outcome;
    return Outcome::Done;
}

bool DatabaseFile::use(const Work& work) const {
    if (!QSqlDatabase::isDriverAvailable("QSQLITE")) {
        log::info(std::string("Not kept, Qt's SQLite driver is missing: ") + m_kind.what);
        return false;
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        Outcome outcome = Outcome::Unavailable;
        if (makePlace()) {
            Connection connection(m_path);
            outcome = prepare(connection.database());
            if (outcome == Outcome::Done) outcome = work(connection.database());
        }
        if (outcome == Outcome::Done) return true;
        if (outcome == Outcome::Unavailable) break;
        log::info(std::string("A file cannot be read and is begun anew: ") + m_kind.what);
        setAside();
    }
    log::info(std::string("Cannot be kept at the moment: ") + m_kind.what);
    return false;
}

bool DatabaseFile::useWhole(const Work& work) const {
    return use([&](QSqlDatabase& database) {
        if (!database.transaction()) return outcomeOf(database.lastError());
        const Outcome outcome = work(database);
        if (outcome != Outcome::Done) {
            database.rollback();
            return outcome;
        }
        return database.commit() ? Outcome::Done : outcomeOf(database.lastError());
    });
}

} // namespace hemo::ui
