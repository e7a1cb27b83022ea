#include "app/whole_file.h"

#include <QFile>
#include <QSaveFile>

namespace hemo::ui {

bool writeWhole(const std::filesystem::path& path, std::string_view text) {
    QSaveFile file(QFile::decodeName(path.c_str()));
    const auto size = static_cast<qint64>(text.size());
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit();
}

} // namespace hemo::ui
