#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hemo {

/// How a heat map is made from what the network saw. P3, P4 and P5 are its three scales: a place is 8, 16 or
/// 32 pixels of its input.
enum class Explanation { Evidence, GradCamP3, GradCamP4, GradCamP5, HiResCam, LayerCam, ClassMap };
inline constexpr std::array kExplanations{
    Explanation::Evidence, Explanation::GradCamP3, Explanation::GradCamP4, Explanation::GradCamP5,
    Explanation::HiResCam, Explanation::LayerCam,  Explanation::ClassMap};

/// "evidence", "grad-cam-p3", ...: in model.json, in messages and on the command line.
std::string_view explanationId(Explanation explanation);
std::optional<Explanation> explanationFrom(std::string_view id);
/// "Grad-CAM, all levels", ...: for people.
std::string_view explanationName(Explanation explanation);

/// What a map's numbers are: log-odds of p(any), the same in every slice, or shares of the slice's own
/// largest value, which say where but not how much and must be shown as such.
enum class HeatUnit { LogOdds, Relative };
HeatUnit heatUnit(Explanation explanation);

} // namespace hemo
