#include "app/read_model_files.h"

#include "app/program_files.h"
#include "viewer/widgets/path_text.h"
#include "viewer/widgets/tr.h"

#include <QFile>

#include <array>

namespace hemo::ui {
namespace {

constexpr qint64 kMostBytes = 4 << 20;

QByteArray contentsOf(const std::filesystem::path& path) {
    QFile file(pathText(path));
    return file.open(QIODevice::ReadOnly) ? file.read(kMostBytes) : QByteArray();
}

} // namespace

ModelFiles readModelFiles(const std::filesystem::path& modelFolder) {
    ModelFiles files;
    if (auto info = loadModelInfo(modelFolder)) files.info = std::move(*info);
    files.card = QString::fromUtf8(contentsOf(modelFolder / "card.md"));
    constexpr std::array kPlots{
        std::pair{"roc-patients.svg", QT_TRANSLATE_NOOP("hemo::ui", "Patients")},
        std::pair{"roc-slices.svg", QT_TRANSLATE_NOOP("hemo::ui", "Slices")},
        std::pair{"reliability.svg", QT_TRANSLATE_NOOP("hemo::ui", "How far a probability can be believed")}};
    for (const auto& [name, title] : kPlots)
        if (QByteArray svg = contentsOf(modelFolder / name); !svg.isEmpty())
            files.plots.push_back({tr(title), std::move(svg)});
    return files;
}

} // namespace hemo::ui
