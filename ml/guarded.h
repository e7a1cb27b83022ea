#pragma once

#include "core/result.h"

#include <torch/torch.h>

#include <new>
#include <string>
#include <utility>

namespace hemo::ml {

/// What an exception of LibTorch means to the user. Its message has a stack trace: only the first line is
/// kept.
inline Error errorOf(const std::exception& e) {
    const std::string text = e.what();
    const std::string line = text.substr(0, text.find('\n'));
    const bool isMemory = dynamic_cast<const std::bad_alloc*>(&e) != nullptr ||
                          text.find("out of memory") != std::string::npos ||
                          text.find("not enough memory") != std::string::npos;
    if (isMemory) return {ErrorCode::OutOfMemory, say("memory.reader"), line};
    return {ErrorCode::Model, say("network.not_run"), line};
}

/// Runs `work`, a function that returns a Result; LibTorch's exceptions end here and become its error.
template <class Work> auto guarded(Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception& e) {
        return tl::unexpected(errorOf(e));
    }
}

} // namespace hemo::ml
