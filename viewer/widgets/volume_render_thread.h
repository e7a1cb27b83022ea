#pragma once

#include "core/image/rgba_image.h"
#include "core/result.h"
#include "viewer/render/volume_renderer.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

class QObject;

namespace hemo::ui {

/// An answer of the volume thread: the picture of `request`, or why there is none.
struct VolumePicture {
    render::VolumeRequest request;
    Result<render::RenderedVolume> image;
};

/// Owns the volume renderer on a thread of its own, which starts with the first request. The newest request
/// wins: one that was not begun when the next came is never drawn. Used from the GUI thread.
class VolumeRenderThread {
public:
    /// `done` is called on the thread of `receiver`, by one queued call a picture. `receiver` outlives this.
    VolumeRenderThread(QObject& receiver, std::function<void(VolumePicture)> done);
    ~VolumeRenderThread();
    void request(render::VolumeRequest request);

private:
    void run(const std::stop_token& stop);
    std::optional<render::VolumeRequest> nextRequest(const std::stop_token& stop);
    void report(VolumePicture picture);

    QObject& m_receiver;
    const std::function<void(VolumePicture)> m_done;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<render::VolumeRequest> m_newest; // guarded by m_mutex
    std::jthread m_thread;                         // last: it uses everything above
};

} // namespace hemo::ui
