#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/result.h"
#include "ml/reader/model/weights.h"
#include "ml/reader/picture/head_cut.h"

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

namespace hemo::ml {

/// What a network says of a batch of slices.
struct SliceReading {
    torch::Tensor logits; ///< batch x 6, or batch x 1 where it answers "any" alone
    /// Batch x height x width, laid evenly over the input; log-odds of the uncalibrated "any", never
    /// negative.
    torch::Tensor heat;
};

/// One door to every network here, so that whoever reads or trains does not know which one it is.
/// Pictures: batch x a channel for each of the model's windows x size x size, -1..1, channels_last.
class SliceNetwork {
public:
    /// One tensor a level: batch x channels x height x width for features, without channels for evidence.
    using Maps = std::vector<torch::Tensor>;

    virtual ~SliceNetwork() = default;

    /// Its parameters and buffers; `train`, `eval`, `to`.
    virtual torch::nn::Module& module() = 0;
    /// The part with published ImageNet weights.
    virtual torch::nn::Module& trunk() = 0;
    /// Published weights, which see three colours, into the trunk. The paper's also takes those of Lite0,
    /// which are its own but for squeeze and excitation: that then lets everything through until it learns.
    /// Fails: Model.
    virtual Result<void> loadTrunk(const std::vector<WeightTensor>& weights) = 0;
    /// Edges and texture stay as ImageNet taught them; call after every `module().train()`.
    virtual void freezeFirstBlocks() = 0;
    /// Whether pictures may have other sides than the model says, in whole strides.
    virtual bool readsAnySize() const { return true; }
    /// The part of a slice's square to read it by: the same wherever a slice is read.
    HeadCut cutOf(const Plane& slice) const {
        return readsAnySize() ? cutFor(slice) : wholeSquare(slice.width);
    }
    /// All parts that `cutOf` may give.
    std::vector<HeadCut> partsOf(int side) const {
        if (!readsAnySize()) return {wholeSquare(side)};
        return {middleCut(side), wholeSquare(side)};
    }
    /// BatchNorm into convolutions: for inference, after loading the weights and moving to the device.
    virtual void fold() = 0;

    /// What the answer is made from, and where it can be explained.
    virtual Maps features(const torch::Tensor& pictures) = 0;
    virtual torch::Tensor logitsOf(const Maps& features) = 0;
    /// Log-odds of blood place by place, batch x height x width, laid evenly over the input; undefined where
    /// the network has no class map.
    virtual torch::Tensor classMapOf(const Maps&) { return {}; }
    /// Grad-CAM of "any" times the places of the level, in closed form, before its ReLU. Where a class map
    /// has a share in the answer, of the rest of it: the class map says itself where it looks.
    virtual Maps evidenceOf(const Maps& features) = 0;
    /// Evidence laid over the input; see SliceReading.
    virtual torch::Tensor heatOf(const Maps& evidence) = 0;

    torch::Tensor logits(const torch::Tensor& pictures) { return logitsOf(features(pictures)); }
    SliceReading read(const torch::Tensor& pictures);

    /// Heat made in one of the ways that `explanationsOf` the model names, in its HeatUnit; `features` are
    /// those of `pictures`.
    virtual torch::Tensor explain(const torch::Tensor& pictures, const Maps& features,
                                  Explanation explanation);
    SliceReading read(const torch::Tensor& pictures, Explanation explanation);
    /// Reads this part of square pictures; the heat is laid over all of the square, none beside the part.
    SliceReading readPart(const torch::Tensor& squares, const HeadCut& part, Explanation explanation);
};

/// The input and shape that an architecture has where nobody asks for others: one window (40/80) at 288
/// pixels, and the paper's three (40/80, 80/200, 40/380) at 512.
ModelInfo usualModel(const std::string& architecture);

/// The network that a model folder describes, with LibTorch's own first weights. Fails: Model, where this
/// program has no such network.
Result<std::unique_ptr<SliceNetwork>> makeSliceNetwork(const ModelInfo& info);

/// The same with these weights. Fails: Model, also where they do not fit.
Result<std::unique_ptr<SliceNetwork>> loadSliceNetwork(const ModelInfo& info,
                                                       const std::vector<WeightTensor>& weights);

} // namespace hemo::ml
