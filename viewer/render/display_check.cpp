#include "viewer/render/display_check.h"

#include <dlfcn.h>
#include <memory>

namespace hemo::render {
namespace {

struct Unload {
    void operator()(void* library) const { dlclose(library); }
};

enum class Needs { Display, OpenGl };

/// Xlib by name: the three calls are not worth a build dependency, and VTK loads it anyway.
bool canReachDisplay(Needs needs) {
    const std::unique_ptr<void, Unload> xlib(dlopen("libX11.so.6", RTLD_LAZY | RTLD_LOCAL));
    if (!xlib) return false;
    const auto open = reinterpret_cast<void* (*)(const char*)>(dlsym(xlib.get(), "XOpenDisplay"));
    const auto query =
        reinterpret_cast<int (*)(void*, const char*, int*, int*, int*)>(dlsym(xlib.get(), "XQueryExtension"));
    const auto close = reinterpret_cast<int (*)(void*)>(dlsym(xlib.get(), "XCloseDisplay"));
    if (!open || !query || !close) return false;
    void* display = open(nullptr);
    if (!display) return false;
    int opcode = 0, event = 0, error = 0;
    const bool isEnough = needs == Needs::Display || query(display, "GLX", &opcode, &event, &error) != 0;
    close(display);
    return isEnough;
}

} // namespace

bool hasOpenGlDisplay() {
    return canReachDisplay(Needs::OpenGl);
}
bool hasXDisplay() {
    return canReachDisplay(Needs::Display);
}

} // namespace hemo::render
