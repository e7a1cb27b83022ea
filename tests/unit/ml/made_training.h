#pragma once

#include "ml/training/learn/trainer.h"
#include "tests/unit/ml/made_model.h"
#include "tests/unit/ml/made_pictures.h"

namespace hemo::test {

/// The shortest training run there is: made sets and a random trunk, both written into `folder`; one epoch of
/// one thread, nothing drawn into heads.
inline ml::TrainOptions makeTraining(const std::filesystem::path& folder) {
    writeMadeSets(folder);
    writeRandomTrunk(folder / "trunk.safetensors");
    ml::TrainOptions options;
    options.dataFolder = folder;
    options.trunkFile = folder / "trunk.safetensors";
    options.modelFolder = folder / "model";
    options.epochs = 1;
    options.size = kMadePictureSize;
    options.threads = 1;
    options.drawn = {0, 0};
    return options;
}

} // namespace hemo::test
