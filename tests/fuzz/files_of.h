#pragma once

#include "tests/fuzz/targets.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::fuzz {

/// The files in one input, at most `most` of them.
std::vector<Bytes> partsOf(Bytes input, std::size_t most);

/// A folder among the temporary files that a target fills again and again; gone at its end. run.sh puts those
/// into memory.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path write(const std::string& name, Bytes bytes) const;
    void clear() const;

private:
    std::filesystem::path m_path;
};

/// Everything that the program does with what a user opens: scan, a thumbnail of each series, load each.
void openWhole(const std::filesystem::path& path);

} // namespace hemo::fuzz
