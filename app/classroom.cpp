#include "app/classroom.h"

#include "app/case_collection.h"
#include "app/zipped_collection.h"
#include "core/log.h"
#include "core/state/select/screen.h"
#include "core/study/simulated.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace hemo::ui {
namespace {

Action failed(const Error& error) {
    return action::Notify{{error.message, true}};
}

/// Of a collection that was given as a folder, as the list in it, or packed.
Result<std::filesystem::path> folderOf(const std::filesystem::path& collection,
                                       const std::filesystem::path& cache, const TaskContext& context) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(collection, error)) return collection;
    if (collection.extension() == ".json") return collection.parent_path();
    return unpackedCollection(collection, cache, context);
}

/// Reads what is there and begins with what is due. `home`: none where how it went is kept nowhere.
Action beginning(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& home) {
    auto opened = openCollection(folder);
    if (!opened) return failed(opened.error());
    Progress progress = home ? ProgressFile(*home, opened->collection).read() : Progress{};
    return action::BeginLesson{std::make_shared<const CaseCollection>(std::move(opened->collection)),
                               opened->folder, std::make_shared<const Progress>(std::move(progress)),
                               QDateTime::currentSecsSinceEpoch(), !home};
}

} // namespace

Classroom::Classroom(std::optional<std::filesystem::path> home, Store& store, JobRunner& runner)
    : m_home(std::move(home)), m_store(store), m_runner(runner) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    connect(&store, &Store::changed, this, &Classroom::react);
}

void Classroom::open(const std::filesystem::path& collection, const std::filesystem::path& cache) {
    m_runner.run(
        {JobRunner::Kind::Cases}, {},
        [collection, cache, home = m_home](const TaskContext& context, const JobRunner::Post& post) {
            const auto folder = folderOf(collection, cache, context);
            if (folder) return post(beginning(*folder, home));
            if (folder.error().code != ErrorCode::Cancelled) post(failed(folder.error()));
        },
        failed);
}

void Classroom::openPhantoms(const std::filesystem::path& cache) {
    m_store.dispatch(action::Notify{{say("notice.cases_made"), false}});
    m_runner.run(
        {JobRunner::Kind::Cases}, {},
        [cache, home = m_home](const TaskContext& context, const JobRunner::Post& post) {
            const auto folder = phantomCollection(cache, context);
            post(folder ? beginning(*folder, home) : failed(folder.error()));
        },
        failed);
}

void Classroom::drawBleed(const std::filesystem::path& cache, const BleedRequest& request,
                          ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    m_store.dispatch(action::Notify{{say("notice.drawing_bleed"), false}});
    m_runner.run(
        {JobRunner::Kind::Cases}, {},
        [cache, request, volume = open->volume](const TaskContext& context, const JobRunner::Post& post) {
            const auto folder = drawnStudy(cache, *volume, request, context);
            post(folder ? Action{action::OpenPaths{{*folder}}} : failed(folder.error()));
        },
        failed);
}

void Classroom::surprise(const std::filesystem::path& cache, ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    m_store.dispatch(action::Notify{{say("notice.drawing_bleed"), false}});
    m_runner.run(
        {JobRunner::Kind::Cases}, {},
        [cache, volume = open->volume](const TaskContext& context, const JobRunner::Post& post) {
            const std::uint64_t dice = QRandomGenerator64::securelySeeded().generate();
            const auto folder = surpriseCollection(cache, *volume, dice, context);
            // It does not come back.
            post(folder ? beginning(*folder, std::nullopt) : failed(folder.error()));
        },
        failed);
}

void Classroom::addCase(const std::filesystem::path& collection, TeachingCase made, ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    m_runner.run(
        {JobRunner::Kind::Cases}, {},
        [collection, made = std::move(made), volume = open->volume,
         drawn = isSimulated(*open->series) ? Drawn::Maybe : Drawn::No](const TaskContext& context,
                                                                        const JobRunner::Post& post) {
            const auto added = ui::addCase(collection, made, *volume, drawn, context);
            post(added ? Action{action::Notify{{say("notice.case_added"), false}}} : failed(added.error()));
        },
        failed);
}

void Classroom::react(const AppState& before, const AppState& after) {
    if (!m_home || !after.lesson || after.lesson->isOnce || !before.lesson ||
        before.lesson->progress == after.lesson->progress)
        return;
    m_thread.start(
        [home = *m_home, collection = after.lesson->collection, progress = after.lesson->progress] {
            if (!ProgressFile(home, *collection).write(*progress))
                log::warning("how the cases went could not be kept");
        });
}

} // namespace hemo::ui
