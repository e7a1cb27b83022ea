#pragma once

#include "core/task.h"

#include <cstddef>
#include <functional>

namespace hemo::imaging {

/// Which part of a whole job's progress a loop stands for.
struct Progress {
    Message stage;
    double from = 0, to = 1;
};

/// Calls work(0) .. work(count - 1), each once, on as many threads as it may use cores; the calling thread is
/// one of them and alone reports progress. Asks for a stop before every call. The first exception ends the
/// loop and is thrown again here. Returns false where it was stopped.
bool forEachIndex(std::size_t count, const TaskContext& context, Progress progress,
                  const std::function<void(std::size_t)>& work);

} // namespace hemo::imaging
