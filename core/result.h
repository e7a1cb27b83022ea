#pragma once

#include "core/words/message.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace hemo {

/// What kind of trouble it was, for code that must choose; people read `Error::message`.
enum class ErrorCode {
    Cancelled, ///< somebody asked to stop; never shown as a failure
    NotFound,
    NoPermission,
    NothingReadable,
    Damaged,
    Unsupported,
    OutOfMemory,
    NoDisplay,
    Model,
    Worker,
    WriteFailed,
};

/// Expected trouble as a value.
/// `message` is one sentence a user can act on and never holds a patient's name, id or a path;
/// `detail` goes to the log, in English, and obeys the same rule.
struct Error {
    ErrorCode code = ErrorCode::Unsupported;
    Message message;
    std::string detail;

    bool operator==(const Error&) const = default;
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, Message message, std::string detail = {}) {
    return tl::unexpected(Error{code, std::move(message), std::move(detail)});
}

inline tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, say("words.stopped"));
}

} // namespace hemo
