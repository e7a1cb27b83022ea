#pragma once

#include "core/marks/mark.h"
#include "core/reading/review.h"

namespace hemo {

/// What the reader has put into a series by hand: one chain of steps to undo goes through all of it.
struct Handwork {
    Marks marks;
    Review review;
    bool operator==(const Handwork&) const = default;
};

} // namespace hemo
