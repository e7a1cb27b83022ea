#include "app/kept_verdicts.h"

#include <utility>

namespace hemo::ui {
namespace {

OwnReading ownOf(const Reading& reading) {
    return {reading.ownVerdict, reviewOf(reading)};
}

} // namespace

KeptVerdicts::KeptVerdicts(const std::filesystem::path& folder, Store& store, JobRunner::Post post)
    : m_post(std::move(post)), m_kept(folder) {
    connect(&store, &Store::changed, this, &KeptVerdicts::react);
}

void KeptVerdicts::react(const AppState& before, const AppState& after) {
    if (after.lesson) return; // a case may be read again, as if nobody had
    for (const auto& [id, reading] : after.readings) {
        const auto was = before.readings.find(id);
        const Reading* old = was == before.readings.end() ? nullptr : was->second.get();
        if (old == reading.get() || !reading->fingerprint) continue;
        if (!old || old->fingerprint != reading->fingerprint)
            read(id, *reading->fingerprint);
        else if (reading->isOwnRead && (!old->isOwnRead || ownOf(*old) != ownOf(*reading)))
            keep(*reading->fingerprint, ownOf(*reading));
    }
}

void KeptVerdicts::read(ReadingId id, std::uint64_t series) {
    m_kept.read(series, [this, id, series](const OwnReading& own) {
        m_post(action::OwnReadingRead{id, series, own.verdict, own.review});
    });
}

void KeptVerdicts::keep(std::uint64_t series, const OwnReading& own) {
    m_kept.keep(series, own, [this] { m_post(action::Notify{{say("notice.verdict_not_kept"), true}}); });
}

} // namespace hemo::ui
