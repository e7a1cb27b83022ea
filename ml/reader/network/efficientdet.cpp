#include "ml/reader/network/efficientdet.h"

namespace hemo::ml {

EfficientDetImpl::EfficientDetImpl(Shape shape)
    : trunk(register_module("trunk", Lite(shape.trunk))),
      pyramid(register_module("pyramid",
                              BiFpn(LiteImpl::levelChannels(shape.trunk), shape.channels, shape.cells))),
      head(register_module("head", Head(shape.channels, shape.hasClassMap))) {
    // Not contiguous(): it leaves the stem's weight, which sees one channel, as it is, and nothing would tell
    // LibTorch which order to go on in.
    for (torch::Tensor& p : parameters())
        if (p.dim() == 4) p.set_data(p.clone(torch::MemoryFormat::ChannelsLast));
}

Levels EfficientDetImpl::features(const torch::Tensor& pictures) {
    return pyramid(trunk(pictures));
}

torch::Tensor EfficientDetImpl::forward(const torch::Tensor& pictures) {
    return head(features(pictures));
}

void EfficientDetImpl::fold() {
    trunk->fold();
    pyramid->fold();
}

} // namespace hemo::ml
