#pragma once

#include "app/database_file.h"
#include "core/reading/reader_verdict.h"
#include "core/reading/review.h"

namespace hemo::ui {

/// What the reader said of a series and of its findings.
struct OwnReading {
    OwnVerdict verdict;
    Review review;
    bool operator==(const OwnReading&) const = default;
};

/// The reader's verdicts and decisions on the disk. A series is known by its voxels (`fingerprintOf`): no
/// name of a patient, no UID and no path stands in the file. Threads as DatabaseFile.
class VerdictFile {
public:
    explicit VerdictFile(const std::filesystem::path& folder);

    /// What cannot be understood stays in the file and is not given.
    OwnReading read(std::uint64_t series) const;
    /// Keeps what differs between the two. A first verdict that is there already stays, whoever comes with
    /// another one: it was committed before the answer was seen. False where nothing could be kept.
    bool keep(std::uint64_t series, const OwnReading& before, const OwnReading& after) const;

    const DatabaseFile& file() const { return m_file; }

private:
    DatabaseFile m_file;
};

} // namespace hemo::ui
