#pragma once

#include "app/classroom.h"
#include "app/hand_watch.h"
#include "app/inference_client.h"
#include "app/job_runner.h"
#include "app/kept_marks.h"
#include "app/kept_save_folder.h"
#include "app/kept_verdicts.h"
#include "app/log_page/log_page.h"
#include "app/model_shelf.h"
#include "app/picture_export.h"
#include "app/preferences/kept_folder.h"
#include "app/reading_log.h"
#include "app/reading_settings.h"
#include "app/recent_studies.h"
#include "app/store.h"

#include <QImage>
#include <QObject>

#include <optional>
#include <vector>

namespace hemo::ui {

/// Makes the parts of the program that are not on screen and starts the work that the state asks for: a scan,
/// a load, a reformat or a classification begins because its job number in the state is new, and ends because
/// it is not running there any more. GUI thread.
class Application : public QObject {
    Q_OBJECT
public:
    /// Where the list of recent studies, the reader's marks, the second reader's answers and the reader's own
    /// verdicts are kept, the reading log, and how cases went; none: they are not.
    struct Folders {
        std::optional<std::filesystem::path> recents{}, marks{}, answers{}, readings{}, log{}, lessons{};
        /// Where settings lie; none: nothing is kept or fixed.
        std::optional<SettingsFiles::Paths> settings{};
        /// The models that can be chosen; none: the second reader has but its own.
        std::optional<ModelShelf> models{};
    };
    explicit Application(InferenceClient::Paths paths, const Folders& folders, QObject* parent = nullptr,
                         Clock& clock = systemClock());

    Store& store() { return m_store; }
    /// Starts the second reader, so that its model is loaded by the time a series is.
    void warmUp();
    Classroom& classroom() { return m_classroom; }
    /// Null where readings are not logged.
    ReadingLog* log() { return m_log ? &*m_log : nullptr; }
    /// Copies a model's folder to the user's own, and lets it read from now on.
    void addModel(const std::filesystem::path& folder);
    /// In the background; a notice says whether it worked.
    void savePicture(QImage picture, QString file);
    /// Makes a phantom's study below `cache`, or finds it there, and opens it.
    void openPhantom(const std::filesystem::path& cache);
    /// Of the finding that is nearest to the crosshair; its mark comes when it is found.
    void measureThickness();
    void saveSlicesOf(ViewportId viewport, const PictureSize& size, const QString& folder);
    void saveMovingPictureOf(ViewportId viewport, const PictureSize& size, const QString& file);

private:
    /// Without holding up the window; `said` says it is done.
    void saveAside(std::function<Result<int>(const TaskContext&)> save, Message (*said)(int pictures));
    void react(const AppState& before, const AppState& after);
    void reactToReading(const Reading& before, const Reading& after, const AppState& state);
    void startScan(const Shelf& shelf);
    void startThumbnails(const Shelf& shelf);
    void startLoad(const Reading& reading);
    void startReformat(const Reading& reading);
    void startFindings(const Reading& reading);
    void startMiddle(const Reading& reading);
    void startGrowth(const Reading& reading);
    void startRegistration(const Reading& reading, const AppState& state);

    Store m_store;
    std::optional<ModelShelf> m_models;
    JobRunner m_runner;
    InferenceClient m_inference;
    HandWatch m_hand;
    std::optional<RecentStudies> m_recents; ///< last, like the next: their threads post through the runner
    std::optional<KeptSaveFolder> m_saveFolder;
    std::optional<KeptMarks> m_marks;
    std::optional<KeptVerdicts> m_verdicts;
    std::optional<KeptSettings> m_settings;
    std::optional<ReadingLog> m_log;
    Classroom m_classroom;
};

/// Those of them that are there for the user to see.
std::vector<KeptFolder> keptFolders(const Application::Folders& folders);

/// What the page of the reading log asks of it; none where readings are not logged. The program outlives the
/// page.
std::optional<LogPage::Log> logOf(Application& application);

} // namespace hemo::ui
