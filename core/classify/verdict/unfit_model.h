#pragma once

#include "core/result.h"

namespace hemo {

/// A sound model that this program has no network for. `detail`: what does not fit.
inline tl::unexpected<Error> unfitModel(std::string detail) {
    return fail(ErrorCode::Model, "The model does not fit this version of the program: choose another model.",
                std::move(detail));
}

} // namespace hemo
