#pragma once

namespace hemo::render {

/// Sends what VTK would print to the log instead. Call before using VTK; any number of times, any thread.
void sendVtkMessagesToLog();

} // namespace hemo::render
