#include "core/version.h"
#include "ml/reader/device/threads.h"
#include "ml/worker/worker.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace {

constexpr int kNice = 5; // the window comes first

/// A stream of its own for answers: what a library prints to stdout goes to stderr.
int takeStdout() {
    const int answers = dup(STDOUT_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return answers;
}

constexpr auto kUsage = "Usage: hemoscope-worker [--model FOLDER]\n"
                        "The second reader's own process: reads requests on stdin, answers on stdout.\n\n"
                        "Options:\n"
                        "  --model FOLDER  Model to load before the first request\n"
                        "  --help          Print this and exit\n"
                        "  --version       Print the version and exit\n";

} // namespace

int main(int argc, char** argv) {
    const std::string_view asked = argc == 2 ? argv[1] : "";
    if (asked == "--version") return std::puts(hemo::versionLine("hemoscope-worker").c_str()) < 0;
    if (asked == "--help") return std::fputs(kUsage, stdout) < 0;
    std::signal(SIGPIPE, SIG_IGN);
    errno = 0; // -1 may be the new value
    if (nice(kNice) == -1 && errno != 0) std::perror("worker: nice");
    const bool hasModel = argc == 3 && std::string_view(argv[1]) == "--model";
    if (argc != 1 && !hasModel) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    const int answers = takeStdout();
    hemo::ml::useThreads(1); // a slice is read on one, several slices side by side
    hemo::ml::RequestReader requests(STDIN_FILENO);
    hemo::ml::Worker worker(answers);
    if (hasModel) worker.preload(argv[2]);
    const int status = worker.run(requests);
    std::fflush(stderr);
    _exit(status); // the reading thread may still wait in read()
}
