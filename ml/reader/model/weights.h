#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace hemo::ml {

/// How numbers are stored: "F16" and "F32" of the safetensors format.
enum class WeightType { Half, Float };

constexpr std::size_t bytesOf(WeightType type) {
    return type == WeightType::Half ? 2 : 4;
}

/// One tensor of a network: contiguous, little-endian, first dimension slowest.
struct WeightTensor {
    std::string name;
    WeightType type = WeightType::Float;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
    bool operator==(const WeightTensor&) const = default;
};

/// The safetensors format: 8 bytes little-endian length of a JSON header, the header, raw numbers. No code,
/// no pickle. Every offset, shape and length is checked before it is used. Fails: Model, with what is wrong
/// in `detail`.
Result<std::vector<WeightTensor>> parseSafetensors(std::span<const std::byte> data);
std::vector<std::byte> toSafetensors(const std::vector<WeightTensor>& tensors);

/// The whole file. Fails: Model where it is missing or cannot be read.
Result<std::vector<std::byte>> loadModelFile(const std::filesystem::path& file);

} // namespace hemo::ml
