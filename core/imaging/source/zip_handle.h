#pragma once

#include "core/imaging/header/byte_source.h"
#include "core/task.h"

#include <mutex>
#include <string>

struct zip;      // libzip's
struct zip_file; // libzip's

namespace hemo::imaging {

class ZipBytes;

/// One entry of an archive's directory, as it stands there.
struct ZipEntry {
    enum class Method { Stored, Deflated, Other };
    std::string name; ///< as UTF-8
    std::uint64_t index = 0, size = 0, compressedSize = 0;
    std::uint32_t checksum = 0;
    Method method = Method::Stored;
    bool isEncrypted = false;
};

/// libzip's archive, which two threads must not use at once: all that it does is done under one lock here.
class ZipHandle {
public:
    /// Reads the directory. Fails: Damaged, Unsupported (split over several files), OutOfMemory, Cancelled.
    static Result<std::shared_ptr<ZipHandle>> open(std::unique_ptr<ByteSource> bytes,
                                                   const TaskContext& context);
    ~ZipHandle();
    ZipHandle(const ZipHandle&) = delete;
    ZipHandle& operator=(const ZipHandle&) = delete;

    std::uint64_t size() const { return m_size; }
    /// In the directory's order. Fails: Damaged, Cancelled.
    Result<std::vector<ZipEntry>> entries(const TaskContext& context);

private:
    friend class PackedBytes;
    ZipHandle(std::unique_ptr<ByteSource> bytes, const TaskContext& context);

    const std::uint64_t m_size;
    std::mutex m_mutex;
    std::unique_ptr<ZipBytes> m_bytes; // guarded by m_mutex
    zip* m_archive = nullptr;          // guarded by m_mutex
};

/// The bytes of one entry as they stand in the archive, compressed or not. One thread.
class PackedBytes {
public:
    PackedBytes(std::shared_ptr<ZipHandle> handle, const ZipEntry& entry);
    ~PackedBytes();
    PackedBytes(const PackedBytes&) = delete;
    PackedBytes& operator=(const PackedBytes&) = delete;

    bool isOpen() const { return m_file != nullptr; }
    std::uint64_t left() const { return m_size - m_at; }
    /// The next ones. False where the archive does not give all of them.
    bool read(std::span<std::byte> target);
    bool seek(std::uint64_t to);

private:
    std::shared_ptr<ZipHandle> m_handle;
    zip_file* m_file = nullptr; // guarded by m_handle->m_mutex
    std::uint64_t m_size = 0, m_at = 0;
};

} // namespace hemo::imaging
