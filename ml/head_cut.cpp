#include "ml/head_cut.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

constexpr int kStride = 32; ///< of the coarsest level

int wholeStrides(double pixels, int side) {
    return std::clamp(static_cast<int>(std::lround(pixels / kStride)) * kStride, std::min(kStride, side), side);
}

} // namespace

HeadCut middleCut(int side) {
    constexpr double kRowsShare = 0.875, kColumnsShare = 0.75;
    const int columns = wholeStrides(kColumnsShare * side, side), rows = wholeStrides(kRowsShare * side, side);
    return {(side - columns) / 2, (side - rows) / 2, columns, rows};
}

HeadCut wholeSquare(int side) {
    return {0, 0, side, side};
}

HeadCut cutFor(const Plane& slice) {
    constexpr float kBone = 0.97f;
    constexpr double kStray = 0.01; // of the bone: a tooth, a wire
    const HeadCut cut = middleCut(slice.width);
    int bone = 0, outside = 0;
    for (int y = 0; y < slice.height; ++y)
        for (int x = 0; x < slice.width; ++x) {
            if (slice.at(x, y) < kBone) continue;
            ++bone;
            outside += x < cut.left || y < cut.top || x >= cut.left + cut.columns || y >= cut.top + cut.rows;
        }
    return outside > kStray * bone ? wholeSquare(slice.width) : cut;
}

} // namespace hemo::ml
