#pragma once

#include "core/study/series_info.h"

#include <string_view>

namespace hemo {

/// Whether a file's name holds a part of the patient's name or ID, so that no sentence may name the file.
/// Parts of three letters or more count, without regard to case.
bool holdsPatient(std::string_view fileName, const SeriesInfo& series);

} // namespace hemo
