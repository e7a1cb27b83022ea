#include "app/whole_file.h"

#include "viewer/widgets/path_text.h"

#include <QSaveFile>

namespace hemo::ui {

bool writeWhole(const std::filesystem::path& path, std::string_view text) {
    QSaveFile file(pathText(path));
    const auto size = static_cast<qint64>(text.size());
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit();
}

bool makePrivateFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return false;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    return !error;
}

} // namespace hemo::ui
