#include "app/whole_folder.h"

namespace hemo::ui {

namespace fs = std::filesystem;

namespace {

constexpr auto kUnfinished = "-unfinished";

} // namespace

Result<fs::path> wholeFolder(const fs::path& folder, const Message& notKept,
                             const std::function<Result<void>(const fs::path& making)>& make) {
    std::error_code error;
    if (fs::exists(folder, error)) return folder;
    const fs::path making = folder.string() + kUnfinished;
    fs::remove_all(making, error); // of a run that was interrupted
    fs::create_directories(making, error);
    if (const auto made = make(making); !made) {
        fs::remove_all(making, error);
        return tl::unexpected(made.error());
    }
    fs::rename(making, folder, error);
    if (error) return fail(ErrorCode::WriteFailed, notKept, error.message());
    return folder;
}

bool isUnfinished(const fs::path& folder) {
    return folder.string().ends_with(kUnfinished);
}

} // namespace hemo::ui
