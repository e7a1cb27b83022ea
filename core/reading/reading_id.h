#pragma once

namespace hemo {

/// Names a reading for as long as the program runs; never given twice. None: 0.
enum class ReadingId : int { None = 0 };

} // namespace hemo
