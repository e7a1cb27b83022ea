#pragma once

#include <string>
#include <string_view>

namespace hemo {

/// A UID under 2.25 (PS3.5 B.2) that depends on nothing but its arguments, on every machine: `from` is
/// another UID, or what tells a series without one from all others.
std::string deriveUid(std::string_view from, std::string_view role);

/// Digits and dots, no empty or zero-led part, at most 64 letters (PS3.5 9.1).
bool isValidUid(std::string_view uid);

} // namespace hemo
