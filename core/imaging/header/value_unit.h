#pragma once

#include <string_view>

namespace hemo::imaging {

/// What the values of an image are.
enum class ValueUnit {
    Hounsfield, ///< said, or nothing is said of CT
    Unsaid,     ///< a word stands there that means nothing: "NONE"
    Other,
};

/// By RescaleType (PS3.3 C.11.1.1.2): its terms, and what writers put there for HU: "hu", "Hounsfield Units",
/// "HU\HU", "Houndsfield".
ValueUnit unitOfRescaleType(std::string_view rescaleType);

/// True for a reconstruction kernel whose values are no HU but scaled densities: Siemens' DirectDensity
/// (Sd36: relative electron density, Sm36: relative mass density).
bool isDensityKernel(std::string_view kernel, std::string_view manufacturer);

} // namespace hemo::imaging
