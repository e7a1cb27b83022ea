#include "app/named_error.h"

#include "core/study/file_name.h"
#include "core/words/named_file.h"

#include <algorithm>

namespace hemo::ui {

Error namingFile(Error error, std::span<const std::filesystem::path> asked) {
    if (error.code == ErrorCode::Cancelled || error.message.empty()) return error;
    error.message = named(asked, std::move(error.message));
    return error;
}

Error namingFile(Error error, const SeriesInfo& series) {
    if (series.images.empty() || error.code == ErrorCode::OutOfMemory) return error;
    const std::filesystem::path& file = series.images.front().file;
    const bool isOneFile =
        std::ranges::all_of(series.images, [&](const ImagePlace& place) { return place.file == file; });
    if (!isOneFile || holdsPatient(file.filename().string(), series)) return error;
    return namingFile(std::move(error), std::span(&file, 1));
}

} // namespace hemo::ui
