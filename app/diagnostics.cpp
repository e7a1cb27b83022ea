#include "app/diagnostics.h"

#include "app/log_file.h"
#include "core/cores.h"
#include "core/imaging/library_versions.h"
#include "core/version.h"
#include "viewer/render/library_versions.h"

#include <QApplication>
#include <QScreen>
#include <QStringList>
#include <QSysInfo>
#include <QWidget>

namespace hemo::ui {
namespace {

/// The reading whose answer is whole and was looked at last; null where there is none.
const Reading* lastRead(const AppState& state) {
    const Reading* last = nullptr;
    for (const auto& [id, reading] : state.readings)
        if (reading->reader.prediction && (!last || reading->shownAt >= last->shownAt)) last = reading.get();
    return last;
}

QString sizeText(QSize size) {
    return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
}

QString screenText(const QWidget& window) {
    const QScreen* screen = window.screen();
    if (!screen) return sizeText(window.size());
    return QStringLiteral("window %1, screen %2, scale %3, %4")
        .arg(sizeText(window.size()), sizeText(screen->size()))
        .arg(window.devicePixelRatioF())
        .arg(QGuiApplication::platformName());
}

/// How large it is, and how long its slices took.
QString readingText(const Reading& reading) {
    const SeriesInfo& series = *reading.series;
    QString text = QStringLiteral("%1 x %2 x %3, %4 warnings")
                       .arg(series.columns)
                       .arg(series.rows)
                       .arg(series.imageCount)
                       .arg(series.warnings.size());
    if (!reading.volume) text += QStringLiteral(", its volume is not held");
    if (const PredictionPtr& answer = reading.reader.prediction)
        text += QStringLiteral(", read in %1 s").arg(answer->provenance.seconds, 0, 'f', 2);
    return text;
}

QString settingsText(const Preferences& p) {
    return QStringLiteral("panels %1, patient's name %2, list read ahead %3, volumes up to %4 MB")
        .arg(p.arePanelsFolded ? "folded" : "shown", p.isPatientTextShown ? "shown" : "hidden",
             p.isListReadAhead ? "yes" : "no")
        .arg(p.mostVolumeBytes >> 20);
}

/// With the first letters of the weights' hash.
QString modelText(const std::string& id, const std::string& sha256) {
    constexpr int kLetters = 12;
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(id),
                                         QString::fromStdString(sha256).left(kLetters));
}

QString secondReaderText(const Reading* read, const QString& model) {
    if (read)
        return QStringLiteral("%1 on %2")
            .arg(model, QString::fromStdString(read->reader.prediction->provenance.device));
    return model.isEmpty() ? QStringLiteral("has not read yet")
                           : QStringLiteral("%1, has not read yet").arg(model);
}

} // namespace

QString libraryText() {
    return QStringLiteral("Qt %1, %2, %3")
        .arg(qVersion(), QString::fromStdString(render::libraryVersions()),
             QString::fromStdString(imaging::libraryVersions()));
}

QString modelText(const AppState& state) {
    const Reading* read = lastRead(state);
    if (!read) return {};
    const Provenance& from = read->reader.prediction->provenance;
    return modelText(from.modelId, from.weightsSha256);
}

QString modelText(const ModelInfo& model) {
    return modelText(model.id, model.weightsSha256);
}

QString diagnosticsText(const AppState& state, const QWidget& window, const QString& model) {
    QStringList lines;
    lines << QString::fromStdString(versionLine("hemoscope")) << libraryText();
    lines << QStringLiteral("%1, %2, %3 processors")
                 .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
                 .arg(coresAllowed());
    lines << screenText(window);
    lines << "second reader: " + secondReaderText(lastRead(state), model);
    lines << "settings: " + settingsText(state.preferences);
    lines << QStringLiteral("series listed: %1, opened: %2")
                 .arg(state.shelf.contents ? state.shelf.contents->series.size() : 0)
                 .arg(state.readings.size());
    for (const auto& [id, reading] : state.readings)
        lines << "series: " + readingText(*reading);
    lines << QString() << "log:";
    for (const std::string& line : logSince(0).lines)
        lines << QString::fromStdString(line);
    return lines.join('\n') + '\n';
}

} // namespace hemo::ui
