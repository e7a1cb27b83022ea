#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace hemo::imaging {

/// Bytes by their place, wherever they come from. One thread.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    /// Fills all of `target` from `offset`. False where the bytes end before or cannot be had.
    virtual bool read(std::uint64_t offset, std::span<std::byte> target) = 0;
};

/// A file on the disk. Fails: NotFound, NoPermission, Damaged (the disk does not give it).
Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file);

std::unique_ptr<ByteSource> fromMemory(std::vector<std::byte> bytes);

} // namespace hemo::imaging
