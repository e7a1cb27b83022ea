#pragma once

#include "core/image/probability_map.h"
#include "core/words/message.h"

#include <array>
#include <optional>
#include <string_view>

namespace hemo {

/// How a heat map is made from what the network saw. P3, P4 and P5 are its three scales: a place is 8, 16 or
/// 32 pixels of its input. PaperGradCam is at the place of Cortés-Ferre et al. 2023, the last residual block,
/// which the other networks do not have.
enum class Explanation {
    Evidence,
    GradCamP3,
    GradCamP4,
    GradCamP5,
    HiResCam,
    LayerCam,
    ClassMap,
    PaperGradCam
};
inline constexpr std::array kExplanations{
    Explanation::Evidence, Explanation::GradCamP3, Explanation::GradCamP4, Explanation::GradCamP5,
    Explanation::HiResCam, Explanation::LayerCam,  Explanation::ClassMap,  Explanation::PaperGradCam};

/// "evidence", "grad-cam-p3", ...: in model.json, in messages and on the command line.
std::string_view explanationId(Explanation explanation);
std::optional<Explanation> explanationFrom(std::string_view id);
/// "Grad-CAM, all levels", ...: for people.
Message explanationName(Explanation explanation);

HeatUnit heatUnit(Explanation explanation);

} // namespace hemo
