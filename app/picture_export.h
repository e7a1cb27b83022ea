#pragma once

#include "core/state/app_state.h"
#include "core/task.h"

#include <QImage>
#include <QString>

#include <chrono>
#include <filesystem>

namespace hemo::ui {

/// A file's name for what a viewport shows: the series' description and the slice, never the patient:
/// "head-5-mm-slice-014.png". Something must be shown there.
QString pictureName(const AppState& state, ViewportId viewport);

/// How long a slice is seen when they go by themselves.
inline constexpr std::chrono::milliseconds kEachPicture{100};

/// How large, in logical pixels, and how many device pixels one of them has.
struct PictureSize {
    QSize logical;
    double pixelRatio = 1;
};

/// Every slice of what a viewport shows as a picture of its own, as it would be seen there. Nothing in the
/// folder is written over: where one of the files is there already, none is written. Any thread; seconds.
/// Returns how many were written.
Result<int> saveSlices(const AppState& seen, ViewportId viewport, const PictureSize& size,
                       const std::filesystem::path& folder, const TaskContext& context);

/// "head-5-mm.gif".
QString movingPictureName(const AppState& state, ViewportId viewport);

/// The same slices one after the other in one file, a GIF; as fast as they go by themselves in the window.
/// Any thread; seconds. Returns how many pictures it has.
Result<int> saveMovingPicture(const AppState& seen, ViewportId viewport, const PictureSize& size,
                              const std::filesystem::path& file, const TaskContext& context);

} // namespace hemo::ui
