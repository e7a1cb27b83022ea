#pragma once

namespace hemo::ml {

/// The cores that this process may use: its affinity may hold fewer than the machine has. A quota of their
/// time is not asked for.
int coresAllowed();
/// How many threads LibTorch computes with; call before the first network is loaded.
void useThreads(int threads);
/// The same; 0: as many as there are cores to use.
void useThreadsOrAll(int threads);
/// The same; all cores but one, which is left to the window and whatever else runs. On two cores that is the
/// faster way, too.
void useThreadsButOne();
int threadsInUse();

/// Starts the program again with OMP_WAIT_POLICY=passive where that is not set. libgomp reads its settings
/// when the program is loaded, so they must be there before: an active wait beside a renderer makes inference
/// five times slower. The first thing in main; where it fails the program goes on, only slower.
void restartWithPassiveWaiting(char** argv);

} // namespace hemo::ml
