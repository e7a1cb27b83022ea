#pragma once

#include "tests/support/posed_head.h"

namespace hemo::testing {

/// Where in an eared head's own space its left ear's canal opens and its left orbit's outer rim is foremost;
/// those of the right side lie mirrored in x.
inline constexpr PatientPoint kDrawnMeatus{58, 14, -41}, kDrawnRim{50, -64, -38};

enum class Canals { Both, LeftFilled, BothFilled };

/// For PosedHead::over. The phantom's own canals lie in soft tissue and its orbits have no rim: this one's
/// are tubes of 7 mm through temporal bones, and cones in facial bones whose outer edge stands back.
class EaredHead {
public:
    explicit EaredHead(Canals canals = Canals::Both) : m_canals(canals) {}
    float operator()(PatientPoint p, float hu) const;

private:
    Canals m_canals;
};

} // namespace hemo::testing
