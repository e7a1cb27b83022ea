#pragma once

#include <QFile>

#include <filesystem>

/// Paths hold any bytes; texts of the window hold them as this system writes file names.
namespace hemo::ui {

inline QString pathText(const std::filesystem::path& path) {
    return QFile::decodeName(path.c_str());
}

inline std::filesystem::path pathFrom(const QString& text) {
    return QFile::encodeName(text).toStdString();
}

} // namespace hemo::ui
