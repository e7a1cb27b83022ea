#include "viewer/render/transfer_functions.h"

#include <array>

namespace hemo::render {
namespace {

constexpr std::array kBone{
    TransferPoint{-1024, 0.00, 0.00, 0.00, 0.00}, TransferPoint{170, 0.45, 0.26, 0.18, 0.00},
    TransferPoint{280, 0.72, 0.52, 0.38, 0.25},   TransferPoint{450, 0.92, 0.84, 0.70, 0.85},
    TransferPoint{900, 0.98, 0.94, 0.86, 0.98},   TransferPoint{3071, 1.00, 1.00, 1.00, 1.00},
};

// Fluid is left out, brain is a veil, fresh blood (50 to 90 HU) glows; calcification beyond it is pale.
constexpr std::array kBrainAndBleed{
    TransferPoint{-1024, 0.00, 0.00, 0.00, 0.0000}, TransferPoint{14, 0.45, 0.56, 0.70, 0.0000},
    TransferPoint{24, 0.62, 0.70, 0.80, 0.0036},    TransferPoint{44, 0.72, 0.78, 0.84, 0.0050},
    TransferPoint{49, 0.90, 0.60, 0.40, 0.0090},    TransferPoint{56, 1.00, 0.50, 0.20, 0.4000},
    TransferPoint{70, 1.00, 0.59, 0.26, 0.8000},    TransferPoint{90, 1.00, 0.78, 0.42, 0.9000},
    TransferPoint{130, 0.95, 0.90, 0.80, 0.5000},   TransferPoint{3071, 1.00, 1.00, 1.00, 0.5000},
};

constexpr std::array kSkin{
    TransferPoint{-1024, 0.00, 0.00, 0.00, 0.00}, TransferPoint{-480, 0.55, 0.38, 0.30, 0.00},
    TransferPoint{-250, 0.80, 0.60, 0.50, 0.55},  TransferPoint{-60, 0.88, 0.70, 0.60, 0.95},
    TransferPoint{150, 0.92, 0.76, 0.66, 1.00},   TransferPoint{3071, 0.98, 0.94, 0.88, 1.00},
};

} // namespace

TransferFunction transferFunction(VolumePreset preset) {
    switch (preset) {
    case VolumePreset::Bone:
        return {kBone, {0.12, 0.85, 0.25, 18}};
    case VolumePreset::BrainAndBleed:
        return {kBrainAndBleed, {0.80, 0.35, 0.10, 12}};
    case VolumePreset::Skin:
        return {kSkin, {0.22, 0.95, 0.10, 12}};
    }
    return {};
}

} // namespace hemo::render
