#include "tests/unit/ml/made_model.h"

#include "ml/reader/network/module_weights.h"
#include "ml/training/learn/write_model.h"
#include "tests/unit/ml/made_network.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace hemo::test {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hemoscope-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void writeRandomModel(const std::filesystem::path& folder, int inputSize) {
    const ml::EfficientDet network = makeLivelyNetwork({1, 16});
    ml::TrainedModel model;
    model.info.id = "random";
    model.info.architecture = "efficientdet-lite0";
    model.info.terms = "For tests.";
    model.info.inputSize = inputSize;
    model.info.bifpnCells = 1;
    model.info.bifpnChannels = 16;
    model.weights = ml::weightsOf(*network, ml::WeightType::Half);
    ml::TrainOptions options;
    options.modelFolder = folder;
    if (!ml::writeModel(model, options)) throw std::runtime_error("no model folder");
}

void writeRandomTrunk(const std::filesystem::path& file) {
    const ml::EfficientDet network = makeLivelyNetwork({1, 16});
    const auto data = ml::toSafetensors(publishedTrunk(network->trunk));
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data.data()), static_cast<std::streamsize>(data.size()));
}

VolumePtr makeMarkedVolume(const Grid& grid, PatientPoint mark, double markRadiusMm) {
    std::vector<std::int16_t> voxels(grid.voxelCount());
    const PatientPoint centre = grid.centre();
    std::size_t at = 0;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const bool isHead = std::hypot((p.x - centre.x) / 70, (p.y - centre.y) / 85) < 1;
                const bool isMark = length(p - mark) < markRadiusMm;
                voxels[at++] = isMark ? 75 : isHead ? 30 : -1000;
            }
    return std::make_shared<const Volume>(grid, std::move(voxels), "1.2.3");
}

} // namespace hemo::test
