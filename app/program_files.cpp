#include "app/program_files.h"

#include <fstream>
#include <iterator>

namespace hemo {
namespace {

constexpr auto kDefaultModel = "lite0-288-6";

} // namespace

std::filesystem::path programFolder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

std::filesystem::path resourceFolder(const std::filesystem::path& programFolder) {
    const auto installed = programFolder / ".." / "share" / "hemoscope";
    std::error_code ignored;
    return std::filesystem::is_directory(installed / "models", ignored)
               ? installed
               : std::filesystem::path(HEMO_RESOURCE_DIR);
}

std::filesystem::path defaultModelFolder(const std::filesystem::path& programFolder) {
    return resourceFolder(programFolder) / "models" / kDefaultModel;
}

Result<ModelInfo> loadModelInfo(const std::filesystem::path& modelFolder) {
    std::ifstream file(modelFolder / "model.json", std::ios::binary);
    if (!file) return fail(ErrorCode::Model, say("network.no_description"));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return parseModelInfo(text);
}

} // namespace hemo
