#include "app/kept_verdicts.h"

#include <utility>

namespace hemo::ui {
namespace {

OwnReading ownOf(const Reading& reading) {
    return {reading.ownVerdict, reviewOf(reading)};
}

} // namespace

KeptVerdicts::KeptVerdicts(const std::filesystem::path& folder, Store& store, JobRunner::Post post)
    : m_file(folder), m_post(std::move(post)) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &KeptVerdicts::react);
}

void KeptVerdicts::react(const AppState& before, const AppState& after) {
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
    m_thread.start([this, id, series] {
        OwnReading& onDisk = m_onDisk[series];
        onDisk = m_file.read(series);
        m_post(action::OwnReadingRead{id, series, onDisk.verdict, onDisk.review});
    });
}

/// What could not be kept is tried again with the next change.
void KeptVerdicts::keep(std::uint64_t series, const OwnReading& own) {
    m_thread.start([this, series, own] {
        OwnReading& onDisk = m_onDisk[series];
        if (onDisk == own) return;
        if (m_file.keep(series, onDisk, own))
            onDisk = own;
        else
            m_post(action::Notify{{say("notice.verdict_not_kept"), true}});
    });
}

} // namespace hemo::ui
