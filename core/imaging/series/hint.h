#pragma once

namespace hemo::imaging {

/// What a series says of itself: yes, no, or nothing.
enum class Hint { Unsaid, Yes, No };

} // namespace hemo::imaging
