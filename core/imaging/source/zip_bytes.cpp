#include "core/imaging/source/zip_bytes.h"

#include "core/imaging/header/byte_window.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <zip.h>

namespace hemo::imaging {

struct ZipBytes::State {
    State(std::unique_ptr<ByteSource> bytes, const TaskContext& task)
        : window(std::move(bytes)), context(task) {
        zip_error_init(&error);
    }
    ~State() { zip_error_fini(&error); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    zip_int64_t failed(int code) {
        zip_error_set(&error, code, 0);
        return -1;
    }
    zip_int64_t read(void* target, std::uint64_t wanted);
    zip_int64_t seek(void* arguments, std::uint64_t size);
    zip_int64_t stat(void* target, std::uint64_t size) const;

    ByteWindow window;
    TaskContext context;
    std::uint64_t at = 0;
    zip_error_t error{};
};

zip_int64_t ZipBytes::State::read(void* target, std::uint64_t wanted) {
    constexpr std::uint64_t kSmall = 4096; // the directory comes in pieces of a few dozen bytes
    if (context.cancelled()) return failed(ZIP_ER_CANCELLED);
    const std::uint64_t count = std::min(wanted, window.size() - at);
    if (count <= kSmall) {
        const auto bytes = window.bytes(at, static_cast<std::size_t>(count));
        if (bytes.size() != count) return failed(ZIP_ER_READ);
        std::memcpy(target, bytes.data(), bytes.size());
    } else if (!window.copyTo(at, {static_cast<std::byte*>(target), static_cast<std::size_t>(count)})) {
        return failed(ZIP_ER_READ);
    }
    at += count;
    return static_cast<zip_int64_t>(count);
}

zip_int64_t ZipBytes::State::seek(void* arguments, std::uint64_t size) {
    const zip_int64_t to = zip_source_seek_compute_offset(at, window.size(), arguments, size, &error);
    if (to < 0) return -1;
    if (static_cast<std::uint64_t>(to) > window.size()) return failed(ZIP_ER_SEEK);
    at = static_cast<std::uint64_t>(to);
    return 0;
}

zip_int64_t ZipBytes::State::stat(void* target, std::uint64_t size) const {
    if (size < sizeof(zip_stat_t)) return -1;
    auto* answer = static_cast<zip_stat_t*>(target);
    zip_stat_init(answer);
    answer->valid = ZIP_STAT_SIZE;
    answer->size = window.size();
    return sizeof(zip_stat_t);
}

ZipBytes::ZipBytes(std::unique_ptr<ByteSource> bytes, const TaskContext& context)
    : m_state(std::make_unique<State>(std::move(bytes), context)) {}

ZipBytes::~ZipBytes() = default;

void ZipBytes::forgetContext() {
    m_state->context = TaskContext{};
}

zip_source* ZipBytes::makeSource() {
    // Called by C code, so nothing may be thrown through it.
    const zip_source_callback answer = [](void* data, void* buffer, zip_uint64_t size,
                                          zip_source_cmd_t command) noexcept -> zip_int64_t {
        auto& state = *static_cast<State*>(data);
        try {
            switch (command) {
            case ZIP_SOURCE_OPEN:
                state.at = 0;
                return 0;
            case ZIP_SOURCE_READ:
                return state.read(buffer, size);
            case ZIP_SOURCE_SEEK:
                return state.seek(buffer, size);
            case ZIP_SOURCE_TELL:
                return static_cast<zip_int64_t>(state.at);
            case ZIP_SOURCE_STAT:
                return state.stat(buffer, size);
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&state.error, buffer, size);
            case ZIP_SOURCE_SUPPORTS:
                return ZIP_SOURCE_SUPPORTS_SEEKABLE;
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_FREE:
                return 0;
            default:
                return state.failed(ZIP_ER_OPNOTSUPP);
            }
        } catch (const std::bad_alloc&) {
            return state.failed(ZIP_ER_MEMORY);
        }
    };
    zip_source_t* source = zip_source_function_create(answer, m_state.get(), nullptr);
    if (!source) throw std::bad_alloc();
    return source;
}

} // namespace hemo::imaging
