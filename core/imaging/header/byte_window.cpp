#include "core/imaging/header/byte_window.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr std::size_t kWindow = std::size_t{16} * 1024; // most CT headers fit

} // namespace

Result<ByteWindow> ByteWindow::open(const std::filesystem::path& file) {
    auto source = openFile(file);
    if (!source) return tl::unexpected(source.error());
    return ByteWindow(std::move(*source));
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

} // namespace hemo::imaging
