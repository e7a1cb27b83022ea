#include "app/application.h"

#include "app/freed_elsewhere.h"
#include "core/image/resample.h"
#include "core/imaging/read/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/thumbnail.h"
#include "core/imaging/series/scan_header.h"
#include "core/state/select_compare.h"

namespace hemo::ui {

Application::Application(InferenceClient::Paths paths, std::optional<std::filesystem::path> recentsFolder,
                         QObject* parent)
    : QObject(parent),
      m_runner([this](const Action& a) { m_store.dispatch(a); }, nullptr),
      m_inference(
          std::move(paths), [this](const Action& a) { m_store.dispatch(a); }, nullptr) {
    connect(&m_store, &Store::changed, this, &Application::react);
    if (recentsFolder) m_recents.emplace(std::move(*recentsFolder), m_store, m_runner.post());
}

void Application::react(const AppState& before, const AppState& after) {
    const auto begins = [](const JobState& was, const JobState& is) {
        return is.isRunning && is.number != was.number;
    };
    const auto ends = [](const JobState& was, const JobState& is) { return was.isRunning && !is.isRunning; };

    if (begins(before.scan, after.scan)) startScan(after);
    if (ends(before.scan, after.scan)) m_runner.cancel(JobRunner::Lane::Scan);
    if (begins(before.load, after.load)) startLoad(after);
    if (ends(before.load, after.load)) m_runner.cancel(JobRunner::Lane::Load);
    if (after.open && !after.open->regular && (!before.open || before.open->volume != after.open->volume))
        startReformat(after);
    if (begins(before.comparison.load, after.comparison.load)) startPrior(after);
    if (ends(before.comparison.load, after.comparison.load)) m_runner.cancel(JobRunner::Lane::Prior);
    // Pictures for the list wait while anything is read, and go on with those that are lacking.
    if (after.scan.isRunning || after.load.isRunning || before.contents != after.contents) {
        m_runner.cancel(JobRunner::Lane::Thumbnails);
        m_isMakingThumbnails = false;
    }
    if (!m_isMakingThumbnails && select::lacksThumbnails(after)) startThumbnails(after);
    if (begins(before.reader.job, after.reader.job)) {
        m_inference.classify(after.reader.job.number, after.open->volume, after.open->header,
                             after.explanation);
    } else if (ends(before.reader.job, after.reader.job) &&
               after.reader.status == SecondReader::Status::Idle) {
        m_inference.cancel();
    }
    if (after.reader.prediction != before.reader.prediction) startFindings(after);
}

void Application::startScan(const AppState& state) {
    const int job = state.scan.number;
    m_runner.run(
        JobRunner::Lane::Scan,
        [job](double fraction, std::string stage) {
            return action::ScanProgress{job, fraction, std::move(stage)};
        },
        [job, paths = state.paths](const TaskContext& context, const JobRunner::Post& post) {
            auto contents = imaging::scanPaths(paths, context);
            if (!contents) return post(action::ScanFailed{job, contents.error()});
            post(action::FolderScanned{job, std::make_shared<const FolderContents>(std::move(*contents))});
        },
        [job](Error error) {
            return action::ScanFailed{job, std::move(error)};
        });
}

void Application::startLoad(const AppState& state) {
    const int job = state.load.number;
    m_runner.run(
        JobRunner::Lane::Load,
        [job](double fraction, std::string stage) {
            return action::LoadProgress{job, fraction, std::move(stage)};
        },
        [job, series = *select::findSeries(state, state.wantedSeriesId)](const TaskContext& context,
                                                                         const JobRunner::Post& post) {
            auto loaded = imaging::loadSeries(series, context, [&](VolumePtr first) {
                post(action::SeriesPreview{job, std::move(first)});
            });
            if (!loaded) return post(action::LoadFailed{job, loaded.error()});
            const ScanHeader header = imaging::scanHeaderOf(loaded->info);
            post(action::SeriesLoaded{job, std::move(loaded->info), freedElsewhere(std::move(loaded->volume)),
                                      header});
        },
        [job](Error error) {
            return action::LoadFailed{job, std::move(error)};
        });
}

void Application::startPrior(const AppState& state) {
    const int job = state.comparison.load.number;
    m_runner.run(
        JobRunner::Lane::Prior,
        [job](double fraction, std::string stage) {
            return action::PriorProgress{job, fraction, std::move(stage)};
        },
        [job, series = *select::priorSeries(state)](const TaskContext& context, const JobRunner::Post& post) {
            auto loaded = imaging::loadSeries(series, context, [&](VolumePtr first) {
                post(action::PriorPreview{job, std::move(first)});
            });
            if (!loaded) return post(action::PriorFailed{job, loaded.error()});
            post(
                action::PriorLoaded{job, std::move(loaded->info), freedElsewhere(std::move(loaded->volume))});
        },
        [job](Error error) {
            return action::PriorFailed{job, std::move(error)};
        });
}

void Application::startThumbnails(const AppState& state) {
    const int job = state.scan.number;
    m_isMakingThumbnails = true;
    m_runner.run(
        JobRunner::Lane::Thumbnails, {},
        [job, contents = state.contents, made = state.thumbnails](const TaskContext& context,
                                                                  const JobRunner::Post& post) {
            for (const SeriesInfo& series : contents->series) {
                if (context.cancelled()) return;
                if (made.contains(series.id)) continue;
                post(action::ThumbnailMade{job, series.id, imaging::makeThumbnail(series)});
            }
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

/// Not in the worker process: judging by another rule moves them without reading again.
void Application::startFindings(const AppState& state) {
    m_runner.cancel(JobRunner::Lane::Findings);
    if (!state.reader.prediction || !state.open) return;
    m_runner.run(
        JobRunner::Lane::Findings, {},
        [volume = state.open->volume, prediction = state.reader.prediction,
         header = state.open->header](const TaskContext& context, const JobRunner::Post& post) {
            auto findings = findFindings(*volume, *prediction, header, context);
            if (!findings) return; // cancelled: the answer they belong to is gone
            post(action::FindingsFound{prediction, std::make_shared<const Findings>(std::move(*findings))});
        },
        [](Error error) {
            return action::Notify{{std::move(error.message), true}};
        });
}

void Application::startReformat(const AppState& state) {
    const auto complain = [](Error error) { return action::Notify{{std::move(error.message), true}}; };
    m_runner.run(
        JobRunner::Lane::Reformat, {},
        [source = state.open->volume, complain](const TaskContext& context, const JobRunner::Post& post) {
            auto regular = resampleRegular(source, context);
            if (regular) return post(action::RegularReady{source, std::move(*regular)});
            if (regular.error().code != ErrorCode::Cancelled) post(complain(regular.error()));
        },
        complain);
}

} // namespace hemo::ui
