#include "ml/reader/network/evidence.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

/// How a level is laid over `pixels` of the map, along one axis: pixels x places, linear. A convolution of
/// stride two with an odd kernel centres its place n on input pixel 2 n, so a level's place n lies at pixel
/// stride * n of the input, and not in the middle of the square of pixels that it seems to cover. Taking the
/// middle moves the heat of P5 by 15 pixels.
torch::Tensor layingMatrix(std::int64_t places, double stride, std::int64_t pixels) {
    auto matrix = torch::zeros({pixels, places});
    auto weight = matrix.accessor<float, 2>();
    for (std::int64_t m = 0; m < pixels; ++m) {
        const double inputPixel = (static_cast<double>(m) + 0.5) * double(kFinestStride) - 0.5;
        const double place = std::clamp(inputPixel / stride, 0.0, static_cast<double>(places - 1));
        const auto low = std::min(static_cast<std::int64_t>(place), std::max<std::int64_t>(places - 2, 0));
        const auto share = static_cast<float>(place - static_cast<double>(low));
        weight[m][low] += 1 - share;
        if (places > 1) weight[m][low + 1] += share;
    }
    return matrix;
}

torch::Tensor laid(const torch::Tensor& level, double stride, std::int64_t height, std::int64_t width) {
    const auto rows = layingMatrix(level.size(1), stride, height).to(level.device());
    const auto columns = layingMatrix(level.size(2), stride, width).to(level.device());
    return torch::matmul(torch::matmul(rows, level), columns.t());
}

} // namespace

torch::Tensor heatMap(const torch::Tensor& evidence, double placeStride, std::int64_t pixels) {
    return torch::relu(laid(evidence, placeStride, pixels, pixels));
}

torch::Tensor evidenceMap(const Levels& evidence) {
    const std::int64_t height = evidence[0].size(1), width = evidence[0].size(2);
    auto sum = torch::zeros_like(evidence[0]);
    for (const torch::Tensor& level : evidence) {
        const double stride = double(kFinestStride * height) / double(level.size(1));
        sum += laid(level, stride, height, width);
    }
    return torch::relu(sum);
}

} // namespace hemo::ml
