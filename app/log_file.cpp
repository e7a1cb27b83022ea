#include "app/log_file.h"

#include "core/log.h"

#include <QDir>
#include <QStandardPaths>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <deque>
#include <mutex>

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

/// The last lines as they go into the file, and how many there were.
class LastLines : public spdlog::sinks::base_sink<std::mutex> {
public:
    LogPart since(std::uint64_t begin) {
        const std::lock_guard lock(mutex_);
        const std::uint64_t held = m_lines.size(), wanted = m_end - std::min(begin, m_end);
        return {{m_lines.end() - static_cast<std::ptrdiff_t>(std::min(wanted, held)), m_lines.end()}, m_end};
    }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t text;
        formatter_->format(message, text);
        std::string line(text.data(), text.size());
        line.erase(line.find_last_not_of("\r\n") + 1);
        m_lines.push_back(std::move(line));
        if (m_lines.size() > kMost) m_lines.pop_front();
        ++m_end;
    }
    void flush_() override {}

private:
    static constexpr std::size_t kMost = 300;
    std::deque<std::string> m_lines; // guarded by mutex_, as m_end
    std::uint64_t m_end = 0;
};

const std::shared_ptr<LastLines>& lastLines() {
    static const auto sink = std::make_shared<LastLines>();
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

LogPart logSince(std::uint64_t begin) {
    return lastLines()->since(begin);
}

} // namespace hemo::ui
