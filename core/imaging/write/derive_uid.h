#pragma once

#include <string>
#include <string_view>

namespace hemo::imaging {

/// A UID under 2.25 (PS3.5 B.2) that depends on nothing but its arguments: the same series and role always
/// give the same one.
std::string deriveUid(std::string_view seriesUid, std::string_view role);

/// Digits and dots, no empty or zero-led part, at most 64 letters (PS3.5 9.1).
bool isValidUid(std::string_view uid);

} // namespace hemo::imaging
