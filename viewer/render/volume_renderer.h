#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/overlay.h"
#include "core/image/rgba_image.h"
#include "core/image/volume.h"
#include "core/image/volume_style.h"
#include "core/result.h"

#include <memory>
#include <string>
#include <vector>

namespace hemo::render {

/// The heat that is seen through a volume; no map: none is shown.
struct VolumeHeat {
    ProbabilityMapPtr map;
    std::vector<bool> isSliceShown;
    OverlayStyle style;
    bool operator==(const VolumeHeat&) const = default;
};

struct VolumeRequest {
    VolumePtr regular; ///< on an even, untilted grid (resampleRegular)
    VolumePreset preset = VolumePreset::Bone;
    VolumeCamera camera;
    int width = 0, height = 0; ///< of the picture wanted; small while the user drags
    std::vector<CutPlane> cuts{};
    VolumeHeat heat{};
    bool isTurning = false; ///< a hand turns it: fewer voxels do
    bool operator==(const VolumeRequest&) const = default;
};

/// A picture of a volume and where its pixels lie, through the middle of the head: what is drawn upon it goes
/// through that. Nothing is nearer than anything else in it: it is a parallel projection.
struct RenderedVolume {
    RgbaImage picture;
    PicturePlane plane;
};

/// Ray casts a volume in an off-screen render window of its own and reads the picture back. Orientation
/// letters are drawn by the view, not here. Lives and dies on one thread. Chooses the CPU or GPU mapper by
/// the name of the GL renderer.
class VolumeRenderer {
public:
    /// Fails: NoDisplay, with a sentence for the pane (VTK would abort without an X display, so this asks
    /// first).
    static Result<std::unique_ptr<VolumeRenderer>> create();
    ~VolumeRenderer();

    /// Fails: OutOfMemory; Unsupported, with a sentence for the pane, where nothing would be seen.
    Result<RenderedVolume> render(const VolumeRequest& request);
    /// "llvmpipe ..., CPU mapper", for the log and the about box.
    std::string description() const;

private:
    VolumeRenderer();
    struct Scene;
    std::unique_ptr<Scene> m_scene;
};

} // namespace hemo::render
