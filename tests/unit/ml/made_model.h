#pragma once

#include <filesystem>

namespace hemo::test {

/// Writes a model folder whose network has random weights (always the same ones).
void writeRandomModel(const std::filesystem::path& folder, int inputSize);

/// A file such as the published trunk's, with random weights.
void writeRandomTrunk(const std::filesystem::path& file);

} // namespace hemo::test
