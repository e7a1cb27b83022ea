#pragma once

#include "app/database_file.h"
#include "core/reading_log/log_entry.h"
#include "core/reading_log/truth_table.h"

#include <vector>

namespace hemo::ui {

/// The reading log on the disk: who read what, how, and what both said. Studies, series and readers are
/// hashes with a salt that never leaves this file, so that it names nobody and two stations' logs cannot be
/// joined by them; unless the readers of a study have agreed on a word that makes the salt. Threads as
/// DatabaseFile.
class LogBook {
public:
    explicit LogBook(const std::filesystem::path& folder);

    /// What is put in: the ids in the clear become hashes here.
    struct Line {
        std::string studyInstanceUid, readerName;
        std::uint64_t fingerprint = 0; ///< of the voxels: one line a series
        LogEntry entry;                ///< its hashes are filled in
    };
    /// A new line, or the series' own one: what it knew and the new one does not stays. False where it could
    /// not be kept.
    bool put(const Line& line) const;
    /// Whether there was a bleed in studies that were read or will be. False where it could not be kept.
    bool putTruth(const std::vector<StudyTruth>& truth) const;
    /// In the order in which they were begun, with the truth where it is known.
    std::vector<LogEntry> read() const;
    enum class Begun { Done, NotEmpty, NotKept };
    /// From now on the word makes the pseudonyms, the same wherever it was typed, and the reader is known by
    /// the sign. Truth that was known before is gone. Only where nothing was read.
    Begun beginStudy(const std::string& word, const std::string& sign) const;
    /// Which study it belongs to (SharedLog); empty: none that is shared.
    std::string sharedStudy() const;
    /// All lines, the truth, the study and the salt are gone; false where that was not possible.
    bool clear() const;

    const DatabaseFile& file() const { return m_file; }

private:
    DatabaseFile m_file;
};

} // namespace hemo::ui
