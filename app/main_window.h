#pragma once

#include "app/commands.h"
#include "app/exporting.h"
#include "app/log_page/log_page.h"
#include "app/preferences/kept_folder.h"
#include "app/store.h"
#include "app/teaching.h"
#include "app/worth/model_files.h"
#include "viewer/widgets/clock.h"

#include <QImage>
#include <QMainWindow>

#include <functional>
#include <optional>

class QMenu;

namespace hemo::ui {

class Opening;
class LayoutButton;
class MarkButton;
class MarkList;
class SeriesPanel;
class StatusStrip;
class VerdictCard;
class ViewLayout;
class Welcome;

/// The one window: puts panels, views, strip and card in their places and hands them the state. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// What the window asks of the program around it.
    struct Services {
        Exporting::Writers writers;
        std::function<void()> openPhantom;
        std::function<void()> measureThickness;
        struct Models {
            /// Called on another thread.
            std::function<ModelFiles(const std::filesystem::path& folder)> read;
            std::function<void(const std::filesystem::path& folder)> add;
        };
        Models models;
        Teaching::Classroom classroom;
        std::optional<LogPage::Log> log; ///< none: readings are not logged
        std::function<void()> goOn;      ///< where the program stopped; empty where it ended as it should
        std::vector<KeptFolder> folders; ///< where what is kept of the user's
    };
    explicit MainWindow(Store& store, const Services& services = {}, Clock& clock = systemClock());
    ~MainWindow() override;

    /// True where every view shows what the state asks for (the volume view draws in the background).
    bool isSettled() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showLog(const LogPage::Log& log);
    void showGuide();
    std::function<ModelFiles()>
    modelReader(const std::function<ModelFiles(const std::filesystem::path& folder)>& read) const;
    void askForModel(const std::function<void(const std::filesystem::path& folder)>& add);
    void showPreferences(const std::vector<KeptFolder>& folders);
    void buildViews(const Services& services);
    void buildToolBar();
    void connectCommands(const Services& services);
    void setState(const AppState& before, const AppState& state);
    bool handleHeatKey(const QKeyEvent& key);
    /// Dropped on the list it is added, elsewhere it replaces what is listed.
    hemo::Opening openingAt(QPointF position) const;

    Store& m_store;
    Clock& m_clock;
    CommandSet m_commands;
    Opening* m_opening; ///< owned by the window, as all below
    ViewLayout* m_views = nullptr;
    Welcome* m_welcome = nullptr; ///< in place of the views while nothing is open
    QWidget* m_left = nullptr;    ///< studies, and below them the marks
    SeriesPanel* m_seriesPanel = nullptr;
    MarkList* m_markList = nullptr;
    LayoutButton* m_layoutButton = nullptr;
    MarkButton* m_markButton = nullptr;
    VerdictCard* m_card = nullptr;
    StatusStrip* m_status = nullptr;
    QMenu* m_presetMenu = nullptr;
    Wait m_nextPicture;                           ///< while the slices go by themselves
    Wait m_noticeSeen;                            ///< what is no error goes by itself
    std::optional<Clock::Duration> m_heatKeyDown; ///< since when the heat map's key is down
    std::vector<WindowPreset> m_namedPresets;     ///< whose names the menu shows
};

} // namespace hemo::ui
