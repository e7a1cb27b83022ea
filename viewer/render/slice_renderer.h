#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/rgba_image.h"
#include "core/image/slab.h"
#include "core/image/volume.h"
#include "core/image/window_level.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hemo::render {

enum class Interpolation { Nearest, Linear };
enum class Polarity { Normal, Inverted };

/// What a slice picture shows. `native` is the volume as acquired; `regular` is resampleRegular of it (the
/// same pointer where that changed nothing). A plane that lies on a native slice is drawn from `native`
/// alone; every other plane from `regular`, which may be null only while it is not ready: then the picture is
/// black.
struct SliceRequest {
    VolumePtr native, regular;
    PicturePlane plane;
    Slab slab; ///< round `plane`; of acquired slices on a native one
    WindowLevel window;
    Interpolation interpolation = Interpolation::Linear;
    Polarity polarity = Polarity::Normal;
    bool operator==(const SliceRequest&) const = default;
};

/// Turns requests into pictures with vtkImageReslice and a lookup table: no OpenGL, no display, the same to
/// the bit from run to run. Places outside the scan are pure black in either polarity. One thread at a time.
class SliceRenderer {
public:
    SliceRenderer();
    ~SliceRenderer();
    RgbaImage render(const SliceRequest& request);
    /// The HU that `render` colours, row by row; kOutsideHu outside the scan. Window and polarity say
    /// nothing.
    std::vector<std::int16_t> values(const SliceRequest& request);
    /// The picture of what `values` gave for this request, or for one of another window or polarity.
    RgbaImage coloured(std::span<const std::int16_t> hu, const SliceRequest& request);

private:
    struct Pipeline;
    std::unique_ptr<Pipeline> m_pipeline;
};

} // namespace hemo::render
