#pragma once

#include "core/imaging/header/byte_source.h"

namespace hemo::imaging {

/// Bytes of a source by their place, read in windows and never past its end: whatever lengths a damaged
/// header claims, no more memory is taken than the caller asks for. One thread.
class ByteWindow {
public:
    explicit ByteWindow(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source)), m_size(m_source->size()) {}
    /// A file on the disk. Fails: NotFound, NoPermission, Damaged (the disk does not give it).
    static Result<ByteWindow> open(const std::filesystem::path& file);

    std::uint64_t size() const { return m_size; }
    /// True where all of [offset, offset + count) lies in the source.
    bool holds(std::uint64_t offset, std::uint64_t count) const {
        return offset <= m_size && count <= m_size - offset;
    }
    /// `count` bytes at `offset`, valid until the next call. Empty where the source ends before or cannot be
    /// read.
    std::span<const std::byte> bytes(std::uint64_t offset, std::size_t count);
    /// Fills `target` from `offset` without keeping anything. False where the source ends before.
    bool copyTo(std::uint64_t offset, std::span<std::byte> target) { return m_source->read(offset, target); }

private:
    std::unique_ptr<ByteSource> m_source;
    std::uint64_t m_size = 0;
    std::uint64_t m_start = 0;
    std::vector<std::byte> m_window;
};

} // namespace hemo::imaging
