#include "core/log.h"

#include <cstdio>

namespace hemo::log {
namespace {

void toStderr(Level level, std::string_view line) {
    if (level < Level::Warning) return;
    std::fprintf(stderr, "hemoscope: %.*s\n", static_cast<int>(line.size()), line.data());
}

Sink& sink() {
    static Sink current = toStderr;
    return current;
}

} // namespace

void setSink(Sink newSink) {
    sink() = newSink ? std::move(newSink) : Sink(toStderr);
}
void debug(std::string_view line) {
    sink()(Level::Debug, line);
}
void info(std::string_view line) {
    sink()(Level::Info, line);
}
void warning(std::string_view line) {
    sink()(Level::Warning, line);
}
void error(std::string_view line) {
    sink()(Level::Error, line);
}

} // namespace hemo::log
