#pragma once

#include <QString>
#include <QVariant>

#include <cstdint>
#include <filesystem>
#include <functional>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace hemo::ui {

/// A SQLite file of ours in a folder that only its user can read. Opens the file for each call, so that
/// several windows may share it; calls take milliseconds, longer on a slow disk: not for the GUI thread. One
/// thread at a time.
class DatabaseFile {
public:
    /// How an attempt on the file went.
    enum class Outcome {
        Done,
        Foreign,     ///< damaged, or not of this version
        Unavailable, ///< busy, full, no permission: another time
    };
    using Work = std::function<Outcome(QSqlDatabase&)>;

    /// What is in it. A file that is damaged or of another version is set aside and begun anew.
    struct Kind {
        const char* what;  ///< in the log: "recent studies"
        int version;       ///< in the file's header, beside our own mark
        const char* table; ///< how its table is made
        enum class SetAside {
            Last, ///< a cache: what was set aside before is written over
            Each, ///< the user's work: under a name of its own
        } setAside;
    };
    DatabaseFile(std::filesystem::path path, Kind kind) : m_path(std::move(path)), m_kind(kind) {}

    const std::filesystem::path& path() const { return m_path; }
    /// The file that is set aside next goes there.
    std::filesystem::path setAsidePath() const;
    bool exists() const;

    /// Makes folder, file and table where they are not there. False where the work could not be done.
    bool use(const Work& work) const;
    /// The same, all of it or nothing.
    bool useWhole(const Work& work) const;

private:
    bool makePlace() const;
    void setAside() const;
    Outcome prepare(QSqlDatabase& database) const;

    std::filesystem::path m_path;
    Kind m_kind;
};

/// SQLite's whole numbers have a sign.
QVariant signedNumber(std::uint64_t value);
/// What became of a query that failed.
DatabaseFile::Outcome outcomeOf(const QSqlError& error);
DatabaseFile::Outcome run(QSqlQuery& query, const QString& statement);
/// With the values that were bound.
DatabaseFile::Outcome run(QSqlQuery& query);

} // namespace hemo::ui
