#pragma once

#include "core/classify/findings/blood_beyond.h"
#include "core/classify/findings/dense_blood.h"

#include <span>

namespace hemo {

/// Whether an outline ends where its blood does, as far as the scan shows. Not where more than a tenth goes
/// on too thin to be followed; where what is as thick as a clot lies behind a thin part or a break of up to
/// 12 mm; where it goes on in the slice after its last; beside slices that are missing or a break of the
/// skull; nor where suspicious slices more than 12 mm away hold none of it. `beyond`: what of the outline
/// lies in other slices; `volumeMl`: the outline's. False where cancelled.
bool endsWithItsBlood(const DenseBlood& blood, std::span<const SliceOfBlood> beyond, double volumeMl,
                      const Volume& volume, int boneFrom, const TaskContext& context);

} // namespace hemo
