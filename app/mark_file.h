#pragma once

#include "app/database_file.h"
#include "core/marks/mark.h"

namespace hemo::ui {

/// Every reader's marks on the disk. A series is known by its voxels (`fingerprintOf`): no name of a patient,
/// no UID and no path stands in the file. Each mark is an entry by itself, so that two windows at one series
/// lose nothing of each other. Threads as DatabaseFile.
class MarkFile {
public:
    explicit MarkFile(const std::filesystem::path& folder);

    /// In the order in which they were kept; what cannot be understood stays in the file.
    Marks read(std::uint64_t series) const;
    /// Keeps what differs between the two. False where that was not possible.
    bool keep(std::uint64_t series, const Marks& before, const Marks& after) const;

    const DatabaseFile& file() const { return m_file; }

private:
    DatabaseFile m_file;
};

} // namespace hemo::ui
