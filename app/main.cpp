#include "app/application.h"
#include "app/kept_preferences.h"
#include "app/language.h"
#include "app/last_session.h"
#include "app/log_file.h"
#include "app/main_window.h"
#include "app/options.h"
#include "app/program_files.h"
#include "app/read_model_files.h"
#include "app/screenshot.h"
#include "app/text_size.h"
#include "app/window_place.h"
#include "core/state/select/screen.h"
#include "core/version.h"
#include "viewer/render/display_check.h"
#include "viewer/widgets/path_text.h"
#include "viewer/widgets/style.h"
#include "viewer/widgets/theme.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <optional>

namespace {

/// For `--quit` without a screenshot: ends the program once the window has been painted, to time a start.
class QuitAfterFirstPaint : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, qApp, &QApplication::quit);
        return false;
    }
};

constexpr int kNoDisplay = 5;

/// Qt ends the program with a page of plug-ins where there is no display; a user needs one sentence.
bool hasDisplay() {
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           hemo::render::hasXDisplay();
}

std::filesystem::path folderAt(QStandardPaths::StandardLocation location) {
    return hemo::ui::pathFrom(QStandardPaths::writableLocation(location));
}

/// Names of patients go nowhere but into a cache, because backups leave caches out. Marks name nobody.
hemo::ui::Application::Folders foldersFor(const hemo::ui::Options& options) {
    hemo::ui::Application::Folders folders;
    const std::filesystem::path cache = folderAt(QStandardPaths::CacheLocation);
    if (!options.noRecent) folders.recents = cache / "recent";
    if (!options.noRecent) folders.answers = cache / "answers";
    folders.marks = folderAt(QStandardPaths::AppDataLocation) / "marks";
    folders.readings = folderAt(QStandardPaths::AppDataLocation) / "readings";
    folders.log = folderAt(QStandardPaths::AppDataLocation) / "log";
    folders.lessons = folderAt(QStandardPaths::AppDataLocation) / "lessons";
    folders.settings = hemo::ui::usualSettingsPaths();
    folders.models = hemo::ui::ModelShelf{options.model, {}, {}};
    if (options.isModelGiven) return folders;
    folders.models->shipped = options.model.parent_path();
    folders.models->own = folderAt(QStandardPaths::AppDataLocation) / "models";
    return folders;
}

hemo::ui::Teaching::Classroom classroomOf(hemo::ui::Application& application) {
    hemo::ui::Classroom& room = application.classroom();
    return {[&room](const std::filesystem::path& collection) {
                room.open(collection, folderAt(QStandardPaths::CacheLocation));
            },
            [&room] { room.openPhantoms(folderAt(QStandardPaths::CacheLocation)); },
            [&room](const std::filesystem::path& collection, const hemo::TeachingCase& made,
                    hemo::ReadingId reading) { room.addCase(collection, made, reading); },
            [&room](const hemo::ui::BleedRequest& request, hemo::ReadingId reading) {
                room.drawBleed(folderAt(QStandardPaths::CacheLocation), request, reading);
            },
            [&room](hemo::ReadingId reading) {
                room.surprise(folderAt(QStandardPaths::CacheLocation), reading);
            }};
}

/// For `--compare`: once, as soon as a series is open.
void compareWhenOpen(hemo::ui::Store& store) {
    QObject::connect(&store, &hemo::ui::Store::changed, &store,
                     [&store, isDone = false](const hemo::AppState&, const hemo::AppState& after) mutable {
                         if (isDone || !hemo::select::shownIn(after, hemo::kLead)) return;
                         isDone = true;
                         store.dispatch(hemo::action::ToggleBeside{});
                     });
}

} // namespace

int main(int argc, char** argv) {
    using namespace hemo;
    const auto options = ui::parseOptions(argc, argv);
    if (options.exitCode) return *options.exitCode;
    if (!hasDisplay()) {
        std::fputs(
            "There is no display: start Hemoscope in a desktop session, or read with hemoscope-read.\n",
            stderr);
        return kNoDisplay;
    }
    ui::applyTextSize(ui::usualSettingsPaths());
    QApplication qt(argc, argv);
    QApplication::setApplicationName("hemoscope");
    QApplication::setApplicationVersion(QString::fromStdString(std::string(version())));
    QApplication::setDesktopFileName("hemoscope"); // which tells a Wayland desktop the icon
    QApplication::setWindowIcon(QIcon(":/icons/hemoscope.svg"));
    {
        ui::logToFile();
        ui::applyLanguage(ui::usualSettingsPaths());
        ui::applyStyle(qt);
        const ui::Application::Folders folders = foldersFor(options);
        ui::Application application({options.worker, options.model, folders.answers}, folders);
        application.store().dispatch(action::SetPresets{ui::windowPresets()});
        application.store().dispatch(action::SetMostVolumeBytes{ui::halfOfMemory()});
        application.store().dispatch(action::ReadListAhead{true});
        if (options.isModelGiven) application.store().dispatch(action::FixSettings{{Setting::Model}});
        const ui::KeptPreferences preferences(*folders.settings, application.store());
        ui::applyTheme(qt, application.store().state().preferences.theme);
        std::optional<ui::LastSession> session;
        if (folders.recents) session.emplace(*folders.recents, application.store(), ui::systemClock());
        std::function<void()> goOn;
        if (session && session->left()) goOn = [&session] { session->goOn(); };
        const ui::Exporting::Writers writers{
            [&application](QImage picture, QString file) {
                application.savePicture(std::move(picture), std::move(file));
            },
            [&application](ViewportId viewport, const ui::PictureSize& size, const QString& folder) {
                application.saveSlicesOf(viewport, size, folder);
            },
            [&application](ViewportId viewport, const ui::PictureSize& size, const QString& file) {
                application.saveMovingPictureOf(viewport, size, file);
            }};
        ui::MainWindow window(
            application.store(),
            {writers,
             [&application] { application.openPhantom(folderAt(QStandardPaths::CacheLocation)); },
             [&application] { application.measureThickness(); },
             {&ui::readModelFiles,
              [&application](const std::filesystem::path& folder) { application.addModel(folder); }},
             classroomOf(application),
             ui::logOf(application),
             goOn,
             ui::keptFolders(folders)});
        window.resize(options.width, options.height);
        // What is started to take a picture says how large it is to be, and leaves the user's window alone.
        const bool isForSomebody = !options.isSizeGiven && options.screenshot.empty() && !options.quit;
        if (isForSomebody) ui::restorePlace(window, *folders.settings);
        window.show();
        if (options.compare) compareWhenOpen(application.store());
        QTimer::singleShot(0, &application, [&] {
            application.warmUp();
            if (!options.cases.empty())
                return application.classroom().open(options.cases, folderAt(QStandardPaths::CacheLocation));
            application.store().dispatch(action::OpenPaths{options.paths});
        });
        if (!options.screenshot.empty()) {
            auto* shot = new ui::Screenshot({QString::fromStdString(options.screenshot), options.classify},
                                            application.store(), window);
            QObject::connect(shot, &ui::Screenshot::finished, &qt, [&](const QString& error) {
                if (!error.isEmpty()) std::fprintf(stderr, "%s\n", qPrintable(error));
                if (options.quit) QApplication::exit(error.isEmpty() ? 0 : 1);
            });
        }
        QuitAfterFirstPaint firstPaint;
        if (options.quit && options.screenshot.empty()) window.installEventFilter(&firstPaint);
        const int code = QApplication::exec();
        if (isForSomebody) ui::keepPlace(window, *folders.settings);
        return code;
    }
}
