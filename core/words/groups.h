#pragma once

#include "core/words/catalogue.h"

#include <span>

/// The groups of the catalogue, a file each. A sentence stands with those of the room that says it.
namespace hemo::words {

extern const std::span<const Sentence> kWords, kReader, kState, kStacks, kSeries, kFiles, kVolumeFiles,
    kTraining, kPrograms, kCases;

} // namespace hemo::words
