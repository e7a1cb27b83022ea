#include "core/state/reduce/reduce.h"

#include "core/state/reduce/parts.h"

namespace hemo {

void complain(AppState& s, const Error& error) {
    if (error.code != ErrorCode::Cancelled) s.notice = Notice{error.message, true};
}

AppState reduce(AppState state, const Action& action) {
    std::visit([&](const auto& a) { on(state, a); }, action);
    followUp(state);
    return state;
}

} // namespace hemo
