#include "core/imaging/source/opened_archives.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr std::size_t kMostOpen = 16; // a folder may hold thousands of archives, a process few descriptors

Result<std::shared_ptr<const ZipArchive>> openArchive(const std::filesystem::path& file,
                                                      const TaskContext& context) {
    auto bytes = openFile(file);
    if (!bytes) return tl::unexpected(bytes.error());
    return ZipArchive::open(std::move(*bytes), context);
}

} // namespace

/// Threads that want an archive which is being opened wait for it: reading its directory twice is no faster.
Result<std::shared_ptr<const ZipArchive>> OpenedArchives::archive(const std::filesystem::path& file,
                                                                  const TaskContext& context) {
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known& k) { return k.file == file; });
    if (known != m_known.end()) {
        m_known.splice(m_known.begin(), m_known, known);
        return known->archive;
    }
    auto opened = openArchive(file, context);
    if (!opened && opened.error().code == ErrorCode::Cancelled) return opened;
    m_known.push_front({file, opened});
    if (m_known.size() > kMostOpen) m_known.pop_back(); // sources that still read from it keep it open
    return opened;
}

} // namespace hemo::imaging
