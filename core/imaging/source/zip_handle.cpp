#include "core/imaging/source/zip_handle.h"

#include "core/imaging/source/zip_bytes.h"

#include <algorithm>
#include <cstdio>
#include <zip.h>

namespace hemo::imaging {
namespace {

tl::unexpected<Error> cannotOpen(int code) {
    const std::string detail = "libzip error " + std::to_string(code);
    if (code == ZIP_ER_CANCELLED) return cancelled();
    if (code == ZIP_ER_MEMORY) return fail(ErrorCode::OutOfMemory, say("memory.archive"), detail);
    if (code == ZIP_ER_MULTIDISK) return fail(ErrorCode::Unsupported, say("archive.split"), detail);
    return fail(ErrorCode::Damaged, say("archive.damaged"), detail);
}

ZipEntry::Method methodOf(const zip_stat_t& stat) {
    if (stat.comp_method == ZIP_CM_STORE) return ZipEntry::Method::Stored;
    return stat.comp_method == ZIP_CM_DEFLATE ? ZipEntry::Method::Deflated : ZipEntry::Method::Other;
}

} // namespace

ZipHandle::ZipHandle(std::unique_ptr<ByteSource> bytes, const TaskContext& context)
    : m_size(bytes->size()), m_bytes(std::make_unique<ZipBytes>(std::move(bytes), context)) {}

ZipHandle::~ZipHandle() {
    if (m_archive) zip_discard(m_archive);
}

Result<std::shared_ptr<ZipHandle>> ZipHandle::open(std::unique_ptr<ByteSource> bytes,
                                                   const TaskContext& context) {
    const std::shared_ptr<ZipHandle> handle(new ZipHandle(std::move(bytes), context));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = handle->m_bytes->makeSource();
    handle->m_archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (!handle->m_archive) {
        zip_source_free(source);
        return cannotOpen(code);
    }
    handle->m_bytes->forgetContext();
    return handle;
}

Result<std::vector<ZipEntry>> ZipHandle::entries(const TaskContext& context) {
    const std::lock_guard lock(m_mutex);
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    std::vector<ZipEntry> all;
    all.reserve(static_cast<std::size_t>(std::max<zip_int64_t>(count, 0)));
    for (zip_int64_t i = 0; i < count; ++i) {
        if (context.cancelled()) return cancelled();
        zip_stat_t stat;
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(m_archive, index, 0, &stat) != 0 || !stat.name) return cannotOpen(ZIP_ER_INCONS);
        all.push_back({stat.name, index, stat.size, stat.comp_size, stat.crc, methodOf(stat),
                       stat.encryption_method != ZIP_EM_NONE});
    }
    return all;
}

PackedBytes::PackedBytes(std::shared_ptr<ZipHandle> handle, const ZipEntry& entry)
    : m_handle(std::move(handle)), m_size(entry.compressedSize) {
    const std::lock_guard lock(m_handle->m_mutex);
    m_file = zip_fopen_index(m_handle->m_archive, entry.index, ZIP_FL_COMPRESSED);
}

PackedBytes::~PackedBytes() {
    const std::lock_guard lock(m_handle->m_mutex);
    if (m_file) zip_fclose(m_file);
}

bool PackedBytes::read(std::span<std::byte> target) {
    constexpr std::size_t kAtATime = 1 << 20; // other threads wait for the lock
    while (!target.empty()) {
        const std::lock_guard lock(m_handle->m_mutex);
        const auto piece = target.first(std::min(target.size(), kAtATime));
        const zip_int64_t n = zip_fread(m_file, piece.data(), piece.size());
        if (n <= 0) return false;
        target = target.subspan(static_cast<std::size_t>(n));
        m_at += static_cast<std::uint64_t>(n);
    }
    return true;
}

bool PackedBytes::seek(std::uint64_t to) {
    if (to == m_at) return true;
    const std::lock_guard lock(m_handle->m_mutex);
    if (zip_fseek(m_file, static_cast<zip_int64_t>(to), SEEK_SET) != 0) return false;
    m_at = to;
    return true;
}

} // namespace hemo::imaging
