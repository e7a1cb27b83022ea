#include "app/kept_marks.h"

#include <utility>

namespace hemo::ui {

KeptMarks::KeptMarks(const std::filesystem::path& folder, Store& store, JobRunner::Post post)
    : m_post(std::move(post)), m_kept(folder) {
    connect(&store, &Store::changed, this, &KeptMarks::react);
}

void KeptMarks::react(const AppState& before, const AppState& after) {
    if (after.lesson) return; // a case is read again without them
    for (const auto& [id, reading] : after.readings) {
        const auto was = before.readings.find(id);
        const Reading* old = was == before.readings.end() ? nullptr : was->second.get();
        if (old != reading.get()) reactToReading(old, *reading);
    }
}

void KeptMarks::reactToReading(const Reading* before, const Reading& after) {
    if (!after.fingerprint) return;
    if (!before || before->fingerprint != after.fingerprint) return read(after.id, *after.fingerprint);
    if (after.areMarksRead && marksOf(*before) != marksOf(after)) keep(*after.fingerprint, marksOf(after));
}

void KeptMarks::read(ReadingId id, std::uint64_t series) {
    m_kept.read(series, [this, id, series](const Marks& marks) {
        m_post(action::MarksRead{id, series, marks});
    });
}

void KeptMarks::keep(std::uint64_t series, const Marks& marks) {
    m_kept.keep(series, marks, [this] { m_post(action::Notify{{say("notice.marks_not_kept"), true}}); });
}

} // namespace hemo::ui
