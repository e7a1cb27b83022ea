#include "app/freed_elsewhere.h"

#include <QThreadPool>

#include <utility>

namespace hemo::ui {
namespace {

/// Below this the hand-over costs more than it saves.
constexpr std::size_t kLargeVoxels = std::size_t(4) << 20;

} // namespace

VolumePtr freedElsewhere(VolumePtr volume) {
    if (!volume || volume->voxels().size() < kLargeVoxels) return volume;
    const Volume* const seen = volume.get();
    return VolumePtr(seen, [volume = std::move(volume)](const Volume*) mutable {
        QThreadPool::globalInstance()->start([last = std::move(volume)] {});
    });
}

} // namespace hemo::ui
