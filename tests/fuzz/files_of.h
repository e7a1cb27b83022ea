#pragma once

#include "tests/fuzz/targets.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::fuzz {

/// The files in one input, at most `most` of them.
std::vector<Bytes> partsOf(Bytes input, std::size_t most);

/// A folder in memory (/dev/shm, else the usual place for temporary files) that this process fills again and
/// again; gone at its end.
class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path write(const std::string& name, Bytes bytes) const;
    void clear() const;

private:
    std::filesystem::path m_path;
};

/// Everything that the program does with what a user opens: scan, a thumbnail of each series, load each.
void openWhole(const std::filesystem::path& path);

} // namespace hemo::fuzz
