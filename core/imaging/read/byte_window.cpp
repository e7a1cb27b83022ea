#include "core/imaging/read/byte_window.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace hemo::imaging {
namespace {

constexpr std::size_t kWindow = 16 * 1024; // most CT headers fit

tl::unexpected<Error> cannotOpen(int code) {
    const std::string detail = std::generic_category().message(code);
    if (code == ENOENT) return fail(ErrorCode::NotFound, "A file is gone: open the folder again.", detail);
    if (code == EACCES || code == EPERM)
        return fail(ErrorCode::NoPermission, "You have no permission to read these files.", detail);
    return fail(ErrorCode::Damaged, "A file cannot be read from the disk.", detail);
}

} // namespace

Result<ByteWindow> ByteWindow::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return cannotOpen(errno);
    ByteWindow window(descriptor, 0); // closes it from here on
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return cannotOpen(errno);
    if (!S_ISREG(status.st_mode)) return cannotOpen(EISDIR);
    window.m_size = static_cast<std::uint64_t>(status.st_size);
    return window;
}

ByteWindow::ByteWindow(ByteWindow&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size),
      m_start(other.m_start),
      m_window(std::move(other.m_window)) {}

ByteWindow::~ByteWindow() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::span<const std::byte> ByteWindow::bytes(std::uint64_t offset, std::size_t count) {
    if (!holds(offset, count)) return {};
    if (offset < m_start || offset + count > m_start + m_window.size()) {
        const std::uint64_t wanted = std::max<std::uint64_t>(count, kWindow);
        m_window.resize(static_cast<std::size_t>(std::min(wanted, m_size - offset)));
        m_start = offset;
        if (!copyTo(offset, m_window)) {
            m_window.clear();
            return {};
        }
    }
    return std::span(m_window).subspan(static_cast<std::size_t>(offset - m_start), count);
}

bool ByteWindow::copyTo(std::uint64_t offset, std::span<std::byte> target) const {
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

} // namespace hemo::imaging
