#include "app/named_error.h"

#include "core/study/file_name.h"

#include <algorithm>

namespace hemo::ui {
namespace {

Error naming(Error error, const std::filesystem::path& file) {
    if (error.code == ErrorCode::Cancelled || error.message.empty()) return error;
    error.message = say("file.named", file.filename().string(), std::move(error.message));
    return error;
}

} // namespace

Error namingFile(Error error, std::span<const std::filesystem::path> asked) {
    const bool isOne = asked.size() == 1 && asked.front().has_filename();
    return isOne ? naming(std::move(error), asked.front()) : error;
}

Error namingFile(Error error, const SeriesInfo& series) {
    if (series.images.empty() || error.code == ErrorCode::OutOfMemory) return error;
    const std::filesystem::path& file = series.images.front().file;
    const bool isOneFile =
        std::ranges::all_of(series.images, [&](const ImagePlace& place) { return place.file == file; });
    if (!isOneFile || holdsPatient(file.filename().string(), series)) return error;
    return naming(std::move(error), file);
}

} // namespace hemo::ui
