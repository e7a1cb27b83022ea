#include "ml/reader/picture/head_cut.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {

int wholeStrides(double pixels) {
    return std::max(1, static_cast<int>(std::lround(pixels / kCoarsestStride))) * kCoarsestStride;
}

HeadCut middleCut(int side) {
    constexpr double kRowsShare = 0.875, kColumnsShare = 0.75;
    const int columns = std::min(wholeStrides(kColumnsShare * side), side),
              rows = std::min(wholeStrides(kRowsShare * side), side);
    return {(side - columns) / 2, (side - rows) / 2, columns, rows};
}

HeadCut wholeSquare(int side) {
    return {0, 0, side, side};
}

HeadCut cutFor(const Plane& slice) {
    constexpr double kStray = 0.01; // of the bone: a tooth, a wire
    const HeadCut cut = middleCut(slice.width);
    int bone = 0, outside = 0;
    for (int y = 0; y < slice.height; ++y)
        for (int x = 0; x < slice.width; ++x) {
            if (slice.at(x, y) < kBoneGrey) continue;
            ++bone;
            outside += x < cut.left || y < cut.top || x >= cut.left + cut.columns || y >= cut.top + cut.rows;
        }
    return outside > kStray * bone ? wholeSquare(slice.width) : cut;
}

} // namespace hemo::ml
