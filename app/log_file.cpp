#include "app/log_file.h"

#include "core/log.h"

#include <QDir>
#include <QStandardPaths>
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

} // namespace

void logToFile() {
    constexpr std::size_t kMaxBytes = 1 << 20, kFiles = 3;
    auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    console->set_level(spdlog::level::warn);
    console->set_pattern("hemoscope: %v");
    auto logger = std::make_shared<spdlog::logger>("hemoscope", console);
    logger->set_level(spdlog::level::debug);
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

} // namespace hemo::ui
