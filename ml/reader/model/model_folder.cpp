#include "ml/reader/model/model_folder.h"

#include "ml/reader/model/sha256.h"

namespace hemo::ml {

Result<ModelFolder> loadModelFolder(const std::filesystem::path& folder) {
    const auto text = loadModelFile(folder / "model.json");
    if (!text) return tl::unexpected(text.error());
    auto info = parseModelInfo({reinterpret_cast<const char*>(text->data()), text->size()});
    if (!info) return tl::unexpected(info.error());
    const auto data = loadModelFile(folder / "weights.safetensors");
    if (!data) return tl::unexpected(data.error());
    if (sha256Hex(*data) != info->weightsSha256)
        return fail(ErrorCode::Model, say("network.damaged"),
                    "weights.safetensors has another SHA-256 than model.json says");
    auto weights = parseSafetensors(*data);
    if (!weights) return tl::unexpected(weights.error());
    return ModelFolder{std::move(*info), std::move(*weights)};
}

} // namespace hemo::ml
