#pragma once

#include <functional>

namespace hemo::ml {

/// How many threads LibTorch computes with; call before the first network is loaded.
void useThreads(int threads);
/// The same; 0: as many as there are cores to use.
void useThreadsOrAll(int threads);
/// How many slices to read side by side, with one thread each: as many as there are cores to use, and no more
/// than take little memory.
int coresToReadOn();
int threadsInUse();
/// Runs this on one of LibTorch's own threads, for inference alone.
void inferBeside(std::function<void()> work);
/// From now on the calling thread computes by itself alone, whatever all others do.
void computeOnOneCore();

/// Starts the program again where OpenBLAS has chosen kernels that are far too old and nobody has told it of
/// the processor (`blas.h`). That LibTorch is loaded twice takes 0.4 s: for programs that compute many matrix
/// products, as training and the paper's network do, before they begin. Where it fails the program goes on,
/// only slower.
void restartForBetterBlas(char** argv);

} // namespace hemo::ml
