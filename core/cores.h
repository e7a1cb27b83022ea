#pragma once

namespace hemo {

/// The cores that this process may use: its affinity may hold fewer than the machine has. A quota of their
/// time is not asked for.
int coresAllowed();

} // namespace hemo
