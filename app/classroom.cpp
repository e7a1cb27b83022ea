#include "app/classroom.h"

#include "app/case_collection.h"
#include "app/named_error.h"
#include "app/zipped_collection.h"
#include "core/log.h"
#include "core/state/select/screen.h"
#include "core/study/simulated.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace hemo::ui {
namespace {

/// Of a collection that was given as a folder, as the list in it, or packed.
Result<std::filesystem::path> folderOf(const std::filesystem::path& collection,
                                       const std::filesystem::path& cache, const TaskContext& context) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(collection, error)) return collection;
    if (collection.extension() == ".json") return collection.parent_path();
    return unpackedCollection(collection, cache, context);
}

/// Reads what is there and begins with what is due. `home`: none where how it went is kept nowhere.
Result<Action> beginning(const std::filesystem::path& folder,
                         const std::optional<std::filesystem::path>& home) {
    auto opened = openCollection(folder);
    if (!opened) return tl::unexpected(opened.error());
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
    run(say("stage.case_files"),
        [collection, cache, home = m_home](const TaskContext& context) -> Result<Action> {
            const auto folder = folderOf(collection, cache, context);
            auto begun = folder ? beginning(*folder, home) : tl::unexpected(folder.error());
            if (!begun) return tl::unexpected(namingFile(begun.error(), std::span(&collection, 1)));
            return begun;
        });
}

void Classroom::openPhantoms(const std::filesystem::path& cache) {
    run(say("stage.cases"), [cache, home = m_home](const TaskContext& context) -> Result<Action> {
        const auto folder = phantomCollection(cache, context);
        return folder ? beginning(*folder, home) : tl::unexpected(folder.error());
    });
}

void Classroom::drawBleed(const std::filesystem::path& cache, const BleedRequest& request,
                          ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    run(say("stage.drawing_bleed"),
        [cache, request, volume = open->volume](const TaskContext& context) -> Result<Action> {
            const auto folder = drawnStudy(cache, *volume, request, context);
            if (!folder) return tl::unexpected(folder.error());
            return action::OpenPaths{{*folder}};
        });
}

void Classroom::surprise(const std::filesystem::path& cache, ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    run(say("stage.drawing_bleed"),
        [cache, volume = open->volume](const TaskContext& context) -> Result<Action> {
            const std::uint64_t dice = QRandomGenerator64::securelySeeded().generate();
            const auto folder = surpriseCollection(cache, *volume, dice, context);
            // It does not come back.
            return folder ? beginning(*folder, std::nullopt) : tl::unexpected(folder.error());
        });
}

void Classroom::addCase(const std::filesystem::path& collection, TeachingCase made, ReadingId reading) {
    const Reading* open = select::reading(m_store.state(), reading);
    if (!open || !open->volume) return;
    run(say("stage.writing"),
        [collection, made = std::move(made), volume = open->volume,
         drawn = isSimulated(*open->series) ? Drawn::Maybe
                                            : Drawn::No](const TaskContext& context) -> Result<Action> {
            const auto added = ui::addCase(collection, made, *volume, drawn, context);
            if (!added) return tl::unexpected(added.error());
            return action::Notify{{say("notice.case_added"), false}};
        });
}

void Classroom::run(const Message& stage, Make make) {
    const int job = ++m_making;
    m_store.dispatch(action::BeginMaking{job, stage});
    m_runner.run(
        {JobRunner::Kind::Cases},
        [job](double fraction, const Message& reached) {
            return action::MakingProgress{job, fraction, reached};
        },
        [job, make = std::move(make)](const TaskContext& context, const JobRunner::Post& post) {
            Result<Action> made = make(context);
            if (context.cancelled()) return;
            if (!made) return post(action::MakingFailed{job, made.error()});
            post(action::MakingEnded{job});
            post(std::move(*made));
        },
        [job](const Error& error) {
            return action::MakingFailed{job, error};
        });
}

void Classroom::react(const AppState& before, const AppState& after) {
    const bool isGivenUp = before.making.isRunning && !after.making.isRunning;
    if (isGivenUp) m_runner.cancel({JobRunner::Kind::Cases}); // what has ended by itself no longer asks
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
