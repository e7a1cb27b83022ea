#include "app/application.h"

#include "app/freed_elsewhere.h"
#include "app/mark_commands.h"
#include "app/named_error.h"
#include "app/phantom_study.h"
#include "core/anatomy/skull.h"
#include "core/anatomy/thickness.h"
#include "core/image/resample.h"
#include "core/imaging/filter/grow_blood.h"
#include "core/imaging/filter/register_heads.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/thumbnail.h"
#include "core/imaging/series/scan_header.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace hemo::ui {
namespace {

bool begins(const JobState& was, const JobState& is) {
    return is.isRunning && (is.number != was.number || !was.isRunning);
}
bool ends(const JobState& was, const JobState& is) {
    return was.isRunning && (!is.isRunning || is.number != was.number);
}

/// Empty: the second reader's own.
std::filesystem::path modelFolder(const AppState& state) {
    const ModelChoice* model = select::modelInUse(state);
    return model ? model->folder : std::filesystem::path();
}

} // namespace

Application::Application(InferenceClient::Paths paths, const Folders& folders, QObject* parent, Clock& clock)
    : QObject(parent),
      m_models(folders.models),
      m_runner([this](const Action& a) { m_store.dispatch(a); }, nullptr),
      m_inference(
          std::move(paths), [this](const Action& a) { m_store.dispatch(a); }, nullptr, clock),
      m_hand(*QCoreApplication::instance(), clock,
             [this](bool isTouched) { m_inference.setWindowTouched(isTouched); }),
      m_classroom(folders.lessons, m_store, m_runner) {
    connect(&m_store, &Store::changed, this, &Application::react);
    if (m_models) m_store.dispatch(action::ModelsFound{modelsOn(*m_models)});
    if (folders.settings) m_settings.emplace(*folders.settings, m_store);
    if (folders.recents) m_recents.emplace(*folders.recents, m_store, m_runner.post());
    if (folders.recents) m_saveFolder.emplace(*folders.recents, m_store);
    if (folders.marks) m_marks.emplace(*folders.marks, m_store, m_runner.post());
    if (folders.readings) m_verdicts.emplace(*folders.readings, m_store, m_runner.post());
    if (folders.log) m_log.emplace(*folders.log, m_store, m_runner.post(), clock);
}

void Application::warmUp() {
    m_inference.warmUp(modelFolder(m_store.state()));
}

void Application::addModel(const std::filesystem::path& folder) {
    if (!m_models || !m_models->own) return;
    m_runner.run(
        {JobRunner::Kind::Model}, {},
        [folder, shelf = *m_models](const TaskContext& context, const JobRunner::Post& post) {
            const auto name = putOnShelf(folder, shelf, context);
            if (!name) return post(action::Notify{{name.error().message, true}});
            post(action::ModelsFound{modelsOn(shelf)});
            post(action::ChooseModel{*name});
            post(action::Notify{{say("notice.model_added", *name), false}});
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

void Application::react(const AppState& before, const AppState& after) {
    if (begins(before.shelf.scan, after.shelf.scan)) startScan(after.shelf);
    if (ends(before.shelf.scan, after.shelf.scan)) m_runner.cancel({JobRunner::Kind::Scan});
    if (begins(before.shelf.thumbnailJob, after.shelf.thumbnailJob)) startThumbnails(after.shelf);
    if (ends(before.shelf.thumbnailJob, after.shelf.thumbnailJob))
        m_runner.cancel({JobRunner::Kind::Thumbnails});

    static const Reading none;
    for (const auto& [id, reading] : before.readings) // what ends goes first: the second reader reads one
        if (!after.readings.contains(id)) reactToReading(*reading, none, after);
    for (const auto& [id, reading] : after.readings) {
        const auto was = before.readings.find(id);
        const Reading& old = was == before.readings.end() ? none : *was->second;
        if (&old != reading.get()) reactToReading(old, *reading, after);
    }
}

/// A reading that is new comes from one without work, one that is gone goes to it.
void Application::reactToReading(const Reading& before, const Reading& after, const AppState& state) {
    const ReadingId id = after.id == ReadingId::None ? before.id : after.id;
    if (ends(before.load, after.load)) m_runner.cancel({JobRunner::Kind::Load, id});
    if (ends(before.reformat, after.reformat)) m_runner.cancel({JobRunner::Kind::Reformat, id});
    if (ends(before.reader.findingsJob, after.reader.findingsJob))
        m_runner.cancel({JobRunner::Kind::Findings, id});
    if (ends(before.registration.job, after.registration.job))
        m_runner.cancel({JobRunner::Kind::Registration, id});
    if (ends(before.reader.job, after.reader.job)) m_inference.cancel({id, before.reader.job.number});
    if (begins(before.load, after.load)) startLoad(after);
    if (begins(before.reformat, after.reformat)) startReformat(after);
    if (begins(before.reader.findingsJob, after.reader.findingsJob)) startFindings(after);
    if (ends(before.middleJob, after.middleJob)) m_runner.cancel({JobRunner::Kind::Middle, id});
    if (begins(before.middleJob, after.middleJob)) startMiddle(after);
    if (ends(before.growth.job, after.growth.job)) m_runner.cancel({JobRunner::Kind::Growth, id});
    if (begins(before.growth.job, after.growth.job)) startGrowth(after);
    if (begins(before.registration.job, after.registration.job)) startRegistration(after, state);
    if (begins(before.reader.job, after.reader.job))
        m_inference.classify({id, after.reader.job.number},
                             {after.volume, after.header, state.preferences.explanation, after.fingerprint,
                              after.reader.isAnew, modelFolder(state)});
}

void Application::startScan(const Shelf& shelf) {
    const int job = shelf.scan.number;
    m_runner.run(
        {JobRunner::Kind::Scan},
        [job](double fraction, const Message& stage) {
            return action::ScanProgress{job, fraction, stage};
        },
        [job, paths = shelf.asked](const TaskContext& context, const JobRunner::Post& post) {
            auto contents = imaging::scanPaths(paths, context);
            if (!contents) return post(action::ScanFailed{job, namingFile(contents.error(), paths)});
            post(action::FolderScanned{job, std::make_shared<const FolderContents>(std::move(*contents))});
        },
        [job](Error error) {
            return action::ScanFailed{job, std::move(error)};
        });
}

void Application::startLoad(const Reading& reading) {
    const ReadingId id = reading.id;
    const int job = reading.load.number;
    m_runner.run(
        {JobRunner::Kind::Load, id},
        [id, job](double fraction, const Message& stage) {
            return action::LoadProgress{id, job, fraction, stage};
        },
        [id, job, series = reading.series](const TaskContext& context, const JobRunner::Post& post) {
            auto loaded = imaging::loadSeries(*series, context, [&](VolumePtr first) {
                post(action::SeriesPreview{id, job, std::move(first)});
            });
            if (!loaded) return post(action::LoadFailed{id, job, namingFile(loaded.error(), *series)});
            const ScanHeader header = imaging::scanHeaderOf(loaded->info);
            const std::uint64_t fingerprint = fingerprintOf(*loaded->volume);
            post(action::SeriesLoaded{id, job, std::move(loaded->info),
                                      freedElsewhere(std::move(loaded->volume)), header, fingerprint});
        },
        [id, job](Error error) {
            return action::LoadFailed{id, job, std::move(error)};
        });
}

void Application::startThumbnails(const Shelf& shelf) {
    const int job = shelf.thumbnailJob.number;
    m_runner.run(
        {JobRunner::Kind::Thumbnails}, {},
        [job, contents = shelf.contents, made = shelf.thumbnails](const TaskContext& context,
                                                                  const JobRunner::Post& post) {
            for (const SeriesInfo& series : contents->series) {
                if (context.cancelled()) return;
                if (made->contains(series.id)) continue;
                post(action::ThumbnailMade{job, series.id, imaging::makeThumbnail(series)});
            }
        },
        [job](Error error) {
            return action::ThumbnailsFailed{job, std::move(error)};
        });
}

/// Not in the worker process: judging by another rule moves them without reading again.
void Application::startFindings(const Reading& reading) {
    const ReadingId id = reading.id;
    const int job = reading.reader.findingsJob.number;
    m_runner.run(
        {JobRunner::Kind::Findings, id}, {},
        [id, job, volume = reading.volume, prediction = reading.reader.prediction,
         header = reading.header](const TaskContext& context, const JobRunner::Post& post) {
            auto findings = findFindings(*volume, *prediction, header, context);
            if (!findings) return; // cancelled: the answer they belong to is gone
            post(action::FindingsFound{id, job, std::make_shared<const Findings>(std::move(*findings))});
        },
        [id, job](Error error) {
            return action::FindingsFailed{id, job, std::move(error)};
        });
}

void Application::startMiddle(const Reading& reading) {
    const ReadingId id = reading.id;
    const int job = reading.middleJob.number;
    m_runner.run(
        {JobRunner::Kind::Middle, id}, {},
        [id, job, volume = reading.volume](const TaskContext&, const JobRunner::Post& post) {
            const auto middle = HeadMiddle::find(*volume, boneFromHu(huRange(*volume).highestHu));
            post(action::MiddleFound{id, job, middle ? std::make_shared<const HeadMiddle>(*middle) : nullptr,
                                     canthomeatalPlane(*volume)});
        },
        [id, job](const Error&) {
            return action::MiddleFound{id, job, nullptr, {}};
        });
}

void Application::startGrowth(const Reading& reading) {
    const ReadingId id = reading.id;
    const int job = reading.growth.job.number;
    m_runner.run(
        {JobRunner::Kind::Growth, id}, {},
        [id, job, volume = reading.volume, from = reading.growth.from,
         limits = m_store.state().preferences.bloodLimits](const TaskContext& context,
                                                           const JobRunner::Post& post) {
            auto grown = imaging::growBlood(volume, from, limits, context);
            if (!grown) return post(action::BloodNotGrown{id, job, std::move(grown.error())});
            const MarkId mark{QRandomGenerator::global()->generate64()};
            post(action::BloodGrown{id, job, volumeMark(mark, std::move(grown->voxels), volume->grid())});
            if (grown->goesOnThin) post(action::Notify{{say("notice.thin_blood_left_out"), false}});
        },
        [id, job](Error error) {
            return action::BloodNotGrown{id, job, std::move(error)};
        });
}

void Application::startRegistration(const Reading& reading, const AppState& state) {
    const Reading* onto = select::reading(state, reading.registration.onto);
    const ReadingId id = reading.id;
    const int job = reading.registration.job.number;
    m_runner.run(
        {JobRunner::Kind::Registration, id}, {},
        [id, job, fixed = onto->volume, moving = reading.volume](const TaskContext& context,
                                                                 const JobRunner::Post& post) {
            auto fit = imaging::registerHeads(fixed, moving, context);
            if (fit) return post(action::HeadsRegistered{id, job, fit->fixedToMoving, fit->likeness});
            if (fit.error().code != ErrorCode::Cancelled)
                post(action::RegistrationFailed{id, job, fit.error()});
        },
        [id, job](Error error) {
            return action::RegistrationFailed{id, job, std::move(error)};
        });
}

void Application::startReformat(const Reading& reading) {
    const ReadingId id = reading.id;
    const int job = reading.reformat.number;
    m_runner.run(
        {JobRunner::Kind::Reformat, id}, {},
        [id, job, source = reading.volume](const TaskContext& context, const JobRunner::Post& post) {
            auto regular = resampleRegular(source, context);
            if (regular) return post(action::RegularReady{id, job, std::move(*regular)});
            if (regular.error().code != ErrorCode::Cancelled)
                post(action::ReformatFailed{id, job, regular.error()});
        },
        [id, job](Error error) {
            return action::ReformatFailed{id, job, std::move(error)};
        });
}

void Application::saveAside(std::function<Result<int>(const TaskContext&)> save,
                            Message (*said)(int pictures)) {
    m_runner.run(
        {JobRunner::Kind::SavePicture}, {},
        [save = std::move(save), said](const TaskContext& context, const JobRunner::Post& post) {
            const auto count = save(context);
            if (count) return post(action::Notify{{said(*count), false}});
            if (count.error().code != ErrorCode::Cancelled)
                post(action::Notify{{count.error().message, true}});
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

void Application::savePicture(QImage picture, QString file) {
    saveAside(
        [picture = std::move(picture), file = std::move(file)](const TaskContext&) -> Result<int> {
            if (!picture.save(file, "PNG"))
                return fail(ErrorCode::WriteFailed, say("notice.picture_not_saved"));
            return 1;
        },
        [](int) { return say("notice.picture_saved"); });
}

void Application::saveSlicesOf(ViewportId viewport, const PictureSize& size, const QString& folder) {
    saveAside([state = m_store.state(), viewport, size, path = std::filesystem::path(folder.toStdString())](
                  const TaskContext& context) { return saveSlices(state, viewport, size, path, context); },
              [](int pictures) { return say("notice.slices_saved", pictures); });
}

void Application::saveMovingPictureOf(ViewportId viewport, const PictureSize& size, const QString& file) {
    saveAside(
        [state = m_store.state(), viewport, size, path = std::filesystem::path(file.toStdString())](
            const TaskContext& context) { return saveMovingPicture(state, viewport, size, path, context); },
        [](int pictures) { return say("notice.moving_picture_saved", pictures); });
}

void Application::measureThickness() {
    const Reading* active = select::activeReading(m_store.state());
    const Finding* finding = nearestOutlined(m_store.state());
    if (!active || !active->volume) return;
    if (!finding) return m_store.dispatch(action::Notify{{say("notice.nothing_outlined"), false}});
    m_runner.run(
        {JobRunner::Kind::Thickness, active->id}, {},
        [id = active->id, volume = active->volume,
         blood = finding->outline->voxels](const TaskContext& context, const JobRunner::Post& post) {
            const auto widest =
                thickestAlongSkull(*volume, blood, boneFromHu(huRange(*volume).highestHu), context);
            if (context.cancelled()) return;
            if (!widest) return post(action::Notify{{say("notice.not_along_skull"), false}});
            Mark mark{MarkId{QRandomGenerator::global()->generate64()},
                      Mark::Shape::Length,
                      frameOf(ReadingPlane::native(), volume->grid()),
                      {widest->atSkull, widest->inside},
                      tr("Thickness").toStdString()};
            mark.isOfFinding = true;
            post(action::PutMark{id, std::move(mark)});
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

void Application::openPhantom(const std::filesystem::path& cache) {
    m_store.dispatch(action::Notify{{say("notice.making_phantom"), false}});
    m_runner.run(
        {JobRunner::Kind::Phantom}, {},
        [cache](const TaskContext& context, const JobRunner::Post& post) {
            const auto folder = phantomStudy(cache, context);
            if (folder) return post(action::OpenPaths{{*folder}});
            post(action::Notify{{folder.error().message, true}});
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

std::vector<KeptFolder> keptFolders(const Application::Folders& folders) {
    using What = KeptFolder::What;
    std::vector<KeptFolder> kept;
    for (const auto& [what, path] :
         {std::pair(What::Marks, folders.marks), std::pair(What::Verdicts, folders.readings),
          std::pair(What::Log, folders.log), std::pair(What::Lessons, folders.lessons),
          std::pair(What::Recents, folders.recents), std::pair(What::Answers, folders.answers)})
        if (path) kept.push_back({what, *path});
    if (folders.settings) kept.push_back({What::Settings, folders.settings->own.parent_path()});
    return kept;
}

std::optional<LogPage::Log> logOf(Application& application) {
    ReadingLog* log = application.log();
    if (!log) return std::nullopt;
    return LogPage::Log{
        [log] { return log->entries(); },
        [log](const QString& file) { log->exportTo(file); },
        [log](const QString& file) { log->addTruth(file); },
        [log] { log->clear(); },
        [log](const QString& word, const QString& sign) { return log->beginStudy(word, sign); },
        [log](const QStringList& logs, const QString& file) { return log->join(logs, file); }};
}

} // namespace hemo::ui
