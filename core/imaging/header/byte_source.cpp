#include "core/imaging/header/byte_source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace hemo::imaging {
namespace {

tl::unexpected<Error> cannotOpen(int code) {
    const std::string detail = std::generic_category().message(code);
    if (code == ENOENT) return fail(ErrorCode::NotFound, say("file.gone"), detail);
    if (code == EACCES || code == EPERM)
        return fail(ErrorCode::NoPermission, say("file.no_permission"), detail);
    return fail(ErrorCode::Damaged, say("file.disk"), detail);
}

class FileSource : public ByteSource {
public:
    explicit FileSource(int descriptor) : m_descriptor(descriptor) {}
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override { ::close(m_descriptor); }

    /// What went wrong, or 0.
    int measure() {
        struct stat status {};
        if (::fstat(m_descriptor, &status) != 0) return errno;
        if (!S_ISREG(status.st_mode)) return EISDIR;
        m_size = static_cast<std::uint64_t>(status.st_size);
        return 0;
    }

    std::uint64_t size() const override { return m_size; }

    bool read(std::uint64_t offset, std::span<std::byte> target) override {
        std::size_t done = 0;
        while (done < target.size()) {
            const ssize_t n = ::pread(m_descriptor, target.data() + done, target.size() - done,
                                      static_cast<off_t>(offset + done));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            done += static_cast<std::size_t>(n);
        }
        return true;
    }

private:
    int m_descriptor;
    std::uint64_t m_size = 0;
};

class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::vector<std::byte> bytes) : m_bytes(std::move(bytes)) {}

    std::uint64_t size() const override { return m_bytes.size(); }

    bool read(std::uint64_t offset, std::span<std::byte> target) override {
        if (offset > m_bytes.size() || target.size() > m_bytes.size() - offset) return false;
        if (!target.empty()) std::memcpy(target.data(), m_bytes.data() + offset, target.size());
        return true;
    }

private:
    std::vector<std::byte> m_bytes;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file) {
    // Without O_NONBLOCK a pipe that took the file's place would wait for ever.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return cannotOpen(errno);
    auto source = std::make_unique<FileSource>(descriptor);
    if (const int code = source->measure()) return cannotOpen(code);
    return source;
}

std::unique_ptr<ByteSource> fromMemory(std::vector<std::byte> bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

} // namespace hemo::imaging
