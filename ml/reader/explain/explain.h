#pragma once

#include "core/classify/verdict/explanation.h"
#include "ml/reader/network/efficientdet.h"

namespace hemo::ml {

/// What a network that is not training saw of some pictures.
struct SeenLevels {
    std::array<torch::Tensor, 3> trunk; ///< what the pyramid was given
    Levels features;                    ///< what the head looks at
};
SeenLevels lookAt(EfficientDet& network, const torch::Tensor& pictures);

/// False where the network lacks what the method needs.
bool canExplain(EfficientDet& network, Explanation explanation);

/// A heat map for the answer "any": batch x height x width at P3's places, each pixel lying over the 8 x 8
/// pixels of the input that it covers (place n of a level at pixel stride * n, as in `evidenceMap`), 0 where
/// nothing speaks for the answer. Its unit is `heatUnit(explanation)`: log-odds of the uncalibrated answer,
/// or shares of the largest value of the map.
///
/// Evidence, GradCamP3..5: what the answer would gain if a place's responses were the strongest of the
///   picture, closed form (`HeadImpl::evidence`), all levels added or one alone.
/// HiResCam: gradient times activation at the head's input, place by place (Draelos and Carin 2020). The head
///   takes each channel's largest response, so this is what each place did add to the answer: before what
///   speaks against it is cut off, the places of all levels sum to the answer less its bias. Closed form.
/// LayerCam: positive gradients times activations (Jiang et al. 2021) where the pyramid takes over from the
///   trunk, by autograd; each level brought to 0..1 by tanh(2 x / largest), then the largest of the three.
/// ClassMap: the head's own log-odds of blood at each place of P3, where they are over 0. It was taught with
///   masks averaged over each place's own pixels, and so lies as it is.
torch::Tensor explain(EfficientDet& network, const SeenLevels& seen, Explanation explanation);
torch::Tensor explain(EfficientDet& network, const torch::Tensor& pictures, Explanation explanation);

} // namespace hemo::ml
