#pragma once

namespace hemo::imaging {

/// What ITK would print becomes a line of the log that says only that there was something: it names paths.
/// Any thread; once is enough.
void sendItkMessagesToLog();

} // namespace hemo::imaging
