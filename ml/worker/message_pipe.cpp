#include "ml/worker/message_pipe.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace hemo::ml {

RequestReader::RequestReader(int fileDescriptor) {
    // Detached: it sits in read() until the viewer closes the stream, and the process does not outlive that.
    std::thread([this, fileDescriptor] { readAll(fileDescriptor); }).detach();
}

Result<std::optional<ClassifyRequest>> RequestReader::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_isOver || !m_requests.empty(); });
    if (m_isOver && (m_requests.empty() || m_requests.front())) return std::nullopt;
    auto request = std::move(m_requests.front());
    m_requests.pop_front();
    if (!request) return tl::unexpected(request.error());
    return std::move(*request);
}

void RequestReader::readAll(int fileDescriptor) {
    WireReader reader;
    std::vector<std::byte> buffer(1 << 20);
    try {
        for (;;) {
            const ssize_t count = ::read(fileDescriptor, buffer.data(), buffer.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return end();
            reader.feed(std::span(buffer).first(static_cast<std::size_t>(count)));
            for (;;) {
                auto message = reader.next();
                if (message && !*message) break;
                if (const auto touched = message ? touchedFromWire(**message) : std::nullopt) {
                    m_isTouched = touched->isTouched;
                    continue;
                }
                auto request = message ? requestFromWire(std::move(**message))
                                       : Result<ClassifyRequest>(tl::unexpected(message.error()));
                const bool isUsable = request.has_value();
                push(std::move(request));
                if (!isUsable) return end();
            }
        }
    } catch (const std::bad_alloc&) {
        push(fail(ErrorCode::OutOfMemory, say("memory.reader")));
        end();
    }
}

void RequestReader::push(Result<ClassifyRequest> request) {
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(std::move(request));
    m_changed.notify_one();
}

void RequestReader::end() {
    m_ended.request_stop();
    const std::lock_guard lock(m_mutex);
    m_isOver = true;
    m_changed.notify_one();
}

bool writeAnswer(int fileDescriptor, const WorkerAnswer& answer) {
    const auto bytes = encodeWire(toWire(answer));
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t count = ::write(fileDescriptor, bytes.data() + sent, bytes.size() - sent);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace hemo::ml
