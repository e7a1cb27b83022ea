#pragma once

#include "core/result.h"

namespace hemo {

/// A sound model that this program has no network for. `detail`: what does not fit.
inline tl::unexpected<Error> unfitModel(std::string detail) {
    return fail(ErrorCode::Model, say("network.unfit"), std::move(detail));
}

} // namespace hemo
