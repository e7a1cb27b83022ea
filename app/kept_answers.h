#pragma once

#include "core/classify/wire/worker_messages.h"

#include <filesystem>
#include <string>

namespace hemo::ui {

/// Whole answers of the second reader on the disk, so that a scan that is opened again is not read again. A
/// cache: what is damaged or too much is dropped without a word. Files are the worker's own messages; only
/// their user can read them, and their names are hashes. Any thread but the GUI's: reads and writes files.
class KeptAnswers {
public:
    explicit KeptAnswers(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// All that an answer follows from: the voxels (by `fingerprintOf`), what is said of them, the model, and
    /// the program that reads. Another of any of them is another name.
    static std::string nameOf(const ClassifyRequest& request, std::uint64_t fingerprint,
                              const std::filesystem::path& modelFolder, const std::filesystem::path& worker);

    /// Null where there is none for this volume.
    PredictionPtr read(const std::string& name, const Grid& volumeGrid) const;
    void keep(const std::string& name, const Prediction& prediction) const;

private:
    std::filesystem::path fileOf(const std::string& name) const { return m_folder / (name + ".answer"); }
    void dropOldest() const;

    std::filesystem::path m_folder;
};

} // namespace hemo::ui
