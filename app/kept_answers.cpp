#include "app/kept_answers.h"

#include "app/whole_file.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 500; // some 100 MB
constexpr qint64 kLargestFile = 256 << 20;

QByteArray bytesOf(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) && file.size() <= kLargestFile ? file.readAll() : QByteArray();
}

/// When and how large a program was built stands for its code.
QByteArray stampOf(const fs::path& program) {
    std::error_code error;
    const auto size = fs::file_size(program, error);
    const auto time = fs::last_write_time(program, error).time_since_epoch().count();
    return QByteArray::number(qulonglong(size)) + ' ' + QByteArray::number(qlonglong(time));
}

void append(QByteArray& file, const WorkerAnswer& answer) {
    const std::vector<std::byte> bytes = encodeWire(toWire(answer));
    file.append(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

/// As the worker sent it, slice by slice.
QByteArray messagesOf(const Prediction& prediction) {
    QByteArray file;
    const ProbabilityMap& heat = prediction.heat;
    const std::size_t perSlice = heat.grid.voxelsPerSlice();
    for (std::size_t k = 0; k < prediction.slices.size(); ++k) {
        const auto values = std::span(heat.values).subspan(k * perSlice, perSlice);
        append(file, SliceDone{0,
                               prediction.slices[k],
                               heat.grid.columns(),
                               heat.grid.rows(),
                               {values.begin(), values.end()}});
    }
    append(file, ClassifyDone{0, prediction.verdict, prediction.provenance});
    return file;
}

} // namespace

std::string KeptAnswers::nameOf(const ClassifyRequest& request, std::uint64_t fingerprint,
                                const fs::path& modelFolder, const fs::path& worker) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    ClassifyRequest asked = request;
    asked.job = 0; // by which it was asked once
    asked.modelFolder.clear();
    const std::vector<std::byte> head = encodeHead(asked);
    hash.addData(QByteArray(reinterpret_cast<const char*>(head.data()), qsizetype(head.size())));
    hash.addData(QByteArray::number(qulonglong(fingerprint)));
    hash.addData(bytesOf(modelFolder / "model.json")); // names the weights by their hash
    hash.addData(stampOf(worker));
    return hash.result().toHex().toStdString();
}

PredictionPtr KeptAnswers::read(const std::string& name, const Grid& volumeGrid) const {
    const QByteArray file = bytesOf(fileOf(name));
    if (file.isEmpty()) return nullptr;
    WireReader reader;
    reader.feed(std::as_bytes(std::span(file.constData(), std::size_t(file.size()))));
    std::vector<SliceDone> slices;
    while (true) {
        auto message = reader.next();
        if (!message || !*message) return nullptr;
        auto answer = answerFromWire(**message);
        if (!answer) return nullptr;
        if (auto* slice = std::get_if<SliceDone>(&*answer)) slices.push_back(std::move(*slice));
        const auto* done = std::get_if<ClassifyDone>(&*answer);
        if (!done) continue;
        if (slices.size() != static_cast<std::size_t>(volumeGrid.slices())) return nullptr;
        return std::make_shared<const Prediction>(assemblePrediction(volumeGrid, std::move(slices), *done));
    }
}

void KeptAnswers::keep(const std::string& name, const Prediction& prediction) const {
    if (!makePrivateFolder(m_folder)) return;
    QSaveFile file(QString::fromStdString(fileOf(name).string()));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(messagesOf(prediction));
    if (file.commit()) dropOldest();
}

void KeptAnswers::dropOldest() const {
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    for (const auto& entry : fs::directory_iterator(m_folder, error))
        if (entry.path().extension() == ".answer")
            files.emplace_back(entry.last_write_time(error), entry.path());
    if (files.size() <= kMostFiles) return;
    std::ranges::sort(files);
    files.resize(files.size() - kMostFiles);
    for (const auto& [time, path] : files)
        fs::remove(path, error);
}

} // namespace hemo::ui
