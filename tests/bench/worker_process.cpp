#include "worker_process.h"

#include "tests/support/paths.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace hemo::bench {
namespace {

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "the worker %s\n", why.c_str());
    std::exit(1);
}

} // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& modelFolder) {
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) stop("has no pipes");
    const std::string model = modelFolder.string(),
                      program = (testing::programFolder() / "hemoscope-worker").string();
    ::setenv("OMP_WAIT_POLICY", "passive", 1); // as the viewer starts it
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::execl(program.c_str(), "hemoscope-worker", "--model", model.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
}

WorkerProcess::~WorkerProcess() {
    ::close(m_in); // the end of its requests ends it
    ::close(m_out);
    ::waitpid(m_pid, nullptr, 0);
}

void WorkerProcess::send(const ClassifyRequest& request) {
    const auto write = [this](std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(m_in, bytes.data(), bytes.size());
            if (count <= 0) stop("does not listen");
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
    };
    write(encodeHead(request));
    write(std::as_bytes(request.volume->voxels()));
}

WorkerAnswer WorkerProcess::next() {
    std::byte buffer[1 << 16];
    for (;;) {
        auto message = m_reader.next();
        if (!message) stop("says " + message.error().detail);
        if (*message) {
            auto answer = answerFromWire(**message);
            if (!answer) stop("says " + answer.error().detail);
            return std::move(*answer);
        }
        const ssize_t count = ::read(m_out, buffer, sizeof buffer);
        if (count <= 0) stop("has ended");
        m_reader.feed(std::span(buffer).first(static_cast<std::size_t>(count)));
    }
}

double WorkerProcess::peakMb() const {
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

double WorkerProcess::cpuSeconds() const {
    std::ifstream stat("/proc/" + std::to_string(m_pid) + "/stat");
    std::string skipped;
    std::getline(stat, skipped, ')'); // the program's name may hold spaces
    for (int field = 3; field < 14; ++field)
        stat >> skipped;
    double user = 0, system = 0;
    stat >> user >> system;
    return (user + system) / double(::sysconf(_SC_CLK_TCK));
}

void WorkerProcess::stopAt(const WorkerAnswer& answer) {
    if (const auto* failed = std::get_if<ClassifyFailed>(&answer))
        stop("fails: " + english(failed->error.message));
}

std::filesystem::path shippedModel() {
    for (const auto& entry :
         std::filesystem::directory_iterator(hemo::testing::sourceFolder() / "resources" / "models"))
        if (entry.is_directory()) return entry.path();
    stop("has no model");
}

} // namespace hemo::bench
