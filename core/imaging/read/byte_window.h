#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace hemo::imaging {

/// Bytes of a file by their place, read in windows and never past the file's end: whatever lengths a damaged
/// header claims, no more memory is taken than the caller asks for. One thread.
class ByteWindow {
public:
    /// Fails: NotFound, NoPermission, Damaged (the disk does not give it).
    static Result<ByteWindow> open(const std::filesystem::path& file);

    ByteWindow(ByteWindow&& other) noexcept;
    ByteWindow(const ByteWindow&) = delete;
    ByteWindow& operator=(const ByteWindow&) = delete;
    ByteWindow& operator=(ByteWindow&&) = delete;
    ~ByteWindow();

    std::uint64_t size() const { return m_size; }
    /// True where all of [offset, offset + count) lies in the file.
    bool holds(std::uint64_t offset, std::uint64_t count) const {
        return offset <= m_size && count <= m_size - offset;
    }
    /// `count` bytes at `offset`, valid until the next call. Empty where the file ends before or cannot be
    /// read.
    std::span<const std::byte> bytes(std::uint64_t offset, std::size_t count);
    /// Fills `target` from `offset` without keeping anything. False where the file ends before.
    bool copyTo(std::uint64_t offset, std::span<std::byte> target) const;

private:
    ByteWindow(int descriptor, std::uint64_t size) : m_descriptor(descriptor), m_size(size) {}

    int m_descriptor = -1;
    std::uint64_t m_size = 0;
    std::uint64_t m_start = 0;
    std::vector<std::byte> m_window;
};

} // namespace hemo::imaging
