#pragma once

#include "app/commands.h"
#include "app/store.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <array>
#include <optional>

class QMenu;

namespace hemo::ui {

class Opening;
class SeriesPanel;
class StatusStrip;
class VerdictCard;
class ViewLayout;

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
    bool handleHeatKey(const QKeyEvent& key);
    void savePicture();
    void showHelp();

    Store& m_store;
    CommandSet m_commands;
    Opening* m_opening; ///< owned by the window, as all below
    ViewLayout* m_views = nullptr;
    SeriesPanel* m_seriesPanel = nullptr;
    VerdictCard* m_card = nullptr;
    StatusStrip* m_status = nullptr;
    QMenu* m_presetMenu = nullptr;
    QElapsedTimer m_heatKeyHeld;              ///< running while G is down
    bool m_wasHeatShown = false;              ///< when G went down
    std::vector<WindowPreset> m_namedPresets; ///< whose names the menu shows
};

} // namespace hemo::ui
