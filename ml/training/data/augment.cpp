#include "ml/training/data/augment.h"

#include "ml/reader/picture/head_cut.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

namespace F = torch::nn::functional;
using torch::Tensor;

/// One number per picture, 0..1, shaped to multiply `x`.
Tensor perPicture(const Tensor& x, Chances& chances) {
    return chances.even().view({-1, 1, 1, 1}).to(x.device());
}

/// Evenly spread around 0, `width` from end to end.
Tensor spread(const Tensor& x, double width, Chances& chances) {
    return (perPicture(x, chances) - 0.5) * width;
}

Tensor chance(const Tensor& x, double share, Chances& chances) {
    return perPicture(x, chances) < share;
}

/// The middle of the skull along one axis, -1..1 as affine_grid counts; 0 where there is no bone. `seen`: how
/// much bone there is at each place of the axis, batch x length.
Tensor middleOf(const Tensor& seen) {
    constexpr double kStray = 0.02; // a headrest, a tube
    const auto total = seen.sum(1, true);
    const auto share = seen.cumsum(1) / total.clamp_min(1);
    const auto first = (share < kStray).sum(1), last = (share < 1 - kStray).sum(1);
    const auto middle = (first + last + 1).to(torch::kFloat) / double(seen.size(1)) - 1;
    return torch::where(total.squeeze(1) > 0, middle, torch::zeros_like(middle));
}

/// Where the head lies in each picture, 2 x batch; the slice is the first channel. A scan that is read has
/// its head in the middle (preprocess.h); here a cut must not take away what the label speaks of.
Tensor headMiddles(const Tensor& x) {
    const auto bone = (x.select(1, 0) > double(kBoneGrey)).to(torch::kFloat);
    return torch::stack({middleOf(bone.sum(1)), middleOf(bone.sum(2))});
}

/// Turned, scaled, mirrored and moved a little from where the head's middle is the picture's, then cut to the
/// head. `x`: a slice and its mask.
Tensor moved(const Tensor& x, LearnedSize size, Chances& chances) {
    const auto batch = x.size(0);
    const auto angle = (chances.even() - 0.5) * 0.7;
    const auto scale = torch::exp(chances.even() * 0.42 - 0.12); // over 1: smaller
    const auto mirror = (chances.even() < 0.5).to(torch::kFloat) * 2 - 1;
    const auto aside = chances.even(), along = chances.even();
    const auto away = (torch::stack({aside, along}) - 0.5) * 0.12;
    const auto shift = headMiddles(x).cpu() + away;
    const auto cosine = torch::cos(angle) * scale, sine = torch::sin(angle) * scale;
    const auto affine = torch::stack({torch::stack({cosine * mirror, -sine, shift[0]}, 1),
                                      torch::stack({sine * mirror, cosine, shift[1]}, 1)},
                                     1)
                            .to(x.device());
    const HeadCut cut = size.isCutToHead ? middleCut(size.side) : wholeSquare(size.side);
    const auto grid =
        F::affine_grid(affine, {batch, x.size(1), size.side, size.side}, /*align_corners=*/false)
            .narrow(1, cut.top, cut.rows)
            .narrow(2, cut.left, cut.columns);
    return F::grid_sample(x, grid, F::GridSampleFuncOptions().align_corners(false));
}

/// A smoother or a sharper reconstruction kernel.
Tensor refocused(const Tensor& x, Chances& chances) {
    const auto line = torch::tensor({1.f, 4.f, 6.f, 4.f, 1.f}) / 16;
    const auto kernel = torch::outer(line, line).view({1, 1, 5, 5}).to(x.device());
    const auto padded = F::pad(x, F::PadFuncOptions({2, 2, 2, 2}).mode(torch::kReflect));
    const auto smooth = F::conv2d(padded, kernel);
    const auto most = spread(x, 2, chances), amount = most * chance(x, 0.6, chances);
    return torch::where(amount > 0, x + (smooth - x) * amount, x + (smooth - x) * amount * 1.5);
}

/// Grey gain, a few HU of offset, gamma.
Tensor regreyed(const Tensor& x, Chances& chances) {
    const auto gain = 1 + spread(x, 0.5, chances), offset = spread(x, 0.2, chances);
    return torch::pow(((x - 0.4) * gain + 0.4 + offset).clamp(0, 1), torch::exp(spread(x, 0.4, chances)));
}

/// White noise or noise with a grain, where the window is not saturated.
Tensor noisy(const Tensor& x, Chances& chances) {
    const auto most = perPicture(x, chances) * 0.07, strength = most * chance(x, 0.6, chances);
    const auto white = chances.noise(x.size(2), x.size(3)).to(x.device());
    const auto grainy = torch::avg_pool2d(white, 3, 1, 1) * 2.5;
    const auto inside = (x > 0.02).logical_and(x < 0.98);
    return (x + torch::where(chance(x, 0.5, chances), white, grainy) * strength * inside).clamp(0, 1);
}

/// A smaller matrix or a larger field of view, for every fifth picture.
Tensor coarsened(Tensor x, Chances& chances) {
    const std::vector<std::int64_t> size{x.size(2), x.size(3)};
    const auto to = [](const Tensor& t, std::vector<std::int64_t> s) {
        return F::interpolate(t, F::InterpolateFuncOptions()
                                     .size(std::move(s))
                                     .mode(torch::kBilinear)
                                     .align_corners(false)
                                     .antialias(true));
    };
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        if (chances.evenOf(i) >= 0.2) continue;
        const double factor = 0.35 + chances.evenOf(i) * (0.8 - 0.35);
        const auto one = x.narrow(0, i, 1);
        one.copy_(to(to(one, {std::lround(size[0] * factor), std::lround(size[1] * factor)}), size));
    }
    return x;
}

/// Bytes of each example's picture as 0..1; 0 where there are none.
Tensor stacked(const std::vector<Example>& examples, std::vector<std::uint8_t> Picture::*bytes,
               torch::Device device) {
    const int size = examples.front().picture().side();
    auto stack = torch::zeros({static_cast<std::int64_t>(examples.size()), 1, size, size}, torch::kByte);
    auto* out = stack.data_ptr<std::uint8_t>();
    for (const Example& e : examples) {
        const auto& from = e.picture().*bytes;
        std::copy(from.begin(), from.end(), out);
        out += size * size;
    }
    return stack.to(device).to(torch::kFloat) / 255;
}

} // namespace

Chances chancesOf(const std::vector<Example>& examples) {
    std::vector<std::uint32_t> seeds;
    for (const Example& e : examples)
        seeds.push_back(e.chance);
    return Chances(seeds);
}

torch::Tensor stackPictures(const std::vector<Example>& examples, torch::Device device) {
    return stacked(examples, &Picture::grey, device);
}

torch::Tensor stackWithinDoubt(const std::vector<Example>& examples, Chances& chances, torch::Device device) {
    constexpr double kWidth = kPictureHu.highHu - kPictureHu.lowHu;
    const Tensor x = stackPictures(examples, device);
    auto doubt = torch::zeros({x.size(0), 1, 1, 1});
    for (std::size_t n = 0; n < examples.size(); ++n)
        doubt[static_cast<std::int64_t>(n)] = examples[n].picture().windowDoubtHu / kWidth;
    if (doubt.max().item<float>() == 0) return x;
    const auto low = (chances.normal().view_as(doubt) * doubt).to(device);
    const auto high = (chances.normal().view_as(doubt) * doubt).to(device);
    const auto isWithin = (x > 0).logical_and(x < 1);
    return torch::where(isWithin, (x + low * (1 - x) + high * x).clamp(0, 1), x);
}

torch::Tensor stackMasks(const std::vector<Example>& examples, torch::Device device) {
    return stacked(examples, &Picture::mask, device);
}

Augmented augment(const torch::Tensor& pictures, const torch::Tensor& masks, LearnedSize size,
                  Chances& chances) {
    torch::NoGradGuard noGrad;
    const Tensor both = moved(torch::cat({pictures, masks}, 1), size, chances);
    const Tensor sharp = refocused(both.narrow(1, 0, 1).contiguous(), chances);
    const Tensor grey = noisy(regreyed(sharp, chances), chances);
    return {coarsened(grey, chances), both.narrow(1, 1, 1)};
}

} // namespace hemo::ml
