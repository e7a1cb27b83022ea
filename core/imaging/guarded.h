#pragma once

#include "core/log.h"
#include "core/result.h"

#include <exception>
#include <new>
#include <typeinfo>

namespace hemo::imaging {

/// The one place where a toolkit's exceptions end: runs `work` and turns what it throws into an Error with
/// `sentence`. The exception's own text is dropped, since it may hold a path or a patient's name; its type is
/// kept as the detail.
template <class Work> auto guarded(ErrorCode code, const Message& sentence, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, say("memory.images"));
    } catch (const std::exception& e) {
        return fail(code, sentence, typeid(e).name());
    }
}

} // namespace hemo::imaging
