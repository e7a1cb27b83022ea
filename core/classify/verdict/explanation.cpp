#include "core/classify/verdict/explanation.h"

#include <algorithm>

namespace hemo {

std::string_view explanationId(Explanation explanation) {
    switch (explanation) {
    case Explanation::Evidence:
        return "evidence";
    case Explanation::GradCamP3:
        return "grad-cam-p3";
    case Explanation::GradCamP4:
        return "grad-cam-p4";
    case Explanation::GradCamP5:
        return "grad-cam-p5";
    case Explanation::HiResCam:
        return "hirescam";
    case Explanation::LayerCam:
        return "layercam";
    case Explanation::ClassMap:
        return "class-map";
    case Explanation::PaperGradCam:
        return "grad-cam-last-block";
    }
    return "";
}

std::optional<Explanation> explanationFrom(std::string_view id) {
    const auto found = std::find_if(kExplanations.begin(), kExplanations.end(),
                                    [id](Explanation e) { return explanationId(e) == id; });
    return found == kExplanations.end() ? std::nullopt : std::optional(*found);
}

Message explanationName(Explanation explanation) {
    switch (explanation) {
    case Explanation::Evidence:
        return say("explanation.all_levels");
    case Explanation::GradCamP3:
        return say("explanation.fine_level");
    case Explanation::GradCamP4:
        return say("explanation.middle_level");
    case Explanation::GradCamP5:
        return say("explanation.coarse_level");
    case Explanation::HiResCam:
        return say("explanation.hirescam");
    case Explanation::LayerCam:
        return say("explanation.layercam");
    case Explanation::ClassMap:
        return say("explanation.class_map");
    case Explanation::PaperGradCam:
        return say("explanation.last_block");
    }
    return {};
}

HeatUnit heatUnit(Explanation explanation) {
    return explanation == Explanation::LayerCam ? HeatUnit::Relative : HeatUnit::LogOdds;
}

} // namespace hemo
