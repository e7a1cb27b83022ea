// A worker that does what HEMO_FAKE_WORKER says, for tests of the viewer's end:
//   answer   slices 0.1, 0.9, 0.1, 0.9, ... and a verdict        crash   ends in the middle of a scan
//   garbage  bytes that are no message                           silent  never answers
//   memory   says that memory ran out                            short   a verdict after half of the slices

#include "core/classify/verdict/model_info.h"
#include "core/classify/wire/worker_messages.h"
#include "tests/support/said.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>

namespace {

using namespace hemo;

void send(const WorkerAnswer& answer) {
    const auto bytes = encodeWire(toWire(answer));
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    std::fflush(stdout);
}

SliceDone slice(int job, int k) {
    SliceDone done{job, {k, {k % 2 ? 0.9 : 0.1}}, 8, 8, std::vector<float>(64, 0.f)};
    done.heat[9] = 4.f; // second column, second row
    return done;
}

/// By what its folder says of it, as a worker would.
std::string idOf(const std::string& modelFolder) {
    std::ifstream file(std::filesystem::path(modelFolder) / "model.json");
    const auto info = parseModelInfo(std::string(std::istreambuf_iterator<char>(file), {}));
    return info ? info->id : "fake";
}

void answer(const ClassifyRequest& request, const std::string& behaviour) {
    const int slices = request.volume->grid().slices();
    const PatientRule rule{2, 0.5};
    std::vector<SlicePrediction> all;
    for (int k = 0; k < slices; ++k) {
        if (behaviour == "crash" && k == slices / 2) std::abort();
        if (behaviour == "short" && k == slices / 2) break;
        const SliceDone done = slice(request.job, k);
        all.push_back(done.slice);
        send(done);
    }
    send(ClassifyDone{request.job,
                      judge(all, rule),
                      {idOf(request.modelFolder), "0123456789abcdef", rule, "CPU", 0.1,
                       request.volume->seriesInstanceUid()}});
}

void handle(const ClassifyRequest& request, const std::string& behaviour) {
    if (behaviour == "silent") return;
    if (behaviour == "garbage") {
        std::fputs("Segmentation fault (just kidding), this is no message at all", stdout);
        std::fflush(stdout);
        return;
    }
    if (behaviour == "memory") {
        send(ClassifyFailed{
            request.job,
            {ErrorCode::OutOfMemory, said("There is not enough memory: close other programs."), {}}});
        return;
    }
    answer(request, behaviour);
}

} // namespace

int main() {
    const char* told = std::getenv("HEMO_FAKE_WORKER");
    const std::string behaviour = told ? told : "answer";
    send(WorkerReady{"fake", "0123456789abcdef", "CPU"});
    WireReader reader;
    std::array<std::byte, 65536> buffer;
    for (ssize_t n; (n = ::read(STDIN_FILENO, buffer.data(), buffer.size())) > 0;) {
        reader.feed(std::span(buffer.data(), static_cast<std::size_t>(n)));
        auto message = reader.next();
        if (!message) return 1;
        if (!*message) continue;
        if (auto request = requestFromWire(std::move(**message))) handle(*request, behaviour);
    }
    return 0;
}
