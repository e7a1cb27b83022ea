#include "app/log_file.h"

#include "core/log.h"

#include <QDir>
#include <QStandardPaths>
#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace hemo::ui {
namespace {

spdlog::level::level_enum levelOf(log::Level level) {
    switch (level) {
    case log::Level::Debug:
        return spdlog::level::debug;
    case log::Level::Info:
        return spdlog::level::info;
    case log::Level::Warning:
        return spdlog::level::warn;
    case log::Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

using LastLines = spdlog::sinks::ringbuffer_sink_mt;

const std::shared_ptr<LastLines>& lastLines() {
    constexpr std::size_t kMost = 300;
    static const auto sink = std::make_shared<LastLines>(kMost);
    return sink;
}

} // namespace

void logToFile() {
    constexpr std::size_t kMaxBytes = 1 << 20, kFiles = 3;
    auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    console->set_level(spdlog::level::warn);
    console->set_pattern("hemoscope: %v");
    auto logger = std::make_shared<spdlog::logger>("hemoscope", console);
    logger->set_level(spdlog::level::debug);
    logger->sinks().push_back(lastLines());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    try {
        QDir().mkpath(folder);
        logger->sinks().push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (folder + "/hemoscope.log").toStdString(), kMaxBytes, kFiles));
    } catch (const spdlog::spdlog_ex&) {
        logger->warn("The log file cannot be written.");
    }
    log::setSink(
        [logger](log::Level level, std::string_view line) { logger->log(levelOf(level), "{}", line); });
}

std::vector<std::string> lastLogLines() {
    std::vector<std::string> lines = lastLines()->last_formatted();
    for (std::string& line : lines)
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
            line.pop_back();
    return lines;
}

} // namespace hemo::ui
