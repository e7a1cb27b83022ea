#include "ml/worker/worker.h"

#include "ml/reader/device/threads.h"

#include <algorithm>
#include <cstdio>

namespace hemo::ml {
namespace {

/// For the log of whoever started the worker.
void note(const Error& error) {
    std::fprintf(stderr, "worker: %s %s\n", english(error.message).c_str(), error.detail.c_str());
}

/// What a choice comes to here.
DeviceChoice settled(DeviceChoice choice) {
    if (choice != DeviceChoice::Auto) return choice;
    return hasUsableGpu() ? DeviceChoice::Cuda : DeviceChoice::Cpu;
}

} // namespace

bool Worker::say(const WorkerAnswer& answer) {
    m_isHeard = m_isHeard && writeAnswer(m_answers, answer);
    return m_isHeard;
}

Result<void> Worker::load(const std::string& modelFolder, const std::string& device) {
    const auto choice = deviceChoiceNamed(device);
    if (!choice) return tl::unexpected(choice.error());
    if (m_classifier && modelFolder == m_modelFolder && settled(*choice) == m_device) return {};
    m_classifier.reset(); // two networks at once may be more than fits
    auto classifier = Classifier::load(modelFolder, *choice, coresToReadOn());
    if (!classifier) return tl::unexpected(classifier.error());
    m_classifier = std::move(*classifier);
    m_classifier->askForCores(m_coresNow);
    m_classifier->warmUp();
    m_modelFolder = modelFolder;
    m_device = settled(*choice);
    say(WorkerReady{m_classifier->info().id, m_classifier->info().weightsSha256, m_classifier->device()});
    return {};
}

void Worker::preload(const std::string& modelFolder) {
    if (const auto loaded = load(modelFolder, "auto"); !loaded) note(loaded.error());
}

Result<void> Worker::answer(const ClassifyRequest& request, const std::stop_token& ended) {
    if (auto loaded = load(request.modelFolder, request.device); !loaded) return loaded;
    std::stop_source stop;
    const std::stop_callback onEnd(ended, [&] { stop.request_stop(); });
    const auto onSlice = [&](const SliceDone& slice) {
        SliceDone numbered = slice;
        numbered.job = request.job;
        if (!say(numbered)) stop.request_stop();
    };
    const auto prediction = m_classifier->classify(
        *request.volume, request.header, TaskContext(stop.get_token()), onSlice, request.explanation);
    if (!prediction) return tl::unexpected(prediction.error());
    say(ClassifyDone{request.job, prediction->verdict, prediction->provenance});
    return {};
}

int Worker::run(RequestReader& requests) {
    m_coresNow = [&requests] {
        return requests.isWindowTouched() ? std::max(1, coresToReadOn() - 1) : coresToReadOn();
    };
    if (m_classifier) m_classifier->askForCores(m_coresNow);
    while (m_isHeard) {
        auto request = requests.next();
        if (!request) {
            note(request.error());
            say(ClassifyFailed{0, request.error()});
            return 1;
        }
        if (!*request) break;
        const auto answered = answer(**request, requests.ended());
        if (answered || answered.error().code == ErrorCode::Cancelled) continue;
        note(answered.error());
        say(ClassifyFailed{(*request)->job, answered.error()});
    }
    return 0;
}

} // namespace hemo::ml
