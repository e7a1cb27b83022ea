#pragma once

#include "ml/reader/picture/resample_plane.h"

namespace hemo::ml {

inline constexpr int kCoarsestStride = 32; ///< of the networks: their sides are whole numbers of it
inline constexpr float kBoneGrey = 0.97f;  ///< the window ends below bone

/// The nearest whole number of strides, one at least, in pixels.
int wholeStrides(double pixels);

/// The part of the network's square that is read: the head and little of the air round it, a third less to
/// compute. In whole strides of the network, and as far from each side in strides of its finest level.
struct HeadCut {
    int left = 0, top = 0, columns = 0, rows = 0;
    bool operator==(const HeadCut&) const = default;
};

/// 7/8 of the rows and 3/4 of the columns from the middle, about 200 x 175 mm: what networks learn from.
HeadCut middleCut(int side);
HeadCut wholeSquare(int side);

/// The middle where it holds the skull, else the whole square: nothing of a head is left out. `slice`: grey
/// 0..1, square.
HeadCut cutFor(const Plane& slice);

} // namespace hemo::ml
