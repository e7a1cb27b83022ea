#pragma once

#include "core/anatomy/skull.h"

namespace hemo {

/// How many gaps the skull has in one axial slice that are as wide as an infant's sutures and fontanelles. An
/// adult's have grown together, and where a bone flap was taken out there is one wide gap. 0 below the vault,
/// where the skull is no ring.
int openSutures(const BonySlice& bony);

/// Three and more in one slice: an infant's coronal and lambdoid sutures are two each.
bool isInfantsVault(const BonySlice& bony);

} // namespace hemo
