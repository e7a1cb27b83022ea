#include "core/state/select/difference.h"

#include "core/anatomy/other_half.h"
#include "core/state/select/link.h"
#include "core/state/select/screen.h"

namespace hemo::select {
namespace {

std::optional<TakenOff> besideOf(const AppState& state, ViewportId id) {
    const auto beside = besideViewport(state);
    const Reading* shown = shownIn(state, id);
    const Reading* other = beside ? shownIn(state, *beside) : nullptr;
    if (id != kLead || !shown || !other) return std::nullopt;
    const Linked link = linkBetween(state, *shown, *other);
    if (link.kind == LinkKind::None) return std::nullopt;
    return TakenOff{other->id, other->volume, shownRegular(*other), link.toB, nullptr};
}

std::optional<TakenOff> otherHalfOf(const AppState& state, ViewportId id) {
    const Reading* shown = shownIn(state, id);
    if (!shown || !isWhole(*shown) || !shown->middle || viewport(state, id)->isOtherHalf) return std::nullopt;
    return TakenOff{shown->id, shown->volume, shownRegular(*shown), {}, shown->middle};
}

} // namespace

std::optional<TakenOff> takenOff(const AppState& state, ViewportId id) {
    switch (state.screen.difference) {
    case Difference::Beside:
        return besideOf(state, id);
    case Difference::OtherHalf:
        return otherHalfOf(state, id);
    case Difference::None:
        break;
    }
    return std::nullopt;
}

PicturePlane planeIn(const TakenOff& off, const PicturePlane& shown) {
    if (off.middle) return otherHalf(shown, *off.middle);
    PicturePlane there = shown;
    there.topLeft = off.toOther.apply(shown.topLeft);
    there.right = off.toOther.apply(shown.right);
    there.down = off.toOther.apply(shown.down);
    return there;
}

Message whyNoDifference(const AppState& state, Difference wanted) {
    if (wanted == Difference::OtherHalf) {
        const Reading* active = activeReading(state);
        return active && !active->middle ? say("notice.no_middle") : Message{};
    }
    if (wanted == Difference::None) return {};
    if (!isComparing(state)) return say("notice.nothing_beside");
    return besideOf(state, kLead) ? Message{} : say("notice.not_laid");
}

} // namespace hemo::select
