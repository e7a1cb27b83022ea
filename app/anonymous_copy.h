#pragma once

#include "core/imaging/write/write_series.h"

#include <string>

namespace hemo::ui {

/// What a copy of a patient's series says of itself: nothing that leads back to whom it was made of. `name`
/// and `id` stand in the place of the patient's.
imaging::SeriesTags anonymousTags(std::string name, std::string id, std::string description);

/// A UID that nothing was derived from: a copy's others are derived from it. Any thread.
std::string freshUid();
/// Twelve letters and figures for a folder's name. Any thread.
std::string freshName();

} // namespace hemo::ui
