#pragma once

#include "core/study/series_info.h"

namespace hemo {

/// The value of ImageType (PS3.3 C.7.6.1.1.2, values that are the maker's own) by which a series says that
/// something was drawn into its images.
inline constexpr auto kSimulatedImageType = "DERIVED\\PRIMARY\\AXIAL\\SIMULATED";

/// Something was drawn into it that no scanner saw. It says so wherever it is shown, and counts for nothing.
bool isSimulated(const SeriesInfo& series);

} // namespace hemo
