#include "app/kept_marks.h"

#include <utility>

namespace hemo::ui {

KeptMarks::KeptMarks(const std::filesystem::path& folder, Store& store, JobRunner::Post post)
    : m_file(folder), m_post(std::move(post)) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &KeptMarks::react);
}

void KeptMarks::react(const AppState& before, const AppState& after) {
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
    m_thread.start([this, id, series] {
        Marks& onDisk = m_onDisk[series];
        onDisk = m_file.read(series);
        m_post(action::MarksRead{id, series, onDisk});
    });
}

/// What could not be kept is tried again with the next change.
void KeptMarks::keep(std::uint64_t series, const Marks& marks) {
    m_thread.start([this, series, marks] {
        Marks& onDisk = m_onDisk[series];
        if (onDisk == marks) return;
        if (m_file.keep(series, onDisk, marks))
            onDisk = marks;
        else
            m_post(action::Notify{{say("notice.marks_not_kept"), true}});
    });
}

} // namespace hemo::ui
