#pragma once

#include "app/commands.h"
#include "app/store.h"
#include "viewer/render/slice_renderer.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <array>
#include <optional>

class QGridLayout;
class QMenu;

namespace hemo::ui {

class ProbabilityStrip;
class SeriesPanel;
class SliceView;
class StatusStrip;
class VerdictCard;
class VolumeView;

/// The one window: puts panels, views, strip and card in their places and hands them the state. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Store& store, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// True where every view shows what the state asks for (the volume view draws in the background).
    bool isSettled() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildViews();
    void buildToolBar();
    void connectCommands();
    void setState(const AppState& state);
    void arrangeViews(std::optional<Pane> enlarged);
    bool handleHeatKey(const QKeyEvent& key);
    void askForFolder();
    void savePicture();
    void showHelp();

    Store& m_store;
    CommandSet m_commands;
    render::SliceRenderer m_renderer;
    QGridLayout* m_grid = nullptr;
    std::array<SliceView*, 3> m_sliceViews{};
    VolumeView* m_volumeView = nullptr;
    ProbabilityStrip* m_strip = nullptr;
    SeriesPanel* m_seriesPanel = nullptr;
    VerdictCard* m_card = nullptr;
    StatusStrip* m_status = nullptr;
    QMenu* m_presetMenu = nullptr;
    QElapsedTimer m_heatKeyHeld;              ///< running while G is down
    std::vector<WindowPreset> m_namedPresets; ///< whose names the menu shows
};

} // namespace hemo::ui
