#pragma once

#include "core/image/volume.h"

#include <filesystem>
#include <string>

namespace hemo::test {

/// A folder of its own below the system's temporary one, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Writes a model folder whose network has random weights (always the same ones).
void writeRandomModel(const std::filesystem::path& folder, int inputSize);

/// A file such as the published trunk's, with random weights.
void writeRandomTrunk(const std::filesystem::path& file);

/// A block of tissue (30 HU) in air with a bright mark (75 HU), odd in size, spacing and place.
VolumePtr makeMarkedVolume(const Grid& grid, PatientPoint mark, double markRadiusMm);

} // namespace hemo::test
