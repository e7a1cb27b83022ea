#pragma once

#include "core/classify/verdict/model_info.h"

namespace hemo {

/// Between as many deviations on either side lie 95 % of a normal distribution.
inline constexpr double kNormal95 = 1.959964;

/// Wilson's interval (1927) of `hits` of `cases`. cases > 0.
Estimate wilson(double hits, double cases);

} // namespace hemo
