#pragma once

#include "core/classify/dense_blood.h"

namespace hemo {

/// Whether an outline ends where its blood does, as far as the scan shows. Not where what is as dense goes on
/// too thin to be followed, or behind a break, in the same slices or in the next; nor beside slices that are
/// missing; nor where suspicious slices hold none of it.
/// `volumeMl`: the outline's.
bool endsWithItsBlood(const DenseBlood& blood, double volumeMl, const Volume& volume, int boneFrom);

} // namespace hemo
