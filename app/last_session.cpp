#include "app/last_session.h"

#include "app/whole_file.h"
#include "core/log.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
#include "core/study/simulated.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::chrono::seconds kSettles{1};

std::optional<Session> load(const fs::path& file) {
    std::ifstream in(file);
    const json said = json::parse(in, nullptr, false);
    if (!said.is_object()) return std::nullopt;
    try {
        Session session;
        if (!said.at("paths").is_array()) return std::nullopt;
        for (const auto& path : said.at("paths"))
            session.paths.emplace_back(path.get<std::string>());
        session.series = said.at("series");
        session.slice = said.at("slice");
        return session.paths.empty() ? std::nullopt : std::optional(session);
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

bool save(const fs::path& file, const Session& session) {
    json said{{"paths", json::array()}, {"series", session.series}, {"slice", session.slice}};
    for (const fs::path& path : session.paths)
        said["paths"].push_back(path.string());
    makePrivateFolder(file.parent_path());
    return writeWhole(file, said.dump(-1, ' ', false, json::error_handler_t::replace));
}

QString nameOf(const fs::path& file) {
    return QString::fromStdString(file.string());
}

} // namespace

std::optional<Session> sessionOf(const AppState& state) {
    const Reading* lead = select::shownIn(state, kLead);
    const auto slice = lead ? currentSlice(*lead) : std::nullopt;
    if (!slice || state.lesson || state.shelf.contentsPaths.empty() || isSimulated(*lead->series))
        return std::nullopt;
    return Session{state.shelf.contentsPaths, lead->series->id, *slice};
}

LastSession::LastSession(const fs::path& folder, Store& store, Clock& clock)
    : m_file(folder / "session.json"),
      m_store(store),
      m_lock(nameOf(folder / "session.lock")),
      m_settled(clock, kSettles, [this] { keep(sessionOf(m_store.state())); }) {
    std::error_code error;
    fs::create_directories(folder, error);
    m_thread.setMaxThreadCount(1);
    m_lock.setStaleLockTime(0); // it is ours for as long as the program runs
    m_isOurs = m_lock.tryLock(0);
    if (!m_isOurs) return;
    m_left = load(m_file);
    connect(&store, &Store::changed, this, &LastSession::react);
}

LastSession::~LastSession() {
    m_thread.waitForDone();
    std::error_code gone;
    if (m_isOurs) fs::remove(m_file, gone);
}

void LastSession::goOn() {
    if (!m_left) return;
    m_wanted = std::exchange(m_left, std::nullopt);
    m_store.dispatch(action::OpenPaths{m_wanted->paths});
}

void LastSession::react(const AppState& before, const AppState& after) {
    if (m_wanted) return bringBack(after);
    if (m_left && after.shelf.contents) m_left.reset(); // something else was opened: that was the answer
    // Not while the mouse alone moves.
    const bool mayDiffer = before.readings != after.readings || before.lesson != after.lesson ||
                           before.screen.viewports != after.screen.viewports ||
                           before.shelf.contentsPaths != after.shelf.contentsPaths;
    if (!m_left && mayDiffer && sessionOf(before) != sessionOf(after)) m_settled.start();
}

/// Step by step, as the series comes.
void LastSession::bringBack(const AppState& state) {
    if (state.shelf.scan.isRunning) return;
    const Session wanted = *m_wanted;
    const Reading* lead = select::wantedIn(state, kLead);
    if (!lead || !select::findSeries(state, wanted.series)) {
        m_wanted.reset(); // it is not there any more, and a sentence says so
        return;
    }
    if (lead->series->id != wanted.series) return m_store.dispatch(action::OpenSeries{kLead, wanted.series});
    if (!isWhole(*lead)) return;
    m_wanted.reset();
    m_store.dispatch(action::GoToSlice{lead->id, wanted.slice});
}

void LastSession::keep(std::optional<Session> session) {
    if (session == m_kept) return;
    m_kept = session;
    m_thread.start([file = m_file, session = std::move(session)] {
        std::error_code gone;
        if (!session)
            fs::remove(file, gone);
        else if (!save(file, *session))
            log::warning("what is open could not be kept");
    });
}

} // namespace hemo::ui
