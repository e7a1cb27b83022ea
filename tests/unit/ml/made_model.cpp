#include "tests/unit/ml/made_model.h"

#include "ml/reader/network/module_weights.h"
#include "ml/training/learn/write_model.h"
#include "tests/unit/ml/made_network.h"

#include <fstream>
#include <stdexcept>

namespace hemo::test {

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

} // namespace hemo::test
