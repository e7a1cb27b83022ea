#include "app/recent_index.h"

#include "viewer/widgets/to_image.h"

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <cstring>
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

// ---- pictures are kept as PNG, in a table of their own: lists of before have none

constexpr auto kPictures = "CREATE TABLE IF NOT EXISTS picture (paths BLOB PRIMARY KEY, png BLOB)";

QByteArray pngOf(const RgbaImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    toImage(image).save(&buffer, "PNG");
    return png;
}

RgbaImagePtr pictureFrom(const QByteArray& png) {
    const QImage read = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_RGBA8888);
    if (read.isNull()) return nullptr;
    auto picture = std::make_shared<RgbaImage>(read.width(), read.height());
    for (int y = 0; y < read.height(); ++y)
        std::memcpy(&picture->at(0, y), read.constScanLine(y), sizeof(Rgba) * std::size_t(read.width()));
    return picture;
}

bool areThere(const std::vector<fs::path>& paths) {
    return std::all_of(paths.begin(), paths.end(), [](const fs::path& path) {
        std::error_code error;
        return fs::exists(path, error);
    });
}

Outcome readAll(QSqlDatabase& database, std::vector<RecentStudy>& studies) {
    QSqlQuery query(database);
    if (const Outcome outcome = run(query, kPictures); outcome != Outcome::Done) return outcome;
    const Outcome outcome =
        run(query, "SELECT study.paths, patient, patients, date, description, images, opened, png FROM study "
                   "LEFT JOIN picture ON picture.paths = study.paths ORDER BY opened DESC, study.rowid DESC");
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
        study.picture = pictureFrom(query.value(7).toByteArray());
        studies.push_back(std::move(study));
    }
    return outcomeOf(query.lastError());
}

Outcome writePicture(QSqlQuery& query, const RecentStudy& study) {
    if (const Outcome outcome = run(query, kPictures); outcome != Outcome::Done) return outcome;
    if (!study.picture) return Outcome::Done;
    query.prepare("REPLACE INTO picture (paths, png) VALUES (?, ?)");
    query.addBindValue(joined(study.paths));
    query.addBindValue(pngOf(*study.picture));
    return run(query);
}

/// What is replaced or dropped is overwritten in the file, too.
Outcome beginSecurely(QSqlQuery& query) {
    return run(query, "PRAGMA secure_delete = ON");
}

/// The oldest beyond `most` go, with their pictures.
Outcome dropOldest(QSqlQuery& query, int most) {
    const Outcome outcome =
        run(query, QStringLiteral("DELETE FROM study WHERE rowid NOT IN (SELECT rowid FROM study ORDER BY "
                                  "opened DESC, rowid DESC LIMIT %1)")
                       .arg(most));
    if (outcome != Outcome::Done) return outcome;
    return run(query, "DELETE FROM picture WHERE paths NOT IN (SELECT paths FROM study)");
}

Outcome write(QSqlDatabase& database, const RecentStudy& study, int most) {
    QSqlQuery query(database);
    if (const Outcome outcome = beginSecurely(query); outcome != Outcome::Done) return outcome;
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
    if (const Outcome outcome = writePicture(query, study); outcome != Outcome::Done) return outcome;
    return dropOldest(query, most);
}

Outcome drop(QSqlDatabase& database, int most) {
    QSqlQuery query(database);
    if (const Outcome outcome = beginSecurely(query); outcome != Outcome::Done) return outcome;
    if (const Outcome outcome = run(query, kPictures); outcome != Outcome::Done) return outcome;
    return dropOldest(query, most);
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

void RecentIndex::remember(const RecentStudy& study, int most) const {
    m_file.use([&](QSqlDatabase& database) { return write(database, study, most); });
}

void RecentIndex::keepToMost(int most) const {
    if (most <= 0) return clear();
    if (m_file.exists()) m_file.use([&](QSqlDatabase& database) { return drop(database, most); });
}

void RecentIndex::clear() const {
    std::error_code error;
    for (const fs::path& path : {file(), fs::path(file().string() + "-journal"), setAsideFile()})
        fs::remove(path, error);
}

} // namespace hemo::ui
