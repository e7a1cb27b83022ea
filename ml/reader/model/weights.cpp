#include "ml/reader/model/weights.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>

namespace hemo::ml {
namespace {

using nlohmann::json;

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 16u << 20;
constexpr std::int64_t kMaxDimension = std::int64_t(1) << 32;

auto damaged(std::string detail) {
    return fail(ErrorCode::Model, say("network.damaged"), "safetensors: " + std::move(detail));
}

/// Bytes a tensor of this shape takes; nothing where that is more than there can be.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t>& shape, WeightType type,
                                       std::uint64_t most) {
    std::uint64_t count = bytesOf(type);
    for (const std::int64_t size : shape) {
        if (size < 0 || size > kMaxDimension) return std::nullopt;
        if (size > 0 && count > most / static_cast<std::uint64_t>(size)) return std::nullopt;
        count *= static_cast<std::uint64_t>(size);
    }
    return count;
}

Result<WeightTensor> readTensor(const std::string& name, const json& entry, std::span<const std::byte> raw) {
    WeightTensor tensor;
    tensor.name = name;
    const auto type = entry.at("dtype").get<std::string>();
    if (type != "F16" && type != "F32") return damaged(name + " has the type " + type);
    tensor.type = type == "F16" ? WeightType::Half : WeightType::Float;
    tensor.shape = entry.at("shape").get<std::vector<std::int64_t>>();
    const json& offsets = entry.at("data_offsets");
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned())
        return damaged(name + " has no valid data_offsets");
    const auto first = offsets[0].get<std::uint64_t>(), last = offsets[1].get<std::uint64_t>();
    if (first > last || last > raw.size()) return damaged(name + " lies outside the file");
    if (byteCount(tensor.shape, tensor.type, raw.size()) != last - first)
        return damaged(name + " has another size than its shape");
    const auto part = raw.subspan(first, last - first);
    tensor.bytes.assign(part.begin(), part.end());
    return tensor;
}

} // namespace

Result<std::vector<WeightTensor>> parseSafetensors(std::span<const std::byte> data) {
    if (data.size() < kLengthBytes) return damaged("shorter than its first field");
    std::uint64_t headerBytes = 0;
    for (std::size_t b = 0; b < kLengthBytes; ++b)
        headerBytes |= std::to_integer<std::uint64_t>(data[b]) << (8 * b);
    if (headerBytes > kMaxHeaderBytes || headerBytes > data.size() - kLengthBytes)
        return damaged("the header is longer than the file");
    const auto* text = reinterpret_cast<const char*>(data.data()) + kLengthBytes;
    const json header = json::parse(text, text + headerBytes, nullptr, false);
    if (!header.is_object()) return damaged("the header is not JSON");
    const auto raw = data.subspan(kLengthBytes + headerBytes);
    std::vector<WeightTensor> tensors;
    try {
        for (const auto& [name, entry] : header.items()) {
            if (name == "__metadata__") continue;
            auto tensor = readTensor(name, entry, raw);
            if (!tensor) return tl::unexpected(tensor.error());
            tensors.push_back(std::move(*tensor));
        }
    } catch (const json::exception& e) {
        return damaged(e.what());
    }
    return tensors;
}

std::vector<std::byte> toSafetensors(const std::vector<WeightTensor>& tensors) {
    json header = json::object();
    std::uint64_t at = 0;
    for (const WeightTensor& t : tensors) {
        header[t.name] = {{"dtype", t.type == WeightType::Half ? "F16" : "F32"},
                          {"shape", t.shape},
                          {"data_offsets", {at, at + t.bytes.size()}}};
        at += t.bytes.size();
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the numbers are aligned
    std::vector<std::byte> out(kLengthBytes + text.size());
    for (std::size_t b = 0; b < kLengthBytes; ++b)
        out[b] = static_cast<std::byte>(std::uint64_t(text.size()) >> (8 * b));
    std::memcpy(out.data() + kLengthBytes, text.data(), text.size());
    out.reserve(out.size() + at);
    for (const WeightTensor& t : tensors)
        out.insert(out.end(), t.bytes.begin(), t.bytes.end());
    return out;
}

Result<std::vector<std::byte>> loadModelFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const auto size = in ? static_cast<std::streamoff>(in.tellg()) : -1;
    std::vector<std::byte> data(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)));
    in.seekg(0);
    in.read(reinterpret_cast<char*>(data.data()), static_cast<std::streamsize>(data.size()));
    if (size < 0 || !in)
        return fail(ErrorCode::Model, say("network.missing"), file.filename().string() + " cannot be read");
    return data;
}

} // namespace hemo::ml
