// OpenMP's active waiting beside a renderer makes inference five times slower. libgomp asks how to wait
// (OMP_WAIT_POLICY) once, when it is loaded, and by then a program's environment cannot be changed but by
// starting it again. Asked for in main, that costs what LibTorch's constructors take, 0.4 s. What stands in
// .preinit_array runs before every library's constructors (System V ABI, "Initialization and termination
// functions"). The C library has not been set up either: the environment is the third argument, not
// `environ`.

#include <climits>

#include <array>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace {

constexpr char kVariable[] = "OMP_WAIT_POLICY=";
char passively[] = "OMP_WAIT_POLICY=passive";

void waitPassively(int, char** argv, char** environment) {
    std::vector<char*> changed{passively};
    for (; *environment; ++environment) {
        if (std::strncmp(*environment, kVariable, sizeof kVariable - 1) == 0) return;
        changed.push_back(*environment);
    }
    changed.push_back(nullptr);
    // By its own path, or it would be called "exe" among the processes.
    std::array<char, PATH_MAX> program{};
    if (readlink("/proc/self/exe", program.data(), program.size() - 1) < 0) return;
    execve(program.data(), argv, changed.data()); // where it fails the program goes on, only slower
}

} // namespace

/// A name to link by (see `hemo_ml`): every program over the library waits passively, none must remember to.
extern "C" {
[[gnu::section(".preinit_array"), gnu::used]] void (*hemo_waits_passively)(int, char**,
                                                                           char**) = waitPassively;
}
