#include "viewer/widgets/volume_render_thread.h"

#include "core/log.h"

#include <QMetaObject>
#include <QObject>

namespace hemo::ui {

VolumeRenderThread::VolumeRenderThread(QObject& receiver, std::function<void(VolumePicture)> done)
    : m_receiver(receiver), m_done(std::move(done)) {}

VolumeRenderThread::~VolumeRenderThread() = default; // the jthread asks to stop and joins

void VolumeRenderThread::request(render::VolumeRequest request) {
    {
        const std::lock_guard lock(m_mutex);
        m_newest = std::move(request);
    }
    if (!m_thread.joinable()) m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    m_wake.notify_one();
}

std::optional<render::VolumeRequest> VolumeRenderThread::nextRequest(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return m_newest.has_value(); })) return std::nullopt;
    return std::exchange(m_newest, std::nullopt);
}

void VolumeRenderThread::run(const std::stop_token& stop) {
    auto renderer = render::VolumeRenderer::create();
    if (renderer) log::info((*renderer)->description());
    while (const auto request = nextRequest(stop)) {
        if (renderer)
            report({*request, (*renderer)->render(*request)});
        else
            report({*request, tl::unexpected(renderer.error())});
    }
}

void VolumeRenderThread::report(VolumePicture picture) {
    QMetaObject::invokeMethod(
        &m_receiver, [done = m_done, picture = std::move(picture)]() mutable { done(std::move(picture)); },
        Qt::QueuedConnection);
}

} // namespace hemo::ui
