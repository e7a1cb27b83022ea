#pragma once

namespace hemo::ml {

/// How many threads LibTorch computes with; call before the first network is loaded.
void useThreads(int threads);
/// The same; 0: as many as there are cores to use.
void useThreadsOrAll(int threads);
/// The same; all cores but one, which is left to the window and whatever else runs. On two cores that is the
/// faster way, too.
void useThreadsButOne();
int threadsInUse();

/// Starts the program again where nobody told libgomp to wait passively (OMP_WAIT_POLICY), which it reads
/// when it is loaded: an active wait beside a renderer makes inference five times slower. Then OpenBLAS is
/// told of the processor too (`blas.h`), but not for that alone: LibTorch is loaded twice, which takes 0.4 s,
/// and the default network has hardly any matrix products. What is set stays. The first thing in main; where
/// it fails the program goes on, only slower.
void restartWithSettings(char** argv);

} // namespace hemo::ml
